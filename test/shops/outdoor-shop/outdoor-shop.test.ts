import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { plusDays } from '../../policy/calendar.ts';
import type { WireFacts } from '../tables.ts';

const policy = loadPolicy('policies/outdoor-shop');

function verdictOn(facts: WireFacts, today: string, now?: string) {
  return decide(policy, facts, { today, now });
}

/** The decision on a day, or at an instant (ISO) of it in UTC. */
function on(today: string, facts: WireFacts, now?: string): Decision {
  const verdict = verdictOn(facts, today, now);
  if (verdict.kind !== 'decision') throw new Error(`not decided: ${JSON.stringify(verdict)}`);
  return verdict.decision;
}

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const untouched = { delivery: 'received', tier: 'standard', discounted: false, condition: [] };
const unwanted = { ...untouched, reason: 'changed-mind' };
const misfit = { ...untouched, reason: 'does-not-fit' };
const cancelled = { reason: 'changed-mind', goods: 'equipment' };

describe('cancelling costs by stage', () => {
  it('nothing while the order is in preparation', () => {
    const decision = on('2026-11-21', { ...cancelled, delivery: 'in-preparation', price: euros('80.00') });
    expect(decision).toMatchObject({ resolution: 'cancellation', feePercent: 0, clauses: ['cancel-in-preparation'] });
    expect(decision.refund).toEqual({ amount: '80.00', fee: '0.00', currency: 'EUR' });
  });

  it('a fixed sum once it is packed, and never more than the price', () => {
    const packed = { ...cancelled, delivery: 'packed' };
    const decision = on('2026-11-21', packed);
    expect(decision.fee).toEqual({ fixed: euros('4.90') });
    expect(decision).not.toHaveProperty('feePercent');
    expect(decision).not.toHaveProperty('refund');
    expect(on('2026-11-21', { ...packed, price: euros('4.91') }).refund).toMatchObject({ amount: '0.01', fee: '4.90' });
    expect(on('2026-11-21', { ...packed, price: euros('3.00') }).refund).toMatchObject({ amount: '0.00', fee: '3.00' });
  });

  it('a sum in euros says nothing of a price in francs', () => {
    const price = { amount: '80.00', currency: 'CHF' };
    expect(on('2026-11-21', { ...cancelled, delivery: 'packed', price })).not.toHaveProperty('refund');
    expect(on('2026-11-21', { ...cancelled, delivery: 'shipped', price })).not.toHaveProperty('refund');
    const free = on('2026-11-21', { ...cancelled, delivery: 'in-preparation', price });
    expect(free.refund).toEqual({ amount: '80.00', fee: '0.00', currency: 'CHF' });
  });

  it.each([
    ['98.99', '9.90'],
    ['99.00', '9.90'],
    ['99.04', '9.90'],
    ['99.05', '9.91'],
    ['300.00', '30.00'],
  ])('the larger of 10 %% and €9.90 once it is shipped: of €%s it is €%s', (price, fee) => {
    const decision = on('2026-11-21', { ...cancelled, delivery: 'shipped', price: euros(price) });
    expect(decision.refund?.fee).toBe(fee);
  });

  it('what is made for the customer is not cancelled at any stage', () => {
    for (const delivery of ['in-preparation', 'packed', 'shipped']) {
      const decision = on('2026-11-21', { ...cancelled, goods: 'made-to-order', delivery });
      expect(decision).toMatchObject({ resolution: 'not-eligible', clauses: ['made-for-you'] });
    }
  });
});

