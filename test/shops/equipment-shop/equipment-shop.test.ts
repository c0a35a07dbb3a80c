import { describe, expect, it } from 'vitest';
import { plusDays } from '../../policy/calendar.ts';
import { humanReview, notEligible, readersOf, ruling, today, undecided } from '../book.ts';

const returnTerms = [
  'buyer-pays-return',
  'manufacturer-diagnoses',
  'manufacturer-decides',
  'refund-choice',
  'return-form',
];
const noClaim = 'no-claim-after-acceptance';
const parcelTerms = ['insured', noClaim];
const inspectClauses = ['inspect-packaging', 'inspect-contents', 'refuse-damaged'];
const cancellationTerms = ['fee-purpose', 'refund-choice', 'return-form'];

const sound = { discounted: false, condition: [], purchasedOn: '2026-02-01', warrantyMonths: 24 };
const broken = { reason: 'not-working', goods: 'device', delivery: 'received', ...sound };
const brokenInTransit = { ...broken, reason: 'damaged-in-transit', works: false };
const unwanted = { ...broken, reason: 'changed-mind' };
const orderedDevice = { goods: 'device', delivery: 'not-shipped', discounted: false };
const orderedLicence = { goods: 'digital', activation: 'not-activated', discounted: false };
const orderedService = { goods: 'service', activation: 'not-activated', discounted: false };
const parcel = { reason: 'damaged-in-transit', goods: 'device' };

const mayComeBack = ruling('return', ['warranty-return'], { terms: returnTerms });

function cancelled(feeClause: string, rest: { terms?: string[]; alternatives?: string[] } = {}) {
  return ruling('cancellation', [feeClause], {
    ...rest,
    terms: [...cancellationTerms, ...(rest.terms ?? [])],
    feePercent: 6,
  });
}

