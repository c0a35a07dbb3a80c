import { describe, expect, test } from 'vitest';
import { diffPolicies } from '../../../src/policy/diff/diff.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { explain } from '../../../src/policy/explain/explain.ts';
import { chatWith, interviewWith } from '../../docs/recipe-chat.ts';
import { mistakesIn, recipe, recipeFile } from '../../docs/recipes.ts';
import { plusDays } from '../calendar.ts';
import { findingsIn } from '../check/small.ts';
import { partialStrays } from '../engine/partial.ts';

const tours = recipe('days-before');
const today = '2026-05-01';
const on = (facts: Record<string, unknown>, policy = tours) => decide(policy, facts, { today });
const ahead = (days: number) => plusDays(today, days);
const cancelled = (days: number, bookedOn = '2026-04-01') => on({ departsOn: ahead(days), bookedOn });

describe('61 days or more before departure all but 5 %, 31 to 60 half, less nothing', () => {
  test.each([
    [400, 5],
    [61, 5],
    [60, 50],
    [31, 50],
    [30, 100],
    [1, 100],
    [0, 100],
  ])('%i days before: %i %% are kept', (days, feePercent) =>
    expect(cancelled(days)).toMatchObject({ decision: { resolution: 'cancellation', feePercent } }),
  );

  test('once it has departed nothing can be cancelled', () =>
    expect(cancelled(-1)).toMatchObject({ decision: { resolution: 'not-eligible' } }));

  test('over a leap day', () => {
    const facts = { departsOn: '2028-03-31', bookedOn: '2027-12-01' };
    expect(decide(tours, facts, { today: '2028-01-30' })).toMatchObject({ decision: { feePercent: 5 } });
    expect(decide(tours, facts, { today: '2028-01-31' })).toMatchObject({ decision: { feePercent: 50 } });
    expect(decide(tours, facts, { today: '2028-02-29' })).toMatchObject({ decision: { feePercent: 50 } });
    expect(decide(tours, facts, { today: '2028-03-01' })).toMatchObject({ decision: { feePercent: 100 } });
  });
});

test('booked up to a fixed date the old terms hold', () => {
  expect(cancelled(5, '2026-03-31')).toMatchObject({ decision: { feePercent: 10, clauses: ['old-terms'] } });
  expect(cancelled(5, '2026-04-01')).toMatchObject({ decision: { feePercent: 100 } });
});

test('never more is said than the known facts entail, and nothing is asked in vain', () => {
  const departsOn = [-1, 0, 30, 31, 60, 61, 300].map(ahead);
  const found = partialStrays(
    tours,
    { today },
    { departsOn: [...departsOn, 'unknown'], bookedOn: ['2026-03-31', today] },
  );
  expect(found).toMatchObject({ early: [], late: [] });
});

describe('mistakes', () => {
  test.each([
    ['    future: true\n', '', 'departsOn always lies in the past; give it "future: true"'],
    ['daysBefore: 31 }', 'daysBefore: 61 }', 'expected the steps furthest before the day first'],
    ['until: departsOn', 'until: departure', 'there is no date fact "departure"; expected one of departsOn, bookedOn'],
    ['after: departed', 'after: long-before', '"long-before" stands for two values'],
    [
      'notice: long-before }',
      'notice: long-ago }',
      'notice is never "long-ago"; expected one of long-before, month-before',
    ],
  ])('%s written as %s', (from, to, message) =>
    expect(mistakesIn('days-before', (text) => text.replace(from, to))).toContain(message),
  );
});

describe('check', () => {
  test('finds all of it in order', () =>
    expect(findingsIn(recipeFile('days-before')).filter(({ code }) => code !== 'missing-example')).toEqual([]));

  test('shows a gap by a customer whose day lies ahead', () => {
    const text = recipeFile('days-before', (one) =>
      one.replace('- id: new-terms\n', '- id: new-terms\n    when: { notice: [long-before, shortly-before] }\n'),
    );
    const [gap] = findingsIn(text, 'gap');
    expect(decide(tours, gap?.witness?.facts ?? {}, { today: gap?.witness?.today ?? '' })).toMatchObject({
      decision: { feePercent: 50 },
    });
  });
});

test('diff finds those a day before the boundary that was moved', () => {
  const moved = recipe('days-before', (text) => text.replace('daysBefore: 61', 'daysBefore: 60'));
  const { changes } = diffPolicies({ old: tours, new: moved }, today);
  expect(changes).toHaveLength(1);
  const [change] = changes;
  expect(change?.witness.old).toMatchObject({ facts: { departsOn: plusDays(change?.witness.today ?? '', 60) } });
  expect(change?.witness.old.gives).toMatchObject({ decision: { feePercent: 50 } });
  expect(change?.witness.new.gives).toMatchObject({ decision: { feePercent: 5 } });
});

test('explain names the time until departure and the day it comes from', () => {
  const explained = explain(tours, { departsOn: ahead(-1), bookedOn: today }, { today });
  expect(explained).toMatchObject({
    because: [{ from: [{ label: 'Time until departure', value: 'departed', from: ['departsOn'] }] }],
  });
});

describe('a chat', () => {
  test.each([
    ['30 June 2026', '2026-06-30', 50],
    ['2026-07-01', '2026-07-01', 5],
    ['tomorrow', '2026-05-02', 100],
    ['in three weeks', '2026-05-22', 100],
    ['It starts on 20 June 2026', '2026-06-20', 50],
  ])('takes "%s" as a day ahead', (said, departsOn, feePercent) => {
    const { decision } = interviewWith(tours, today, { departsOn: said, bookedOn: '1 April 2026', confirm: 'yes' });
    expect(decision).toMatchObject({ facts: { departsOn }, feePercent });
  });

  test('asks for the departure as a date', () =>
    expect(chatWith(tours, today).asked).toMatchObject({ id: 'departsOn', input: 'date', allowsUnknown: true }));
});
