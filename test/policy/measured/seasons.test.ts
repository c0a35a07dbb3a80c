import { describe, expect, test } from 'vitest';
import { addWorkingDays } from '../../../src/policy/calendar.ts';
import { diffPolicies } from '../../../src/policy/diff/diff.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { explain } from '../../../src/policy/explain/explain.ts';
import { interviewWith } from '../../docs/recipe-chat.ts';
import { mistakesIn, recipe, recipeFile } from '../../docs/recipes.ts';
import { findingsIn } from '../check/small.ts';
import { partialStrays } from '../engine/partial.ts';

const toys = recipe('seasons');
const on = (today: string, facts: Record<string, unknown>, policy = toys) => decide(policy, facts, { today });

describe('bought between 1 November and 24 December: return until 31 January', () => {
  const bought = (purchasedOn: string, goods = 'toys') => ({ goods, purchasedOn, receivedOn: purchasedOn });

  test.each([
    ['2026-11-01', '2027-01-31'],
    ['2026-12-24', '2027-01-31'],
    ['2030-12-24', '2031-01-31'],
  ])('a toy bought on %s may come back until %s', (purchasedOn, deadline) => {
    expect(on(deadline, bought(purchasedOn))).toMatchObject({ decision: { resolution: 'return', deadline } });
    const dayAfter = deadline.replace('01-31', '02-01');
    expect(on(dayAfter, bought(purchasedOn))).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });

  test.each([
    ['2026-10-31', 'toys', '2026-11-14'],
    ['2026-12-25', 'toys', '2027-01-08'],
    ['2026-12-24', 'cards', '2027-01-07'],
  ])('what was bought on %s (%s) may come back until %s', (purchasedOn, goods, deadline) =>
    expect(on(deadline, bought(purchasedOn, goods))).toMatchObject({ decision: { resolution: 'return', deadline } }),
  );

  test('the later of the two days is the deadline', () => {
    const late = { goods: 'toys', purchasedOn: '2026-12-20', receivedOn: '2027-01-25' };
    expect(on('2027-01-26', late)).toMatchObject({ decision: { deadline: '2027-02-08' } });
    expect(on('2027-01-26', { ...late, receivedOn: '2027-01-10' })).toMatchObject({
      decision: { deadline: '2027-01-31' },
    });
  });

  test('an unknown day of purchase takes nothing away from those for whom it does not count', () => {
    const unknown = { purchasedOn: 'unknown', receivedOn: '2026-12-20' };
    expect(on('2026-12-21', { ...unknown, goods: 'cards' })).toMatchObject({
      decision: { resolution: 'human-review' },
    });
    expect(on('2027-03-01', { ...unknown, goods: 'cards' })).toMatchObject({
      decision: { resolution: 'not-eligible' },
    });
  });

  test('who does not know when a toy was bought may have bought it in the season, and is not refused', () => {
    const facts = { goods: 'toys', purchasedOn: 'unknown', receivedOn: '2026-12-03' };
    expect(on('2027-01-20', facts)).toMatchObject({ decision: { resolution: 'human-review' } });
  });
});

const earliest = recipe('seasons', (text) =>
  text.replace('latestOf', 'earliestOf').replace("length: { until: '01-31' }", 'length: { days: 7 }'),
);

test('the earlier of two days ends both', () => {
  const facts = { goods: 'toys', purchasedOn: '2026-12-01', receivedOn: '2026-12-03' };
  expect(on('2026-12-08', facts, earliest)).toMatchObject({
    decision: { resolution: 'return', deadline: '2026-12-08' },
  });
  expect(on('2026-12-09', facts, earliest)).toMatchObject({ decision: { resolution: 'not-eligible' } });
  expect(on('2026-12-17', { ...facts, goods: 'cards' }, earliest)).toMatchObject({
    decision: { deadline: '2026-12-17' },
  });
});

describe.each([
  ['latest', toys],
  ['earliest', earliest],
] as const)('with the %s end', (_, policy) => {
  test.each(['2026-11-20', '2027-01-31', '2027-02-01'])(
    'never more is said than the facts known on %s entail, and nothing is asked in vain',
    (today) => {
      const days = ['2026-10-31', '2026-11-01', '2026-11-19', '2026-12-24', '2026-12-25', '2027-01-20', '2027-01-31'];
      const past = days.filter((day) => day <= today);
      const { early, late } = partialStrays(
        policy,
        { today },
        {
          goods: ['toys', 'cards'],
          receivedOn: past,
          purchasedOn: [...past, 'unknown'],
        },
      );
      expect(early).toEqual([]);
      // Who may have the later end is asked for it, though today rules out that it still runs.
      expect(late.filter((facts) => facts.includes('cards'))).toEqual([]);
    },
  );
});

test('holidays that come back each year are no working days', () => {
  expect(addWorkingDays('2026-12-24', 1, ['12-25', '2026-12-28'])).toBe('2026-12-29');
  expect(addWorkingDays('2028-12-22', 1, ['12-25', '2026-12-28'])).toBe('2028-12-26');
});

