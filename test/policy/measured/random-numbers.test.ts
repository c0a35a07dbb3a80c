import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/policy/engine/decide.ts';
import { compilePolicy } from '../../../src/policy/engine/diagram/compile.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { policyFileSchema } from '../../../src/policy/format/schema.ts';
import { oneOf, type Rng, rngOf } from '../../random.ts';
import { partialStrays } from '../engine/partial.ts';

type Test = Record<string, number | number[] | Record<string, number>>;
interface Row {
  when: Test;
  isNegated: boolean;
  resolution: string;
}

const resolutions = ['return', 'cancellation', 'human-review'];
const today = '2026-11-20';

/** Rows nobody would write, on a whole number from 0 to 9 and a sum from 0.00 to 0.09. */
function randomRows(rng: Rng): Row[] {
  return Array.from({ length: 2 + Math.floor(rng() * 3) }, () => ({
    when: { ...(rng() < 0.8 && { size: comparison(rng, 1) }), ...(rng() < 0.6 && { sum: comparison(rng, 100) }) },
    isNegated: rng() < 0.3,
    resolution: oneOf(rng, resolutions),
  }));
}

function comparison(rng: Rng, digits: number): Test[string] {
  const [a = 0, b = 0] = [rng(), rng()].map((one) => Math.floor(one * 10)).sort((one, other) => one - other);
  const [low, high] = [a / digits, b / digits];
  return oneOf<Test[string]>(rng, [
    { under: Math.max(high, 1 / digits) },
    { atMost: high },
    { over: Math.min(low, 8 / digits) },
    { atLeast: low },
    { from: low, to: high },
    { atLeast: low, atMost: high },
    low,
    [low, high],
  ]);
}

function policyOf(rows: Row[]): Policy {
  const asked = { label: 'It', question: 'How much?', unknown: true };
  const file = policyFileSchema.parse({
    id: 'small',
    version: '2026-11-01',
    name: 'Small',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    theme: { accent: '#000000' },
    greeting: 'Hello',
    statutoryNote: 'Note',
    facts: {
      size: { type: 'number', ...asked, max: 9 },
      sum: { type: 'amount', ...asked, currency: 'EUR', max: 0.09 },
    },
    clauses: { one: { section: 'One', title: 'One', text: 'One' } },
    decisions: [
      ...rows.map(({ when, isNegated, resolution }, at) => ({
        id: `row-${at}`,
        when: isNegated ? { not: when } : when,
        resolution,
      })),
      { id: 'otherwise', resolution: 'return' },
    ],
    source: { title: 'None', sentences: [{ at: 'One', clauses: ['one'] }] },
  });
  return compilePolicy(file, { text: '', digest: 'sha256:test' });
}

/** The resolution by the rows as they are written, without bands or diagram; whole cents, `undefined` is unknown. */
function readOff(rows: Row[], values: { size: number | undefined; sum: number | undefined }): string {
  const row = rows.find(({ when, isNegated }) => holds(when, values) !== isNegated);
  return row?.resolution ?? 'return';
}

function holds({ size, sum }: Test, values: { size: number | undefined; sum: number | undefined }): boolean {
  const fits = (wanted: Test[string] | undefined, value: number | undefined, digits: number): boolean => {
    if (wanted === undefined) return true;
    if (value === undefined) return false;
    if (Array.isArray(wanted)) return wanted.some((one) => Math.round(one * digits) === value);
    const bound = (one: number): number => Math.round(one * digits);
    if (typeof wanted === 'number') return bound(wanted) === value;
    const { under = 1e9, atMost = 1e9, to = 1e9, over = -1e9, atLeast = -1e9, from = -1e9 } = wanted;
    return (
      value < bound(under) &&
      value <= Math.min(bound(atMost), bound(to)) &&
      value > bound(over) &&
      value >= Math.max(bound(atLeast), bound(from))
    );
  };
  return fits(size, values.size, 1) && fits(sum, values.sum, 100);
}

const steps = [undefined, ...Array.from({ length: 10 }, (_, step) => step)];
const wireSum = (cents: number | undefined) =>
  cents === undefined ? 'unknown' : { amount: `0.0${cents}`, currency: 'EUR' };

describe('small random policies of numbers and amounts', () => {
  test('decide what their rows say, for every value', () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < 200; seed += 1) {
      const rows = randomRows(rngOf(seed));
      const policy = policyOf(rows);
      for (const size of steps)
        for (const sum of steps) {
          const verdict = decide(policy, { size: size ?? 'unknown', sum: wireSum(sum) }, { today });
          const resolution = verdict.kind === 'decision' ? verdict.decision.resolution : verdict.kind;
          if (resolution !== readOff(rows, { size, sum })) wrong.push(JSON.stringify({ rows, size, sum, resolution }));
        }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('say what the known facts entail, and ask for nothing that cannot matter', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const policy = policyOf(randomRows(rngOf(seed)));
      const values = { size: steps.map((step) => step ?? 'unknown'), sum: steps.map(wireSum) };
      const { early, late } = partialStrays(policy, { today }, values);
      expect({ seed, early, late }).toEqual({ seed, early: [], late: [] });
    }
  });
});