describe('the return window', () => {
  it.each([
    ['electronics', 'standard', 14],
    ['equipment', 'standard', 21],
    ['clothing', 'standard', 30],
    ['electronics', 'gold', 60],
    ['clothing', 'gold', 60],
  ])('%s of a %s customer may come back for %i days', (goods, tier, days) => {
    const receivedOn = '2026-06-01';
    const last = plusDays(receivedOn, days);
    expect(on(last, { ...misfit, goods, tier, receivedOn })).toMatchObject({ resolution: 'return', deadline: last });
    const tooLate = on(plusDays(last, 1), { ...misfit, goods, tier, receivedOn });
    expect(tooLate).toMatchObject({ resolution: 'not-eligible', clauses: ['return-window'] });
  });

  const { tier: _, ...ofNobody } = { ...misfit, goods: 'clothing', receivedOn: '2026-10-10' };

  it('a gold member is not refused because nobody has told the tier: it is asked', () => {
    expect(verdictOn(ofNobody, '2026-11-21')).toEqual({
      kind: 'undecided',
      ask: 'tier',
      missing: ['tier'],
      atMost: 1,
    });
    const gold = on('2026-11-21', { ...ofNobody, tier: 'gold' });
    expect(gold).toMatchObject({ resolution: 'return', deadline: '2026-12-09' });
    expect(on('2026-11-21', { ...ofNobody, tier: 'standard' })).toMatchObject({ clauses: ['return-window'] });
  });

  it('who does not know is no member', () => {
    const unsure = on('2026-11-21', { ...ofNobody, tier: 'unknown' });
    expect(unsure).toEqual(on('2026-11-21', { ...ofNobody, tier: 'standard' }));
  });

  it('where the tier changes nothing it is not waited for', () => {
    expect(on('2026-12-21', ofNobody)).toMatchObject({ resolution: 'not-eligible', clauses: ['return-window'] });
    expect(on('2026-11-21', { ...ofNobody, condition: ['worn'] })).toMatchObject({ clauses: ['used'] });
  });

  it('counts from the day of an instant in the shop’s time zone', () => {
    // 22:30 in UTC is half past midnight in Berlin.
    const facts = { ...misfit, goods: 'electronics', receivedOn: '2026-06-01T22:30:00Z' };
    expect(on('2026-06-16', facts).deadline).toBe('2026-06-16');
  });

  it('waits for the goods before it promises a day: 14 and 30 days differ', () => {
    const facts = { ...misfit, receivedOn: '2026-06-01' };
    expect(verdictOn(facts, '2026-06-03')).toMatchObject({ kind: 'undecided', ask: 'goods', missing: ['goods'] });
  });

  it('does not wait for them where the window is over for all', () => {
    const facts = { ...misfit, goods: 'clothing', receivedOn: '2025-06-01', condition: ['worn'] };
    expect(on('2026-06-03', facts)).toMatchObject({ clauses: ['return-window', 'used'] });
    const { goods: _, ...open } = facts;
    expect(on('2026-06-03', open)).toMatchObject({ resolution: 'not-eligible', clauses: ['return-window', 'used'] });
  });
});

describe('the season of presents', () => {
  const present = { ...misfit, goods: 'electronics' };

  it.each([
    ['2026-11-14', '2026-11-28'],
    ['2026-11-15', '2027-01-15'],
    ['2026-12-24', '2027-01-15'],
    ['2026-12-25', '2027-01-08'],
  ])('received on %s: the last day is %s', (receivedOn, last) => {
    expect(on(last, { ...present, receivedOn }).deadline).toBe(last);
    expect(on(plusDays(last, 1), { ...present, receivedOn }).resolution).toBe('not-eligible');
  });

  it('never shortens a longer window', () => {
    const facts = { ...present, tier: 'gold', receivedOn: '2026-12-20' };
    expect(on('2026-12-21', facts).deadline).toBe('2027-02-18');
  });
});

describe('a change of mind costs more with time', () => {
  const jacket = { ...unwanted, goods: 'clothing', receivedOn: '2026-06-01', price: euros('49.99') };

  it.each([
    ['2026-06-08', 0, '0.00'],
    ['2026-06-09', 5, '2.50'],
    ['2026-06-15', 5, '2.50'],
    ['2026-06-16', undefined, '5.00'],
    ['2026-07-01', undefined, '5.00'],
  ])('on %s: %s %%, that is €%s', (today, feePercent, fee) => {
    const decision = on(today, jacket);
    expect(decision.feePercent).toBe(feePercent);
    expect(decision.refund?.fee).toBe(fee);
  });

  it('after the second week it is 10 % where that is more than €5', () => {
    expect(on('2026-06-16', { ...jacket, price: euros('50.04') }).refund?.fee).toBe('5.00');
    expect(on('2026-06-16', { ...jacket, price: euros('50.05') }).refund?.fee).toBe('5.01');
  });

  it('gold members never pay', () => {
    expect(on('2026-07-20', { ...jacket, tier: 'gold' })).toMatchObject({ feePercent: 0, resolution: 'return' });
  });

  it('what does not fit costs nothing, and no fee is named', () => {
    const decision = on('2026-06-20', { ...jacket, reason: 'does-not-fit' });
    expect(decision.resolution).toBe('return');
    expect(decision).not.toHaveProperty('feePercent');
    expect(decision).not.toHaveProperty('fee');
  });
});

