import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { filesOf } from '../../../src/policy/format/parts/policy-text.ts';
import { PolicyFileError } from '../../../src/policy/format/policy-file-error.ts';
import { fixtureText } from '../../fixtures/policies.ts';

const good = fixtureText('trail-shop');

/** What the loader says of the trail shop once `from` is `to`: each problem with its line of the file. */
function mistakes(from: string, to: string): string[] {
  if (good.split(from).length !== 2) throw new Error(`the file must have just one ${JSON.stringify(from)}`);
  const text = good.replace(from, to);
  try {
    parsePolicy(text, 'trail-shop');
    return [];
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return error.problems.map(({ file, line, path, message }) => {
      const lines = filesOf(text)?.get(basename(file))?.split('\n');
      return `${lines?.[line - 1]?.trim()} | ${path}: ${message}`;
    });
  }
}

describe('what the loader says of a mistake', () => {
  it('nothing of the file as it is', () => {
    expect(mistakes('id: trail-shop', 'id: trail-shop')).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a type that there is not',
      'purchasedOn: { type: date',
      'purchasedOn: { type: dat',
      /^purchasedOn: .*\| facts.purchasedOn.type: expected one of choice, yes-no, date, instant, months, number, amount, set, money$/,
    ],
    [
      'a type whose key is misspelt, which is missing',
      'purchasedOn: { type: date',
      'purchasedOn: { tpye: date',
      /^purchasedOn: .*\| facts.purchasedOn.type: missing; expected one of choice, yes-no, date, /,
    ],
    [
      'a type whose key is misspelt, which is not known',
      'purchasedOn: { type: date',
      'purchasedOn: { tpye: date',
      /\| facts.purchasedOn.tpye: unknown key "tpye"; expected one of type, /,
    ],
    [
      'a field of neither the order nor its line',
      'fromOrder: item.goods',
      'fromOrder: goods',
      /^fromOrder: goods \| facts.goods.fromOrder: expected a field of the order such as order.tier or item.goods$/,
    ],
    [
      'a field that is misspelt',
      'fromOrder: order.shippedOn',
      'fromOrder: order.shippdeOn',
      /^shippedOn: .*facts.shippedOn.fromOrder: no order has order.shippdeOn; expected order.shippedOn, or another name$/,
    ],
    [
      'a name of the shop’s system that stands for two values',
      'standard: { likelihood: 88 }\n      gold: { likelihood: 12 }',
      'standard: { likelihood: 88, order: [1] }\n      gold: { likelihood: 12, order: ["1"] }',
      /facts.tier.values.gold.order: "1" stands for another value already$/,
    ],
    [
      'a name of the shop’s system, and no field that it stands in',
      'changed-mind: { likelihood: 34',
      'changed-mind: { order: [CM], likelihood: 34',
      /facts.reason.values.changed-mind.order: expected "fromOrder" beside it, which says of which field$/,
    ],
    [
      'a field for another type of facts',
      'fromOrder: order.shippedOn',
      'fromOrder: item.goods',
      /^shippedOn: .*facts.shippedOn.fromOrder: a fact of type date cannot take item.goods; expected one of order.purchasedOn, order.shippedOn, order.receivedOn, item.shippedOn, item.receivedOn, or a field of your own$/,
    ],
    [
      'a length without a unit it knows',
      'length: { hours: 48 }',
      'length: { weeks: 2 }',
      /^length: \{ weeks: 2 \} .*unknown key "weeks"; expected one of hours, days, months, workingDays, until$/,
    ],
    [
      'a phrase whose group is never closed',
      'phrases: [(change|changed|changing) (my|our|his|her) mind,',
      'phrases: [(open (half, (change|changed|changing) (my|our|his|her) mind,',
      /each \( of a phrase closed/,
    ],
    ['half a day', 'length: { workingDays: 10 }', 'length: { workingDays: 1.5 }', /^length: .*workingDays/],
    [
      'a start that is no date',
      'from: shippedOn',
      'from: delivery',
      /^from: delivery \| derived.transit.from: there is no date fact/,
    ],
    [
      'a case that is no fact',
      '{ when: { tier: gold }, days: 60 }',
      '{ when: { rank: gold }, days: 60 }',
      /^- \{ when: \{ rank: gold \}.* cannot test "rank"/,
    ],
    [
      'a case before the last without a condition',
      '{ when: { tier: gold }, days: 60 }',
      '{ days: 60 }',
      /^- \{ days: 60 \} .*length\[0\]: expected a "when"/,
    ],
    [
      'a last case with a condition',
      '      - { days: 14 }',
      '      - { when: { goods: hygiene }, days: 14 }',
      /^- \{ when: \{ goods: hygiene \}, days: 14 \} .*length\[3\]: expected no "when"/,
    ],
    [
      'a step with a value of its own twice',
      '{ value: second-week, days: 14 }',
      '{ value: first-week, days: 14 }',
      /"first-week" stands for two values/,
    ],
    [
      'a season that ends before it starts',
      "to: '2026-12-24', until",
      "to: '2026-11-01', until",
      /^- \{ from: '2026-11-15'.*in the order of time/,
    ],
    ['a season that is no day', "to: '2026-12-24', until", "to: '2026-12-32', until", /a date in quotes/],
    [
      'a holiday that is no day',
      "holidays: ['2026-10-03'",
      "holidays: ['3 October'",
      /^holidays: .*holidays\[0\]: expected a date in quotes/,
    ],
    [
      'a likelihood of a value there is not',
      'likelihood: { under-way: 60',
      'likelihood: { moving: 60',
      /^likelihood: \{ moving.* there is no value "moving"/,
    ],
    [
      'a percentage above all',
      '- { when: { delivery: in-preparation }, percent: 0 }',
      '- { when: { delivery: in-preparation }, percent: 101 }',
      /^- \{ when: .*percent: 101/,
    ],
    [
      'a sum that is no decimal',
      "fixed: { amount: '4.90', currency: EUR }",
      "fixed: { amount: '4,90', currency: EUR }",
      /a decimal in quotes, such as '4.90'/,
    ],
    [
      'a currency there is not',
      "fixed: { amount: '4.90', currency: EUR }",
      "fixed: { amount: '4.90', currency: EURO }",
      /a currency of ISO 4217/,
    ],
    [
      'the larger of one',
      "largerOf: [{ percent: 10 }, { fixed: { amount: '9.90', currency: EUR } }]",
      'largerOf: [{ percent: 10 }]',
      /largerOf/,
    ],
    [
      'a fee of an unknown kind',
      'fee: { percent: 0 }',
      'fee: { permille: 5 }',
      /^fee: \{ permille: 5 \} .*expected one of percent, fixed, largerOf/,
    ],
    [
      'a last step of a fee with a condition',
      "- { largerOf: [{ percent: 10 }, { fixed: { amount: '9.90'",
      "- { when: { delivery: shipped }, largerOf: [{ percent: 10 }, { fixed: { amount: '9.90'",
      /fee\[2\]: expected no "when"/,
    ],
    [
      'a deadline that is no derived fact',
      'deadline: damageReport',
      'deadline: receivedOn',
      /^deadline: receivedOn .*there is no derived fact "receivedOn"/,
    ],
    [
      'a remedy there is not',
      'refundAs: [store-credit]\n',
      'refundAs: [voucher]\n',
      /^refundAs: \[voucher\] .*original, store-credit, exchange/,
    ],
    ['a fact not asked without a default', '    default: standard\n', '', /^tier: .*needs a default/],
    [
      'a default that is no value',
      'default: standard',
      'default: bronze',
      /^default: bronze .*there is no value "bronze"/,
    ],
    ['a default of a fact that is asked', '    asked: false\n', '', /^default: standard .*"asked: false"/],
  ])('%s', (_, from, to, expected) => {
    const said = mistakes(from, to);
    expect(said).not.toEqual([]);
    expect(said.join('\n')).toMatch(expected);
  });
});