describe('an extension that comes back each year', () => {
  const extended = recipe('seasons', (text) =>
    text
      .replace(
        'length: { days: 14 }',
        "length: { days: 14 }\n    extended: [{ from: '12-20', to: '01-02', until: '01-20' }]",
      )
      .replace('latestOf: [returnWindow, presentWindow]', 'latestOf: [returnWindow, laterWindow]')
      .replace(
        '  refundWindow:',
        '  laterWindow: { label: Later, from: receivedOn, length: { days: 1 }, within: open, after: closed, likelihood: {} }\n  refundWindow:',
      ),
  );

  test.each([
    ['2026-12-19', '2027-01-02'],
    ['2026-12-20', '2027-01-20'],
    ['2027-01-02', '2027-01-20'],
    ['2027-01-03', '2027-01-17'],
    ['2035-12-31', '2036-01-20'],
  ])('what came on %s may come back until %s', (receivedOn, deadline) => {
    const facts = { goods: 'cards', receivedOn, purchasedOn: '2026-01-01' };
    expect(on(receivedOn, facts, extended)).toMatchObject({ decision: { deadline } });
  });
});

describe('a length until a fixed day of one year', () => {
  const fixed = recipe('seasons', (text) => text.replace("until: '01-31'", "until: '2027-01-31'"));
  test('ends on that day, whenever it began', () => {
    const facts = { goods: 'toys', purchasedOn: '2025-12-01', receivedOn: '2025-12-01' };
    expect(on('2027-01-31', facts, fixed)).toMatchObject({ decision: { deadline: '2027-01-31' } });
    expect(on('2027-02-01', facts, fixed)).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });
});

describe('mistakes in seasons', () => {
  test.each([
    [
      "from: '11-01', to: '12-24'",
      "from: '11-31', to: '12-24'",
      "expected a date in quotes, such as '2026-11-01', or a day of each year",
    ],
    ["from: '11-01', to: '12-24'", "from: '11-01'", 'expected both days with their year, or both without'],
    ['day: purchasedOn', 'day: goods', 'there is no date fact "goods"; expected one of receivedOn, purchasedOn'],
    [
      'latestOf: [returnWindow, presentWindow]',
      'latestOf: [returnWindow, boughtIn]',
      'there is no period "boughtIn"; expected one of returnWindow, presentWindow',
    ],
    [
      'latestOf: [returnWindow, presentWindow]',
      'latestOf: [returnWindow, refundWindow]',
      'there is no period "refundWindow"',
    ],
    [
      'latestOf: [returnWindow, presentWindow]',
      'latestOf: [returnWindow, returnWindow]',
      '"returnWindow" stands here twice',
    ],
    ['within: open, after: closed }', 'within: open, after: open }', '"open" stands for two values'],
    [
      'deadline: refundWindow',
      'deadline: boughtIn',
      'there is no derived fact "boughtIn"; expected one of returnWindow',
    ],
    [
      'refundWindow: closed }',
      'refundWindow: over }',
      'refundWindow is never "over"; expected one of open, closed, unknown',
    ],
    ['goods: toys, boughtIn', 'refundWindow: open, boughtIn', 'it depends on itself'],
    [
      'length: { days: 14 }',
      "length: { days: 14 }\n    extended: [{ from: '12-20', to: '01-02', until: '12-30' }]",
      'expected from, to and until in the order of time',
    ],
    [
      "holidays: ['01-01'",
      "holidays: ['1 January'",
      "expected a date in quotes, such as '2026-11-01', or a day of each year such as '11-01'",
    ],
  ])('%s written as %s', (from, to, message) =>
    expect(mistakesIn('seasons', (text) => text.replace(from, to))).toContain(message),
  );
});

test('check finds no dead end in the recipe, and shows its findings by customers who can be', () => {
  const errors = findingsIn(recipeFile('seasons')).filter(({ code }) => code !== 'missing-example');
  expect(errors).toEqual([]);
  const gap = recipeFile('seasons', (text) =>
    text
      .replace('when: { refundWindow: closed }', 'when: { refundWindow: closed, boughtIn: christmas }')
      .replace(/ {2}- id: day-unknown\n(?: {4}.*\n)+/, ''),
  );
  const [found] = findingsIn(gap, 'gap');
  expect(found?.witness).toBeDefined();
});

test('diff sees who is answered otherwise once a season ends a day later', () => {
  const later = recipe('seasons', (text) => text.replace("to: '12-24'", "to: '12-25'"));
  const { changes } = diffPolicies({ old: toys, new: later }, '2026-11-20');
  expect(changes.length).toBeGreaterThan(0);
  for (const { witness } of changes) expect(String(witness.new.facts.purchasedOn)).toMatch(/-12-25$/);
});

test('explain names the season and the day that it comes from', () => {
  const facts = { goods: 'toys', purchasedOn: '2026-12-01', receivedOn: '2026-12-01' };
  const explained = explain(toys, facts, { today: '2027-01-20' });
  expect(JSON.stringify(explained)).toContain('"label":"Bought","value":"christmas","from":["purchasedOn"]');
});

test('a chat asks for the days that decide, and tells the later deadline', () => {
  const answers = { goods: 'toys', receivedOn: '10 January 2027', purchasedOn: '1 December 2026' };
  const { decision, text } = interviewWith(toys, '2027-01-20', answers);
  expect(decision).toMatchObject({ resolution: 'return', deadline: '2027-01-31' });
  expect(text).toContain('Sunday 31 January 2027');
});

test('a day known only to lie between two is asked for where the season lies between them', () => {
  const roughly = {
    purchasedOn: 'between 20 October 2026 and 5 January 2027',
    receivedOn: '1 January 2027',
    goods: 'toys',
    confirm: 'yes',
  };
  const { decision, asked } = interviewWith(toys, '2027-01-20', roughly);
  expect(decision).toBeUndefined();
  expect(asked).toMatchObject({ id: 'purchasedOn' });
  const surely = { ...roughly, purchasedOn: 'between 3 and 20 December 2026' };
  expect(interviewWith(toys, '2027-01-20', surely).decision).toMatchObject({ resolution: 'return' });
});