describe('what the customer gets', () => {
  const jacket = { goods: 'clothing', receivedOn: '2026-06-01' };

  it('credit only for the outlet, another size only where it does not fit', () => {
    expect(on('2026-06-02', { ...unwanted, ...jacket, discounted: true }).refundAs).toEqual(['store-credit']);
    expect(on('2026-06-02', { ...misfit, ...jacket, discounted: true }).refundAs).toEqual(['exchange']);
    expect(on('2026-06-02', { ...unwanted, ...jacket }).refundAs).toEqual(['original', 'store-credit']);
  });

  it('whether it comes from the outlet is for a person to find out, where the customer cannot tell', () => {
    const decision = on('2026-06-02', { ...misfit, ...jacket, discounted: 'unknown' });
    expect(decision).toMatchObject({ resolution: 'human-review', clauses: ['outlet-exchange'] });
    const answers = [true, false].map((value) => ({ value, resolution: 'return' }));
    expect(decision.review).toEqual([{ fact: 'discounted', answers }]);
  });

  it('an unknown day of receipt is one thing to find out, whatever lengths the window can have', () => {
    const { review } = on('2026-06-02', { ...misfit, goods: 'clothing', receivedOn: 'unknown' });
    expect(review?.map(({ fact }) => fact)).toEqual(['returnWindow']);
    expect(review?.[0]?.answers.map(({ value }) => value)).toEqual(['first-week', 'second-week', 'open', 'closed']);
  });
});

describe('not returnable unless faulty', () => {
  const fault = { reason: 'faulty', purchasedOn: '2026-06-01', noticedOn: '2026-11-20' };

  it('hygiene articles', () => {
    expect(on('2026-11-21', { ...unwanted, goods: 'hygiene' })).toMatchObject({ clauses: ['hygiene'] });
    expect(on('2026-11-21', { ...fault, goods: 'hygiene' })).toMatchObject({ resolution: 'return' });
  });

  it('what was made for the customer, and then it is made anew', () => {
    expect(on('2026-11-21', { ...unwanted, goods: 'made-to-order' })).toMatchObject({ clauses: ['made-for-you'] });
    const decision = on('2026-11-21', { ...fault, goods: 'made-to-order' });
    expect(decision).toMatchObject({ resolution: 'return', refundAs: ['exchange'] });
  });
});

