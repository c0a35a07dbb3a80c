import { describe, expect, it } from 'vitest';
import { textChanges } from '../../../src/policy/diff/texts.ts';
import { asChosen, choicesIn } from '../../../src/policy/engine/choice.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import { explain } from '../../../src/policy/explain/explain.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { withBonus } from '../../../src/policy/money/bonus.ts';
import { refundAfterFee } from '../../../src/policy/money/refund.ts';
import { furnitureShop, furnitureText } from '../../fixtures/furniture.ts';
import { findingsIn, lampShop, onlyFinding } from '../check/small.ts';
import { straysOf } from './every-customer.ts';

const policy = furnitureShop();
const at = { today: '2026-11-21' };
const sofa = { reason: 'changed-mind', size: 'bulky', assembled: false, receivedOn: '2026-11-10' };
const price = { amount: '99.99', currency: 'EUR' };

function decisionOn(facts: object): Decision {
  const verdict = decide(policy, { ...facts }, at);
  if (verdict.kind !== 'decision') throw new Error(JSON.stringify(verdict));
  return verdict.decision;
}

describe('a decision with a choice', () => {
  it('says every option that is offered, each in full', () => {
    const { options, ...decision } = decisionOn({ ...sofa, price });
    expect(decision).toMatchObject({ resolution: 'return' });
    expect(decision).not.toHaveProperty('deadline');
    const both = { terms: [], deadline: '2026-12-10' };
    expect(options).toEqual([
      {
        ...both,
        id: 'money',
        resolution: 'return',
        refundAs: 'original',
        feePercent: 10,
        refund: { amount: '89.99', fee: '10.00', currency: 'EUR' },
      },
      {
        ...both,
        id: 'credit',
        resolution: 'return',
        refundAs: 'store-credit',
        bonusPercent: 5,
        refund: { amount: '104.99', fee: '0.00', currency: 'EUR', bonus: '5.00' },
        terms: ['credit-note'],
      },
      {
        ...both,
        id: 'keep',
        resolution: 'refund-without-return',
        feePercent: 70,
        refund: { amount: '30.00', fee: '69.99', currency: 'EUR' },
      },
    ]);
  });

  it('is the same whatever is chosen, and the chosen option stands in the place of its own figures', () => {
    const decision = decisionOn({ ...sofa, price });
    expect(asChosen(decision)).toBe(decision);
    expect(asChosen({ ...decision, chosen: 'keep' })).toMatchObject({
      resolution: 'refund-without-return',
      feePercent: 70,
      deadline: '2026-12-10',
    });
    expect(asChosen({ ...decision, chosen: 'credit' })).toMatchObject({
      refundAs: ['store-credit'],
      terms: ['credit-note'],
    });
    expect(asChosen({ ...decision, chosen: 'credit' })).not.toHaveProperty('feePercent');
  });

  it('never says what a later fact changes, and waits for no fact that changes nothing', () => {
    const values = {
      reason: ['changed-mind', 'damaged', 'another-day', 'other'],
      size: ['parcel', 'bulky'],
      assembled: [true, false],
      receivedOn: ['2026-11-20', '2026-10-22', '2026-10-21', '2026-09-22', '2026-09-21'],
    };
    const { early, late, decisions } = straysOf(policy, at, values);
    expect([early, late]).toEqual([[], []]);
    expect(decisions.filter((one) => choicesIn(one).length > 0).length).toBeGreaterThan(1);
  });

  it('an option has a deadline of its own, on both sides of the row’s', () => {
    const chair = { ...sofa, size: 'parcel', receivedOn: '2026-10-22' };
    expect(decisionOn(chair).options).toMatchObject([
      { id: 'money', deadline: '2026-11-21' },
      { id: 'credit', deadline: '2026-11-21' },
      { id: 'exchange', deadline: '2026-12-21' },
    ]);
    expect(decisionOn({ ...chair, receivedOn: '2026-10-21' }).options).toMatchObject([{ id: 'exchange' }]);
    expect(decisionOn({ ...chair, receivedOn: '2026-09-22' }).options).toMatchObject([{ deadline: '2026-11-21' }]);
    expect(decisionOn({ ...chair, receivedOn: '2026-09-21' })).toMatchObject({ resolution: 'not-eligible' });
  });

  it('is explained with the options by their titles', () => {
    expect(explain(policy, sofa, at)).toMatchObject({
      choices: { money: 'My money back', credit: 'Credit with the shop', keep: 'Keep it for part of the price' },
      notNeeded: [],
    });
  });

  it('another bonus is another rule, another title is other wording', () => {
    const changed = (name: string, from: string, to: string) =>
      textChanges(policy.file, parsePolicy(furnitureText(name, from, to), 'furniture-shop').file);
    expect(changed('policy.yaml', 'bonus: { percent: 5 }', 'bonus: { percent: 6 }').rules).toHaveLength(1);
    expect(changed('en.yaml', 'title: My money back', 'title: All my money back').rules).toEqual([]);
  });
});