describe.each(readersOf('equipment-shop'))('the equipment shop, as the $name reads it', ({ read }) => {
  describe('what the policy does not foresee', () => {
    it.each(['device', 'digital', 'service'])('another reason is for a human, whatever the goods: %s', (goods) => {
      const facts = { reason: 'other', goods, delivery: 'received', activation: 'activated', discounted: true };
      expect(read(facts)).toEqual(humanReview([]));
    });

    it('another reason is for a human at once: nothing else is asked', () => {
      expect(read({ reason: 'other' })).toEqual(humanReview([]));
    });

    it('another reason leaves nothing to find out, even where answers are unknown', () => {
      const facts = { ...broken, reason: 'other', discounted: 'unknown', warrantyMonths: 'unknown' };
      expect(read(facts)).toEqual(humanReview([]));
    });
  });

  describe('digital goods', () => {
    it.each(['waiting-for-activation', 'activated'])('a licence cannot be cancelled once it is %s', (activation) => {
      const facts = { ...orderedLicence, reason: 'changed-mind', activation };
      expect(read(facts)).toEqual(notEligible(['digital-after-activation', 'non-physical']));
    });

    it.each(['not-working', 'changed-mind', 'wrong-item', 'wrong-details'])(
      'after activation a licence stays, also when the reason is %s',
      (reason) => {
        const facts = { ...orderedLicence, reason, activation: 'activated' };
        expect(read(facts)).toEqual(notEligible(['digital-after-activation', 'non-physical']));
      },
    );

    it.each(['waiting-for-activation', 'activated'])(
      'a wrong serial number noticed when the licence is %s is the customer’s own responsibility',
      (activation) => {
        const facts = { ...orderedLicence, reason: 'wrong-serial', activation };
        expect(read(facts)).toEqual(notEligible(['serial-number', 'digital-after-activation', 'non-physical']));
      },
    );

    it('a discount is no further exclusion of an activated licence', () => {
      const facts = { ...orderedLicence, reason: 'changed-mind', activation: 'activated', discounted: true };
      expect(read(facts)).toEqual(notEligible(['digital-after-activation', 'non-physical']));
    });

    it('a licence that does not work before its activation is for a human', () => {
      expect(read({ ...orderedLicence, reason: 'not-working' })).toEqual(humanReview(['non-physical']));
    });

    it('for a licence that does not work the discount is not looked into', () => {
      const facts = { ...orderedLicence, reason: 'not-working', discounted: 'unknown' };
      expect(read(facts)).toEqual(humanReview(['non-physical']));
    });

    it.each([
      ['changed-mind', 'fee-changed-mind'],
      ['wrong-item', 'fee-wrong-digital'],
      ['wrong-details', 'fee-wrong-details'],
      ['wrong-serial', 'fee-wrong-details'],
    ])('final sale against a refund less 6 %% is for a human: a discounted licence, %s', (reason, feeClause) => {
      expect(read({ ...orderedLicence, reason, discounted: true })).toEqual(humanReview(['discounted', feeClause]));
    });

    it('whether the licence was discounted is for a human to find out when the customer does not know', () => {
      const facts = { ...orderedLicence, reason: 'changed-mind', discounted: 'unknown' };
      const review = { discounted: { true: 'human-review', false: 'cancellation' } };
      expect(read(facts)).toEqual(humanReview(['discounted', 'fee-changed-mind'], review));
    });

    it('a change of mind before activation cancels the licence less 6 %', () => {
      expect(read({ ...orderedLicence, reason: 'changed-mind' })).toEqual(cancelled('fee-changed-mind'));
    });

    it('a wrong module noticed before activation costs 6 %', () => {
      expect(read({ ...orderedLicence, reason: 'wrong-item' })).toEqual(cancelled('fee-wrong-digital'));
    });

    it('wrong details noticed before activation cost 6 %, or a person may simply correct them', () => {
      const expected = cancelled('fee-wrong-details', { alternatives: ['human-review'] });
      expect(read({ ...orderedLicence, reason: 'wrong-details' })).toEqual(expected);
    });

    it('a wrong serial number noticed before activation costs 6 %, with the warning to check it', () => {
      const expected = cancelled('fee-wrong-details', { terms: ['serial-number'], alternatives: ['human-review'] });
      expect(read({ ...orderedLicence, reason: 'wrong-serial' })).toEqual(expected);
    });

    it('a licence has no parcel: what is said about delivery is ignored', () => {
      const facts = { ...orderedLicence, reason: 'not-working', delivery: 'not-shipped' };
      expect(read(facts)).toEqual(humanReview(['non-physical']));
    });
  });

  describe('services', () => {
    it.each(['waiting-for-activation', 'activated'])('a service is not given back once it is %s', (activation) => {
      const facts = { ...orderedService, reason: 'changed-mind', activation };
      expect(read(facts)).toEqual(notEligible(['non-physical']));
    });

    it.each(['not-working', 'wrong-item', 'wrong-details'])(
      'a service begun stays, also when the reason is %s',
      (reason) => {
        const facts = { ...orderedService, reason, activation: 'activated' };
        expect(read(facts)).toEqual(notEligible(['non-physical']));
      },
    );

    it('a service begun on a wrong serial number names both clauses', () => {
      const facts = { ...orderedService, reason: 'wrong-serial', activation: 'activated' };
      expect(read(facts)).toEqual(notEligible(['serial-number', 'non-physical']));
    });

    it('a service that does not work before it has begun is for a human', () => {
      expect(read({ ...orderedService, reason: 'not-working' })).toEqual(humanReview(['non-physical']));
    });

    it.each([
      ['changed-mind', 'fee-changed-mind'],
      ['wrong-item', 'fee-wrong-digital'],
      ['wrong-details', 'fee-wrong-details'],
      ['wrong-serial', 'fee-wrong-details'],
    ])('a discounted service not begun is for a human: %s', (reason, feeClause) => {
      expect(read({ ...orderedService, reason, discounted: true })).toEqual(humanReview(['discounted', feeClause]));
    });

    it('a change of mind before the service begins costs 6 %', () => {
      expect(read({ ...orderedService, reason: 'changed-mind' })).toEqual(cancelled('fee-changed-mind'));
    });

    it('the wrong service is cancelled under the clause for digital products', () => {
      expect(read({ ...orderedService, reason: 'wrong-item' })).toEqual(cancelled('fee-wrong-digital'));
    });

    it('wrong details of a service cost 6 %, or a person may simply correct them', () => {
      const expected = cancelled('fee-wrong-details', { alternatives: ['human-review'] });
      expect(read({ ...orderedService, reason: 'wrong-details' })).toEqual(expected);
    });

    it('a wrong serial number for a service comes with the warning to check it', () => {
      const expected = cancelled('fee-wrong-details', { terms: ['serial-number'], alternatives: ['human-review'] });
      expect(read({ ...orderedService, reason: 'wrong-serial' })).toEqual(expected);
    });
  });

  describe('a device before shipment', () => {
    it('a change of mind before shipment costs 6 %', () => {
      expect(read({ ...orderedDevice, reason: 'changed-mind' })).toEqual(cancelled('fee-changed-mind'));
    });

    it('a wrong device noticed before shipment costs 6 %', () => {
      expect(read({ ...orderedDevice, reason: 'wrong-item' })).toEqual(cancelled('fee-wrong-item'));
    });

    it('wrong details noticed before shipment cost 6 %, or a person may simply correct them', () => {
      const expected = cancelled('fee-wrong-details', { alternatives: ['human-review'] });
      expect(read({ ...orderedDevice, reason: 'wrong-details' })).toEqual(expected);
    });

    it('a wrong serial number noticed before shipment comes with the warning to check it', () => {
      const expected = cancelled('fee-wrong-details', { terms: ['serial-number'], alternatives: ['human-review'] });
      expect(read({ ...orderedDevice, reason: 'wrong-serial' })).toEqual(expected);
    });

    it.each([
      ['changed-mind', 'fee-changed-mind'],
      ['wrong-item', 'fee-wrong-item'],
      ['wrong-details', 'fee-wrong-details'],
      ['wrong-serial', 'fee-wrong-details'],
    ])('final sale against a refund less 6 %% is for a human: a discounted device, %s', (reason, feeClause) => {
      expect(read({ ...orderedDevice, reason, discounted: true })).toEqual(humanReview(['discounted', feeClause]));
      const review = { discounted: { true: 'human-review', false: 'cancellation' } };
      const unsure = { ...orderedDevice, reason, discounted: 'unknown' };
      expect(read(unsure)).toEqual(humanReview(['discounted', feeClause], review));
    });

    it('the condition and the warranty of a device not shipped are of no interest', () => {
      const facts = { ...orderedDevice, reason: 'changed-mind', condition: ['seal-damaged'], warrantyMonths: 0 };
      expect(read(facts)).toEqual(cancelled('fee-changed-mind'));
    });
  });

  describe('a device on its way', () => {
    it.each(['in-transit', 'at-handover'])('changing one’s mind is for a human while the parcel is %s', (delivery) => {
      const facts = { ...orderedDevice, delivery };
      expect(read({ ...facts, reason: 'changed-mind' })).toEqual(humanReview(['fee-changed-mind']));
      expect(read({ ...facts, reason: 'wrong-item' })).toEqual(humanReview(['fee-wrong-item']));
      expect(read({ ...facts, reason: 'wrong-details' })).toEqual(humanReview(['fee-wrong-details']));
      expect(read({ ...facts, reason: 'wrong-serial' })).toEqual(humanReview(['fee-wrong-details']));
    });

    it('no answer about the discount would help while the parcel travels', () => {
      const facts = { ...orderedDevice, reason: 'changed-mind', delivery: 'in-transit', discounted: 'unknown' };
      expect(read(facts)).toEqual(humanReview(['fee-changed-mind']));
    });
  });

  describe('the fee in money', () => {
    const cancelling = { ...orderedDevice, reason: 'changed-mind' };

    it.each([
      ['100.00', 'EUR', '94.00', '6.00'],
      ['0.25', 'EUR', '0.23', '0.02'],
      ['94.50', 'HUF', '88.83', '5.67'],
      ['0.025', 'IQD', '0.023', '0.002'],
      ['0.24', 'EUR', '0.23', '0.01'],
      ['0.08', 'EUR', '0.08', '0.00'],
      ['0.09', 'EUR', '0.08', '0.01'],
      ['94', 'EUR', '88.36', '5.64'],
      ['19.9', 'USD', '18.71', '1.19'],
      ['25', 'JPY', '23', '2'],
      ['1000', 'JPY', '940', '60'],
      ['0.025', 'KWD', '0.023', '0.002'],
      ['12.345', 'KWD', '11.604', '0.741'],
      ['0.75', 'EUR', '0.70', '0.05'],
      ['1.25', 'EUR', '1.17', '0.08'],
      ['10.75', 'EUR', '10.10', '0.65'],
      ['1.005', 'KWD', '0.945', '0.060'],
      ['0.00', 'EUR', '0.00', '0.00'],
      ['12345678901234.56', 'EUR', '11604938167160.49', '740740734074.07'],
    ])('of %s %s the customer gets back %s, and %s is the fee', (price, currency, amount, fee) => {
      const expected = { ...cancelled('fee-changed-mind'), refund: { amount, fee, currency } };
      expect(read({ ...cancelling, price: { amount: price, currency } })).toEqual(expected);
    });

    it('no price, no sum: the fee is told in percent alone', () => {
      expect(read(cancelling)).not.toHaveProperty('refund');
    });

    it('a price changes nothing where there is no fee', () => {
      const price = { amount: '100.00', currency: 'EUR' };
      expect(read({ ...broken, price })).toEqual(mayComeBack);
      expect(read({ ...cancelling, discounted: true, price })).toEqual(humanReview(['discounted', 'fee-changed-mind']));
    });
  });

  describe('a device received', () => {
    it('a device that does not work may come back within the warranty', () => {
      expect(read(broken)).toEqual(mayComeBack);
    });

    it.each(['changed-mind', 'wrong-item', 'wrong-details'])('a working device is not taken back: %s', (reason) => {
      expect(read({ ...broken, reason })).toEqual(notEligible(['working-device']));
    });

    it('a serial number given wrongly is the customer’s own responsibility', () => {
      expect(read({ ...broken, reason: 'wrong-serial' })).toEqual(notEligible(['serial-number']));
    });

    it('a discount is final sale even within the warranty', () => {
      expect(read({ ...broken, discounted: true })).toEqual(notEligible(['discounted']));
    });

    it.each([
      ['an unauthorised repair', 'unauthorised-repair', 'unauthorised-repair'],
      ['a broken seal', 'seal-damaged', 'seal-damaged'],
      ['a sign of use', 'signs-of-use', 'signs-of-use'],
      ['tampered software', 'tampered-software', 'tampered-software'],
      ['a missing or damaged packaging', 'packaging-missing-or-damaged', 'packaging'],
    ])('%s excludes the return even within the warranty', (_, condition, clause) => {
      expect(read({ ...broken, condition: [condition] })).toEqual(notEligible([clause]));
      expect(read({ ...unwanted, condition: [condition] })).toEqual(notEligible(['working-device', clause]));
      const inTransit = notEligible([clause], [noClaim]);
      expect(read({ ...brokenInTransit, condition: [condition] })).toEqual(inTransit);
    });

    it('every exclusion that is established is named, not only the first', () => {
      const condition = [
        'packaging-missing-or-damaged',
        'tampered-software',
        'signs-of-use',
        'seal-damaged',
        'unauthorised-repair',
      ];
      const clauses = ['unauthorised-repair', 'seal-damaged', 'signs-of-use', 'tampered-software', 'packaging'];
      const facts = { ...broken, discounted: true, condition, warrantyMonths: 0 };
      expect(read(facts)).toEqual(notEligible(['warranty-return', 'discounted', ...clauses]));
      expect(read({ ...facts, reason: 'wrong-serial' })).toEqual(
        notEligible(['serial-number', 'discounted', ...clauses]),
      );
    });

    it('the warranty matters to a defect only: a working device is excluded as working', () => {
      expect(read({ ...unwanted, warrantyMonths: 0 })).toEqual(notEligible(['working-device']));
      expect(read({ ...broken, reason: 'wrong-serial', warrantyMonths: 0 })).toEqual(notEligible(['serial-number']));
    });

    it('after the warranty a broken device stays with the customer', () => {
      expect(read({ ...broken, warrantyMonths: 6 })).toEqual(notEligible(['warranty-return']));
    });

    it('an exclusion decides, whatever else is unknown', () => {
      const unsure = { discounted: 'unknown', warrantyMonths: 'unknown' };
      expect(read({ ...broken, ...unsure, condition: ['signs-of-use'] })).toEqual(notEligible(['signs-of-use']));
      expect(read({ ...unwanted, ...unsure })).toEqual(notEligible(['working-device']));
      expect(read({ ...broken, discounted: true, warrantyMonths: 'unknown' })).toEqual(notEligible(['discounted']));
      expect(read({ ...broken, discounted: 'unknown', warrantyMonths: 0 })).toEqual(notEligible(['warranty-return']));
    });

    it('an unknown discount is for a human', () => {
      const review = { discounted: { true: 'not-eligible', false: 'return' } };
      expect(read({ ...broken, discounted: 'unknown' })).toEqual(humanReview(['discounted'], review));
    });

    it('an unknown warranty is for a human: the manufacturer sets it', () => {
      const facts = { ...broken, warrantyMonths: 'unknown' };
      const review = { warranty: { active: 'return', expired: 'not-eligible' } };
      expect(read(facts)).toEqual(humanReview(['manufacturer-sets-warranty'], review));
    });

    it('of two unknowns each is for a human to find out, the other staying unknown', () => {
      const facts = { ...broken, discounted: 'unknown', warrantyMonths: 'unknown' };
      const review = {
        discounted: { true: 'not-eligible', false: 'human-review' },
        warranty: { active: 'human-review', expired: 'not-eligible' },
      };
      expect(read(facts)).toEqual(humanReview(['discounted', 'manufacturer-sets-warranty'], review));
    });

    it('a detail of the hand-over that nobody knows is not for the human to find out', () => {
      const facts = { ...broken, discounted: 'unknown', deviceDamaged: 'unknown', works: 'unknown' };
      const review = { discounted: { true: 'not-eligible', false: 'return' } };
      expect(read(facts)).toEqual(humanReview(['discounted'], review));
    });

    it('whether a broken device works is not asked, and an answer to it is ignored', () => {
      expect(read({ ...broken, works: true })).toEqual(mayComeBack);
    });
  });

  describe('a device damaged in transit, received', () => {
    it('a device broken in transit may come back within the warranty, but there is no claim against the courier', () => {
      const expected = ruling('return', ['warranty-return'], { terms: [...returnTerms, noClaim] });
      expect(read(brokenInTransit)).toEqual(expected);
    });

    it('a device that works after all is not taken back', () => {
      expect(read({ ...brokenInTransit, works: true })).toEqual(notEligible(['working-device'], [noClaim]));
    });

    it('a working device out of warranty is excluded as working alone', () => {
      const facts = { ...brokenInTransit, works: true, warrantyMonths: 0 };
      expect(read(facts)).toEqual(notEligible(['working-device'], [noClaim]));
    });

    it('a discount is final sale after transit damage too', () => {
      const facts = { ...brokenInTransit, discounted: true };
      expect(read(facts)).toEqual(notEligible(['discounted'], [noClaim]));
      const both = notEligible(['working-device', 'discounted'], [noClaim]);
      expect(read({ ...facts, works: true })).toEqual(both);
    });

    it('out of warranty a device broken in transit stays with the customer', () => {
      expect(read({ ...brokenInTransit, warrantyMonths: 0 })).toEqual(notEligible(['warranty-return'], [noClaim]));
    });

    it('whether it works is for a human to find out when the customer does not know', () => {
      const review = { works: { true: 'not-eligible', false: 'return' } };
      expect(read({ ...brokenInTransit, works: 'unknown' })).toEqual(humanReview(['working-device'], review));
    });

    it('nobody knows whether it works: warranty and condition count as for a defect', () => {
      const facts = { ...brokenInTransit, works: 'unknown' };
      expect(read({ ...facts, warrantyMonths: 0 })).toEqual(notEligible(['warranty-return'], [noClaim]));
      expect(read({ ...facts, condition: ['seal-damaged'] })).toEqual(notEligible(['seal-damaged'], [noClaim]));
    });

    it('works, discount and warranty unknown: the human has all three to find out', () => {
      const facts = { ...brokenInTransit, works: 'unknown', discounted: 'unknown', warrantyMonths: 'unknown' };
      const review = {
        works: { true: 'not-eligible', false: 'human-review' },
        discounted: { true: 'not-eligible', false: 'human-review' },
        warranty: { active: 'human-review', expired: 'not-eligible' },
      };
      const clauses = ['working-device', 'discounted', 'manufacturer-sets-warranty'];
      expect(read(facts)).toEqual(humanReview(clauses, review));
    });

    it('an unknown warranty of a device broken in transit is for a human', () => {
      const review = { warranty: { active: 'return', expired: 'not-eligible' } };
      const facts = { ...brokenInTransit, warrantyMonths: 'unknown' };
      expect(read(facts)).toEqual(humanReview(['manufacturer-sets-warranty'], review));
    });
  });

  describe('a parcel damaged in transit, not accepted yet', () => {
    const lookInside = ruling('inspect-on-delivery', inspectClauses, { terms: parcelTerms });

    it('a damaged parcel under way is looked into at hand-over', () => {
      expect(read({ ...parcel, delivery: 'in-transit' })).toEqual(lookInside);
    });

    it('at the door the customer looks into the parcel before anything else', () => {
      expect(read({ ...parcel, delivery: 'at-handover', deviceDamaged: 'unknown' })).toEqual(lookInside);
    });

    it('a device seen damaged at the door is refused', () => {
      const expected = ruling('refuse-delivery', ['refuse-damaged'], { terms: parcelTerms });
      expect(read({ ...parcel, delivery: 'at-handover', deviceDamaged: true })).toEqual(expected);
    });

    it('a whole device in a damaged parcel is accepted', () => {
      const expected = ruling('accept-delivery', ['inspect-contents'], { terms: parcelTerms });
      expect(read({ ...parcel, delivery: 'at-handover', deviceDamaged: false })).toEqual(expected);
    });

    it('under way nobody has seen the device: an answer about it is ignored', () => {
      expect(read({ ...parcel, delivery: 'in-transit', deviceDamaged: true })).toEqual(lookInside);
    });
  });

  describe('how long the warranty lasts', () => {
    const expired = notEligible(['warranty-return']);
    const unclear = humanReview(['manufacturer-sets-warranty'], {
      warranty: { active: 'return', expired: 'not-eligible' },
    });
    const { purchasedOn: _, warrantyMonths: __, ...bare } = broken;

    it.each([
      ['a year from an ordinary day', '2025-11-20', 12, '2026-11-20'],
      ['a month from 31 January', '2027-01-31', 1, '2027-02-28'],
      ['a month from 31 January of a leap year', '2028-01-31', 1, '2028-02-29'],
      ['a month from 30 January', '2027-01-30', 1, '2027-02-28'],
      ['half a year from 31 August', '2026-08-31', 6, '2027-02-28'],
      ['a month from 31 March', '2026-03-31', 1, '2026-04-30'],
      ['a year from 29 February', '2024-02-29', 12, '2025-02-28'],
      ['four years from 29 February', '2024-02-29', 48, '2028-02-29'],
      ['a month from 28 February', '2027-02-28', 1, '2027-03-28'],
      ['a month across the new year', '2026-12-15', 1, '2027-01-15'],
      ['the longest warranty, 600 months', '1976-11-20', 600, '2026-11-20'],
      ['48 years from 29 February into 2100, no leap year', '2052-02-29', 576, '2100-02-28'],
    ])('%s: bought %s, %i months, the last day is %s', (_title, purchasedOn, warrantyMonths, last) => {
      const facts = { ...bare, purchasedOn, warrantyMonths };
      expect(read(facts, last)).toEqual(mayComeBack);
      expect(read(facts, plusDays(last, 1))).toEqual(expired);
    });

    it('the last warranty day is in time, the next day is not', () => {
      expect(read({ ...bare, warrantyUntil: today })).toEqual(mayComeBack);
      expect(read({ ...bare, warrantyUntil: plusDays(today, -1) })).toEqual(expired);
    });

    it('a warranty until 29 February ends with that day', () => {
      expect(read({ ...bare, warrantyUntil: '2028-02-29' }, '2028-02-29')).toEqual(mayComeBack);
      expect(read({ ...bare, warrantyUntil: '2028-02-29' }, '2028-03-01')).toEqual(expired);
    });

    it('a device bought today is under warranty today', () => {
      expect(read({ ...bare, purchasedOn: today, warrantyMonths: 1 })).toEqual(mayComeBack);
    });

    it('no warranty at all is an expired one, even on the day of purchase', () => {
      expect(read({ ...bare, purchasedOn: today, warrantyMonths: 0 })).toEqual(expired);
      expect(read({ ...bare, purchasedOn: 'unknown', warrantyMonths: 0 })).toEqual(expired);
      expect(read({ ...bare, warrantyMonths: 0 })).toEqual(expired);
      expect(read({ ...bare, warrantyMonths: 0, warrantyUntil: 'unknown' })).toEqual(expired);
    });

    it('a known last day needs no day of purchase', () => {
      expect(read({ ...bare, warrantyUntil: today })).toEqual(mayComeBack);
      expect(read({ ...bare, purchasedOn: 'unknown', warrantyUntil: today })).toEqual(mayComeBack);
    });

    it('a known last day wins over the months', () => {
      expect(read({ ...broken, warrantyUntil: plusDays(today, -1) })).toEqual(expired);
      expect(read({ ...broken, warrantyMonths: 0, warrantyUntil: today })).toEqual(mayComeBack);
    });

    it('an unknown last day does not discard the months', () => {
      expect(read({ ...broken, warrantyUntil: 'unknown' })).toEqual(mayComeBack);
      expect(read({ ...broken, warrantyMonths: 1, warrantyUntil: 'unknown' })).toEqual(expired);
    });

    it('unknown months do not discard the last day', () => {
      expect(read({ ...bare, warrantyMonths: 'unknown', warrantyUntil: today })).toEqual(mayComeBack);
      expect(read({ ...bare, warrantyMonths: 'unknown', warrantyUntil: plusDays(today, -1) })).toEqual(expired);
    });

    it('one "I don’t know" about the warranty settles both its forms', () => {
      expect(read({ ...bare, warrantyMonths: 'unknown' })).toEqual(unclear);
      expect(read({ ...bare, warrantyUntil: 'unknown' })).toEqual(unclear);
      expect(read({ ...bare, warrantyMonths: 'unknown', warrantyUntil: 'unknown' })).toEqual(unclear);
    });

    it('months from an unknown day of purchase say nothing', () => {
      expect(read({ ...bare, purchasedOn: 'unknown', warrantyMonths: 24 })).toEqual(unclear);
      expect(read({ ...bare, purchasedOn: 'unknown', warrantyMonths: 24, warrantyUntil: 'unknown' })).toEqual(unclear);
    });

    it('months without the day of purchase leave that day to ask, and nothing else', () => {
      expect(read({ ...bare, warrantyMonths: 24 })).toEqual(undecided('purchasedOn'));
      expect(read({ ...bare, warrantyMonths: 24, warrantyUntil: 'unknown' })).toEqual(undecided('purchasedOn'));
    });

    it('the day of purchase alone leaves the warranty to ask, in either form', () => {
      const facts = { ...bare, purchasedOn: today };
      expect(read(facts)).toEqual(undecided('warrantyMonths', 'warrantyUntil'));
      expect(read({ ...bare, purchasedOn: 'unknown' })).toEqual(undecided('warrantyMonths', 'warrantyUntil'));
      expect(read(bare)).toEqual(undecided('purchasedOn', 'warrantyMonths', 'warrantyUntil'));
    });
  });

  describe('what need not be asked', () => {
    it('a device that does not work has been received: delivery is not asked', () => {
      const { delivery: _, ...facts } = broken;
      expect(read(facts)).toEqual(mayComeBack);
    });

    it('transit damage concerns a device: the goods are not asked', () => {
      const { goods: _, ...facts } = brokenInTransit;
      expect(read(facts)).toEqual(ruling('return', ['warranty-return'], { terms: [...returnTerms, noClaim] }));
      expect(read({ reason: 'damaged-in-transit' })).not.toEqual(undecided('goods'));
    });

    it('a working device received is excluded before its condition is asked', () => {
      expect(read({ reason: 'changed-mind', goods: 'device', delivery: 'received' })).toEqual(
        notEligible(['working-device']),
      );
    });

    it('a discounted broken device is excluded before its warranty is asked', () => {
      expect(read({ reason: 'not-working', goods: 'device', discounted: true })).toEqual(notEligible(['discounted']));
    });

    it('one known exclusion is enough, and only the known ones are cited', () => {
      const facts = { reason: 'not-working', goods: 'device', warrantyUntil: '2026-11-19' };
      expect(read(facts)).toEqual(notEligible(['warranty-return']));
      const damaged = {
        reason: 'damaged-in-transit',
        delivery: 'received',
        condition: ['seal-damaged', 'signs-of-use'],
      };
      expect(read(damaged)).toEqual(notEligible(['seal-damaged', 'signs-of-use'], [noClaim]));
    });

    it('out of warranty after transit damage: excluded for certain, but which clause excludes is still open', () => {
      const { works: _, ...open } = { ...brokenInTransit, warrantyMonths: 0 };
      expect(read(open)).toEqual(undecided('works'));
      expect(read({ ...open, discounted: true })).toEqual(notEligible(['discounted'], [noClaim]));
    });

    it('licence or service: after activation the one clause they share decides', () => {
      const facts = { reason: 'not-working', delivery: 'not-shipped', activation: 'activated' };
      expect(read(facts)).toEqual(notEligible(['non-physical']));
    });

    it('licence or service: what does not work before activation is for a human either way', () => {
      const facts = { reason: 'not-working', delivery: 'not-shipped', activation: 'not-activated' };
      expect(read(facts)).toEqual(humanReview(['non-physical']));
    });

    it('a change of mind with nothing shipped and nothing activated costs the same for all goods', () => {
      const facts = { reason: 'changed-mind', delivery: 'not-shipped', activation: 'not-activated', discounted: false };
      expect(read(facts)).toEqual(cancelled('fee-changed-mind'));
    });

    it('a wrong item costs the same for all goods, but under another clause: the goods are asked', () => {
      const facts = { reason: 'wrong-item', delivery: 'not-shipped', activation: 'not-activated', discounted: false };
      expect(read(facts)).toEqual(undecided('goods'));
    });

    it('a licence not activated leaves only the discount to ask', () => {
      const facts = { reason: 'changed-mind', goods: 'digital', activation: 'not-activated' };
      expect(read(facts)).toEqual(undecided('discounted'));
    });

    it('a licence leaves the activation and the discount to ask', () => {
      expect(read({ reason: 'changed-mind', goods: 'digital' })).toEqual(undecided('activation', 'discounted'));
    });

    it('a licence that does not work leaves only its activation to ask', () => {
      expect(read({ reason: 'not-working', goods: 'digital' })).toEqual(undecided('activation'));
    });

    it('at the door only the look into the parcel is left', () => {
      expect(read({ reason: 'damaged-in-transit', delivery: 'at-handover' })).toEqual(undecided('deviceDamaged'));
    });

    it('an unseen device under way or at the door: either way it is looked into, unless it was received', () => {
      expect(read({ reason: 'damaged-in-transit', deviceDamaged: 'unknown', works: true })).toEqual(
        undecided('delivery'),
      );
    });

    it('without the reason nothing is decided', () => {
      const { reason: _, ...facts } = { ...broken, works: false };
      expect(read(facts)).toEqual(undecided('reason'));
    });

    it('of a broken device the checklist, the discount and the warranty are left to ask', () => {
      expect(read({ reason: 'not-working', goods: 'device' })).toEqual(
        undecided('condition', 'discounted', 'purchasedOn', 'warrantyMonths', 'warrantyUntil'),
      );
    });

    it('at the very start everything may matter, except the price', () => {
      const missing = [
        'reason',
        'goods',
        'delivery',
        'activation',
        'discounted',
        'works',
        'deviceDamaged',
        'condition',
        'purchasedOn',
        'warrantyMonths',
        'warrantyUntil',
      ];
      expect(read({})).toEqual(undecided(...missing));
      expect(read({ price: { amount: '100.00', currency: 'EUR' } })).toEqual(undecided(...missing));
    });
  });
});
