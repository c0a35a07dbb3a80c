import { describe, expect, it } from 'vitest';
import { plusDays } from '../../policy/calendar.ts';
import { humanReview, notEligible, readersOf, ruling, today, undecided } from '../book.ts';
import { fourteenDayConditions } from './oracle.ts';

const recent = plusDays(today, -14);
const longAgo = plusDays(today, -15);

const broken = { reason: 'not-working', delivery: 'received', receivedOn: longAgo, warrantyMonths: 24, condition: [] };
const brokenLately = { ...broken, receivedOn: recent };
const unwanted = { reason: 'changed-mind', delivery: 'received' };
const damaged = { reason: 'damaged-or-incomplete' };

const repaired = ruling('warranty-repair', ['warranty-repair'], { terms: ['warranty-from-receipt'] });

function mayComeBack(deadline: string, alternatives?: string[]) {
  return ruling('return', ['return-14-days'], alternatives === undefined ? { deadline } : { deadline, alternatives });
}

describe.each(readersOf('fourteen-day-shop'))('the fourteen-day shop, as the $name reads it', ({ read }) => {
  describe('what the policy does not foresee', () => {
    it('another reason is for a human at once: nothing else is asked', () => {
      expect(read({ reason: 'other' })).toEqual(humanReview([]));
    });

    it('another reason leaves nothing to find out, even where answers are unknown', () => {
      const facts = { ...broken, reason: 'other', receivedOn: 'unknown', inspectedAtHandover: 'unknown' };
      expect(read(facts)).toEqual(humanReview([]));
    });
  });

  describe('damaged or incomplete goods', () => {
    it('under way there is only to check on receipt', () => {
      const expected = ruling('inspect-on-delivery', ['check-on-receipt', 'refuse-incomplete']);
      expect(read({ ...damaged, delivery: 'in-transit' })).toEqual(expected);
    });

    it('at the door they need not be paid for or accepted', () => {
      const expected = ruling('refuse-delivery', ['refuse-incomplete'], { terms: ['check-on-receipt'] });
      expect(read({ ...damaged, delivery: 'at-handover' })).toEqual(expected);
    });

    const received = { ...damaged, delivery: 'received' };

    it('goods inspected on receipt and found damaged are for a human, whatever the date', () => {
      const facts = { ...received, inspectedAtHandover: true };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods']));
      expect(read({ ...facts, receivedOn: longAgo })).toEqual(humanReview(['unchecked-goods']));
    });

    it('inspected goods leave nothing to find out, even where the day of receipt is unknown', () => {
      const facts = { ...received, inspectedAtHandover: true, receivedOn: 'unknown' };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods']));
    });

    it('whether they were inspected is for a human to find out once the 14 days are over', () => {
      const facts = { ...received, inspectedAtHandover: 'unknown', receivedOn: longAgo };
      const review = { inspectedAtHandover: { true: 'human-review', false: 'not-eligible' } };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods'], review));
    });

    it('within the 14 days the inspection changes only the clause that a human looks at', () => {
      const facts = { ...received, inspectedAtHandover: 'unknown', receivedOn: recent };
      const review = { inspectedAtHandover: { true: 'human-review', false: 'human-review' } };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods'], review));
    });

    it('neither the inspection nor the day of receipt known: the human has both to find out', () => {
      const facts = { ...received, inspectedAtHandover: 'unknown', receivedOn: 'unknown' };
      const review = {
        inspectedAtHandover: { true: 'human-review', false: 'human-review' },
        returnWindow: { open: 'human-review', closed: 'human-review' },
      };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods'], review));
    });

    it('goods not inspected on receipt are for a human on day 14, and the customer’s own on day 15', () => {
      const facts = { ...received, inspectedAtHandover: false };
      const inTime = humanReview(['unchecked-goods', 'return-14-days']);
      expect(read({ ...facts, receivedOn: recent })).toEqual(inTime);
      expect(read({ ...facts, receivedOn: longAgo })).toEqual(notEligible(['unchecked-goods']));
    });

    it('goods not inspected on an unknown day of receipt are for a human, who has that day to find out', () => {
      const facts = { ...received, inspectedAtHandover: false, receivedOn: 'unknown' };
      const review = { returnWindow: { open: 'human-review', closed: 'not-eligible' } };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods', 'return-14-days'], review));
    });

    it('warranty and causes play no part in damage found on receipt', () => {
      const facts = {
        ...received,
        inspectedAtHandover: false,
        receivedOn: longAgo,
        warrantyMonths: 24,
        condition: ['wear'],
      };
      expect(read(facts)).toEqual(notEligible(['unchecked-goods']));
    });
  });

  describe('a change of mind', () => {
    it.each(['not-shipped', 'in-transit', 'at-handover'])('before receipt it is for a human: %s', (delivery) => {
      expect(read({ ...unwanted, delivery })).toEqual(humanReview(['return-14-days']));
      const dated = { ...unwanted, delivery, receivedOn: 'unknown' };
      expect(read(dated)).toEqual(humanReview(['return-14-days']));
    });

    it('day 14 is in time, day 15 is not', () => {
      expect(read({ ...unwanted, receivedOn: recent })).toEqual(mayComeBack(today));
      expect(read({ ...unwanted, receivedOn: longAgo })).toEqual(notEligible(['return-14-days']));
    });

    it('goods received today may come back for 14 more days', () => {
      expect(read({ ...unwanted, receivedOn: today })).toEqual(mayComeBack('2026-12-04'));
    });

    it.each([
      ['2026-01-31', '2026-02-14'],
      ['2026-02-14', '2026-02-28'],
      ['2026-02-15', '2026-03-01'],
      ['2028-02-14', '2028-02-28'],
      ['2028-02-15', '2028-02-29'],
      ['2028-02-16', '2028-03-01'],
      ['2028-02-29', '2028-03-14'],
      ['2026-12-18', '2027-01-01'],
      ['2026-03-20', '2026-04-03'],
    ])('received on %s: the last day is %s', (receivedOn, last) => {
      expect(read({ ...unwanted, receivedOn }, last)).toEqual(mayComeBack(last));
      expect(read({ ...unwanted, receivedOn }, plusDays(last, 1))).toEqual(notEligible(['return-14-days']));
    });

    it('without the day of receipt it is for a human, who has that day to find out', () => {
      const review = { returnWindow: { open: 'return', closed: 'not-eligible' } };
      expect(read({ ...unwanted, receivedOn: 'unknown' })).toEqual(humanReview(['return-14-days'], review));
    });

    it('a change of mind offers no repair', () => {
      expect(read({ ...unwanted, receivedOn: today })).not.toHaveProperty('alternatives');
    });

    it('causes and warranty change nothing', () => {
      const facts = { ...unwanted, condition: ['accident'], warrantyMonths: 0 };
      expect(read({ ...facts, receivedOn: recent })).toEqual(mayComeBack(today));
      expect(read({ ...facts, receivedOn: longAgo })).toEqual(notEligible(['return-14-days']));
    });
  });

  describe('a defect within the 14 days', () => {
    it('defective goods may come back for 14 days, or be repaired', () => {
      expect(read(brokenLately)).toEqual(mayComeBack(today, ['warranty-repair']));
    });

    it('day 14 is a return, day 15 a repair', () => {
      expect(read({ ...broken, receivedOn: '2026-11-06' })).toEqual(mayComeBack('2026-11-20', ['warranty-repair']));
      expect(read({ ...broken, receivedOn: '2026-11-05' })).toEqual(repaired);
    });

    it('the repair is offered as a possibility without asking for the warranty or the cause', () => {
      const facts = { reason: 'not-working', receivedOn: today };
      const expected = mayComeBack('2026-12-04', ['warranty-repair']);
      expect(read(facts)).toEqual(expected);
      expect(read({ ...facts, condition: [] })).toEqual(expected);
      expect(read({ ...facts, warrantyMonths: 1 })).toEqual(expected);
      expect(read({ ...facts, warrantyUntil: today })).toEqual(expected);
    });

    it('a warranty known to be over offers no repair', () => {
      expect(read({ ...brokenLately, warrantyMonths: 0 })).toEqual(mayComeBack(today));
      const { warrantyMonths: _, ...facts } = brokenLately;
      expect(read({ ...facts, warrantyUntil: plusDays(today, -1) })).toEqual(mayComeBack(today));
      expect(read({ ...facts, warrantyUntil: today })).toEqual(mayComeBack(today, ['warranty-repair']));
    });

    it('an unknown warranty offers no repair', () => {
      expect(read({ ...brokenLately, warrantyMonths: 'unknown' })).toEqual(mayComeBack(today));
      expect(read({ reason: 'not-working', receivedOn: recent, warrantyUntil: 'unknown' })).toEqual(mayComeBack(today));
    });

    it.each(fourteenDayConditions)('a defect caused by %s may still come back, but offers no repair', (cause) => {
      expect(read({ ...brokenLately, condition: [cause] })).toEqual(mayComeBack(today));
    });

    it('a cause that was named offers no repair, whatever has not been asked yet', () => {
      const facts = { reason: 'not-working', receivedOn: recent, condition: ['wear'] };
      expect(read({ ...facts, delivery: 'received' })).toEqual(mayComeBack(today));
      expect(read(facts)).toEqual(mayComeBack(today));
    });
  });

  describe('a defect on an unknown day of receipt', () => {
    const undated = { reason: 'not-working', delivery: 'received', receivedOn: 'unknown', condition: [] };

    it('is for a human: the day decides between return and repair', () => {
      const facts = { ...undated, warrantyUntil: today };
      const review = { returnWindow: { open: 'return', closed: 'warranty-repair' } };
      expect(read(facts)).toEqual(humanReview(['return-14-days'], review));
    });

    it('out of warranty the day decides between return and nothing', () => {
      const facts = { ...undated, warrantyMonths: 0 };
      const review = { returnWindow: { open: 'return', closed: 'not-eligible' } };
      expect(read(facts)).toEqual(humanReview(['return-14-days'], review));
    });

    it('leaves the warranty in months unknown too: the human has both to find out', () => {
      const review = {
        returnWindow: { open: 'return', closed: 'human-review' },
        warranty: { active: 'human-review', expired: 'human-review' },
      };
      expect(read({ ...undated, warrantyMonths: 24 })).toEqual(humanReview(['return-14-days'], review));
      expect(read({ ...undated, warrantyUntil: 'unknown' })).toEqual(humanReview(['return-14-days'], review));
    });

    it('is for a human at once: neither the warranty nor the cause is asked', () => {
      const { clauses, resolution } = ruling('human-review', ['return-14-days']);
      expect(read({ reason: 'not-working', receivedOn: 'unknown' })).toMatchObject({ clauses, resolution });
    });
  });

  describe('a defect after the 14 days', () => {
    it('is repaired free within the warranty', () => {
      expect(read(broken)).toEqual(repaired);
    });

    it('is not repaired once the warranty is over', () => {
      expect(read({ ...broken, warrantyMonths: 0 })).toEqual(notEligible(['warranty-repair']));
    });

    it.each(fourteenDayConditions)('is not repaired when its cause is %s, even within the warranty', (cause) => {
      expect(read({ ...broken, condition: [cause] })).toEqual(notEligible([cause]));
    });

    it('every cause is named, and the warranty with them when it is over', () => {
      const facts = { ...broken, condition: fourteenDayConditions };
      expect(read(facts)).toEqual(notEligible(fourteenDayConditions));
      expect(read({ ...facts, warrantyMonths: 0 })).toEqual(notEligible(['warranty-repair', ...fourteenDayConditions]));
    });

    it('an unknown warranty is for a human to find out', () => {
      const review = { warranty: { active: 'warranty-repair', expired: 'not-eligible' } };
      const expected = humanReview(['warranty-repair'], review);
      expect(read({ ...broken, warrantyMonths: 'unknown' })).toEqual(expected);
      const { warrantyMonths: _, ...facts } = broken;
      expect(read({ ...facts, warrantyUntil: 'unknown' })).toEqual(expected);
    });

    it('a cause excludes whether or not the warranty is known', () => {
      const facts = { ...broken, warrantyMonths: 'unknown', condition: ['wear', 'accident'] };
      expect(read(facts)).toEqual(notEligible(['wear', 'accident']));
    });

    it.each([
      ['2026-01-31', 1, '2026-02-28'],
      ['2028-01-31', 1, '2028-02-29'],
      ['2024-02-29', 12, '2025-02-28'],
      ['2024-02-29', 48, '2028-02-29'],
      ['2026-05-31', 6, '2026-11-30'],
      ['1976-11-20', 600, '2026-11-20'],
    ])('received on %s, the warranty of %i months ends with %s', (receivedOn, warrantyMonths, last) => {
      const facts = { ...broken, receivedOn, warrantyMonths };
      expect(read(facts, last)).toEqual(repaired);
      expect(read(facts, plusDays(last, 1))).toEqual(notEligible(['warranty-repair']));
    });

    it('the last day of a dated warranty is in time, the next day is not', () => {
      const { warrantyMonths: _, ...facts } = broken;
      expect(read({ ...facts, warrantyUntil: today })).toEqual(repaired);
      expect(read({ ...facts, warrantyUntil: plusDays(today, -1) })).toEqual(notEligible(['warranty-repair']));
    });

    it('a known last day wins over the months, an unknown one leaves them their say', () => {
      expect(read({ ...broken, warrantyUntil: plusDays(today, -1) })).toEqual(notEligible(['warranty-repair']));
      expect(read({ ...broken, warrantyMonths: 0, warrantyUntil: today })).toEqual(repaired);
      expect(read({ ...broken, warrantyUntil: 'unknown' })).toEqual(repaired);
      expect(read({ ...broken, warrantyMonths: 'unknown', warrantyUntil: today })).toEqual(repaired);
    });
  });

  describe('what need not be asked', () => {
    it('what does not work has been received: delivery is not asked', () => {
      const { delivery: _, ...facts } = broken;
      expect(read(facts)).toEqual(repaired);
    });

    it('a change of mind on an unknown day is for a human, received or not', () => {
      const { clauses, resolution } = ruling('human-review', ['return-14-days']);
      expect(read({ reason: 'changed-mind', receivedOn: 'unknown' })).toMatchObject({ clauses, resolution });
    });

    it('a change of mind long after receipt still leaves the delivery to ask', () => {
      expect(read({ reason: 'changed-mind', receivedOn: longAgo })).toEqual(undecided('delivery'));
    });

    it('a change of mind leaves the delivery and the day of receipt to ask', () => {
      expect(read({ reason: 'changed-mind' })).toEqual(undecided('delivery', 'receivedOn'));
    });

    it('a change of mind once received leaves the day of receipt to ask', () => {
      expect(read(unwanted)).toEqual(undecided('receivedOn'));
    });

    it('one known cause after the 14 days is enough', () => {
      expect(read({ reason: 'not-working', receivedOn: longAgo, condition: ['wear'] })).toEqual(notEligible(['wear']));
    });

    it('a warranty known to be over is enough after the 14 days', () => {
      const facts = { reason: 'not-working', receivedOn: longAgo, warrantyMonths: 0 };
      expect(read(facts)).toEqual(notEligible(['warranty-repair']));
    });

    it('after the 14 days a defect leaves the warranty and the causes to ask', () => {
      const facts = { reason: 'not-working', receivedOn: longAgo };
      expect(read(facts)).toEqual(undecided('warrantyMonths', 'warrantyUntil', 'condition'));
      expect(read({ ...facts, condition: [] })).toEqual(undecided('warrantyMonths', 'warrantyUntil'));
      expect(read({ ...facts, warrantyMonths: 24 })).toEqual(undecided('condition'));
    });

    it('months without the day of receipt leave that day and the causes to ask', () => {
      const facts = { reason: 'not-working', warrantyMonths: 24 };
      expect(read(facts)).toEqual(undecided('receivedOn', 'condition'));
    });

    it('a defect leaves the day of receipt, the warranty and the causes to ask', () => {
      const expected = undecided('receivedOn', 'warrantyMonths', 'warrantyUntil', 'condition');
      expect(read({ reason: 'not-working' })).toEqual(expected);
    });

    it('damaged goods inspected on receipt need no day of receipt', () => {
      const facts = { ...damaged, delivery: 'received', inspectedAtHandover: true };
      expect(read(facts)).toEqual(humanReview(['unchecked-goods']));
    });

    it('damaged goods received leave the inspection and the day of receipt to ask', () => {
      const facts = { ...damaged, delivery: 'received' };
      expect(read(facts)).toEqual(undecided('inspectedAtHandover', 'receivedOn'));
      expect(read({ ...facts, inspectedAtHandover: false })).toEqual(undecided('receivedOn'));
      expect(read({ ...facts, receivedOn: longAgo })).toEqual(undecided('inspectedAtHandover'));
    });

    it('at the very start everything may matter, except the price', () => {
      const expected = undecided(
        'reason',
        'delivery',
        'inspectedAtHandover',
        'receivedOn',
        'warrantyMonths',
        'warrantyUntil',
        'condition',
      );
      expect(read({})).toEqual(expected);
      expect(read({ price: { amount: '100.00', currency: 'EUR' } })).toEqual(expected);
    });
  });
});