describe('a bonus', () => {
  const whole = { percent: 0 };

  it.each([
    ['0.10', { percent: 5 }, '0.11', '0.01'],
    ['0.09', { percent: 5 }, '0.09', '0.00'],
    ['100', { percent: 12.5 }, '112.50', '12.50'],
    ['20.00', { fixed: { amount: '7.5', currency: 'EUR' } }, '27.50', '7.50'],
  ])('on %s is rounded to the cent', (amount, bonus, refund, added) => {
    const on = { amount, currency: 'EUR' };
    const after = refundAfterFee(on, whole);
    expect(after && withBonus(after, bonus, on)).toEqual({
      amount: refund,
      fee: '0.00',
      currency: 'EUR',
      bonus: added,
    });
  });

  it('in another currency is not added', () => {
    const after = refundAfterFee(price, whole);
    expect(after && withBonus(after, { fixed: { amount: '5', currency: 'USD' } }, price)).toBeUndefined();
  });
});

describe('mistakes in what can be chosen', () => {
  const problemsIn = (text: string) => {
    try {
      parsePolicy(text, 'furniture-shop');
    } catch (error) {
      return String(error);
    }
    return 'none';
  };

  it.each([
    [
      'when: { size: parcel }, refundAs: exchange',
      'when: { size: huge }, refundAs: exchange',
      'choose.exchange.when.size: size is never "huge"',
    ],
    ['terms: [credit-note]', 'terms: [credit-note, credits]', 'choose.credit.terms[1]: there is no clause "credits"'],
    [
      'deadline: exchangeWindow }',
      'deadline: receivedOn }',
      'choose.exchange.deadline: there is no derived fact "receivedOn"',
    ],
    [
      'resolution: refund-without-return\n        fee',
      'resolution: gift\n        fee',
      'choose.keep.resolution: there is no outcome "gift"',
    ],
    [
      'resolution: refund-without-return\n        fee',
      'resolution: carrier-claim\n        fee',
      'expected an outcome that grants something',
    ],
    ['bonus: { percent: 5 }', 'bonus: { percent: -5 }', 'choose.credit.bonus'],
    [
      '    resolution: return\n    clauses',
      '    resolution: stays-built\n    clauses',
      'expected no choice where the row refuses',
    ],
  ])('%s as %s', (from, to, message) => {
    expect(problemsIn(furnitureText('policy.yaml', from, to))).toContain(message);
  });

  it('check names an option that nobody is offered', () => {
    const choose = `choose: { back: { title: Your money back }, not: { title: Not, when: { reason: other } } }`;
    const decisions = `decisions:
  - { id: something-else, when: { reason: other }, resolution: human-review }
  - { id: lit, when: { lit: true }, resolution: not-eligible, clauses: [unlit] }
  - { id: in-doubt, when: { lit: unknown }, resolution: human-review, clauses: [unlit] }
  - { id: in-time, when: { returnWindow: open }, resolution: return, clauses: [window], ${choose} }`;
    expect(onlyFinding(lampShop({ decisions }))).toMatchObject({
      code: 'dead-option',
      path: 'decisions[3].choose.not',
    });
  });
});

describe('an example of what can be chosen', () => {
  const shown = (options: string) =>
    findingsIn(
      furnitureText('examples.yaml', 'options: [money, credit, keep]', `options: ${options}`),
      'failing-example',
    );

  it('says as much of each option as it is there to show', () => {
    const keep = '{ id: keep, resolution: refund-without-return, feePercent: 70, deadline: 2026-11-19 }';
    expect(shown(`[money, { id: credit, bonusPercent: 5, terms: [credit-note] }, ${keep}]`)).toEqual([]);
  });

  it.each([
    ['another outcome', '[money, credit, { id: keep, resolution: return }]'],
    ['another fee', '[money, credit, { id: keep, feePercent: 7 }]'],
    ['a bonus that there is not', '[{ id: money, bonusPercent: 5 }, credit, keep]'],
    ['an option that is not offered', '[money, credit, keep, { id: exchange }]'],
    ['an option less', '[money, { id: credit }]'],
  ])('fails by %s', (_, options) => {
    const [finding] = shown(options);
    expect(finding?.message).toContain('options is [');
  });
});