describe('damage on the way, 48 hours', () => {
  const damaged = { reason: 'damaged-on-arrival', receivedOn: '2026-06-01T10:00:00Z' };
  const inTime = { resolution: 'return', deadline: '2026-06-03', deadlineAt: '2026-06-03T10:00:00Z' };

  it('the 48th hour is in time, a second later is not', () => {
    expect(on('2026-06-03', damaged, '2026-06-03T10:00:00Z')).toMatchObject(inTime);
    const late = on('2026-06-03', damaged, '2026-06-03T10:00:01Z');
    expect(late).toMatchObject({ resolution: 'not-eligible', clauses: ['report-damage'] });
  });

  it('hours are hours, also where the clocks are put back', () => {
    const autumn = { ...damaged, receivedOn: '2026-10-24T12:00:00+02:00' };
    expect(on('2026-10-26', autumn, '2026-10-26T11:00:00+01:00')).toMatchObject({ resolution: 'return' });
    expect(on('2026-10-26', autumn, '2026-10-26T11:00:01+01:00')).toMatchObject({ resolution: 'not-eligible' });
  });

  it('without the time of day now it is open the day before, over the day after, and for a person on the day itself', () => {
    expect(on('2026-06-02', damaged)).toMatchObject(inTime);
    expect(on('2026-06-03', damaged)).toMatchObject({ resolution: 'human-review', clauses: ['report-damage'] });
    expect(on('2026-06-04', damaged)).toMatchObject({ resolution: 'not-eligible' });
  });

  it('without the time of receipt it is in time while every time of that day would be', () => {
    const undated = { ...damaged, receivedOn: '2026-06-01' };
    // The day begins and ends at 22:00 in UTC.
    expect(on('2026-06-03', undated, '2026-06-02T22:00:00Z')).toMatchObject({ deadlineAt: '2026-06-02T22:00:00Z' });
    expect(on('2026-06-03', undated, '2026-06-02T22:00:01Z')).toMatchObject({ resolution: 'human-review' });
    expect(on('2026-06-03', undated, '2026-06-03T21:59:59Z')).toMatchObject({ resolution: 'human-review' });
    expect(on('2026-06-04', undated, '2026-06-03T22:00:00Z')).toMatchObject({ resolution: 'not-eligible' });
  });

  it('a receipt to come is impossible, to the second where now is known', () => {
    const now = '2026-06-01T09:59:59Z';
    expect(verdictOn(damaged, '2026-06-01', now)).toMatchObject({ error: { code: 'impossible', fact: 'receivedOn' } });
    expect(verdictOn(damaged, '2026-06-01').kind).toBe('decision');
    expect(verdictOn(damaged, '2026-05-31')).toMatchObject({ error: { code: 'impossible' } });
  });

  it.each(['2026-06-01T10:00', '2026-06-01 10:00Z', '2026-02-30T10:00:00Z', '2026-06-01T25:00:00Z', 'soon', 5])(
    '%s is neither a day nor an instant',
    (receivedOn) => {
      const verdict = verdictOn({ ...damaged, receivedOn }, '2026-06-10');
      expect(verdict).toMatchObject({ error: { code: 'invalid-value', fact: 'receivedOn' } });
    },
  );
});

describe('working days', () => {
  const missing = { reason: 'not-arrived', delivery: 'shipped' };

  it.each([
    ['a Friday', '2026-06-05', '2026-06-19'],
    ['a Saturday', '2026-06-06', '2026-06-19'],
    ['a Monday', '2026-06-08', '2026-06-22'],
    ['a Friday before Christmas', '2026-12-18', '2027-01-05'],
    ['the day before Good Friday', '2027-03-25', '2027-04-12'],
  ])('shipped on %s, %s: the tenth is %s', (_, shippedOn, last) => {
    expect(on(last, { ...missing, shippedOn })).toMatchObject({ clauses: ['delivery-time'] });
    const lost = on(plusDays(last, 1), { ...missing, shippedOn, price: euros('80.00') });
    expect(lost).toMatchObject({ resolution: 'cancellation', refund: { amount: '80.00' }, refundAs: ['original'] });
  });
});

describe('faults: report by, send by', () => {
  const fault = { reason: 'faulty', goods: 'clothing', purchasedOn: '2026-06-01' };

  it('the report is due 14 days, the parcel 20 working days after the fault was noticed', () => {
    const decision = on('2026-12-20', { ...fault, noticedOn: '2026-12-10' });
    expect(decision).toMatchObject({ resolution: 'return', deadline: '2026-12-24', sendBy: '2027-01-11' });
  });

  it('day 14 is in time, day 15 is not', () => {
    expect(on('2026-12-24', { ...fault, noticedOn: '2026-12-10' }).resolution).toBe('return');
    expect(on('2026-12-25', { ...fault, noticedOn: '2026-12-10' })).toMatchObject({ clauses: ['report-fault'] });
  });

  it('the guarantee runs 24 months from the purchase', () => {
    const noticed = { ...fault, noticedOn: '2028-05-30' };
    expect(on('2028-06-01', noticed).resolution).toBe('return');
    expect(on('2028-06-02', noticed)).toMatchObject({ resolution: 'not-eligible', clauses: ['guarantee'] });
  });
});
