import { describe, expect, test } from 'vitest';
import {
  type Fact,
  type FactKind,
  factSchema,
  indexIn,
  isTestable,
  lateFor,
  parseValue,
  variablesOfFact,
} from '../../../src/policy/fact-types/fact-types.ts';

interface Sample {
  /** A fact of the type, without its type and what all that are asked have. */
  keys: object;
  values: unknown[];
  /** What other types take, or nearly theirs. */
  others: unknown[];
}

const named = { title: 'It', likelihood: 50 };
const samples: Record<FactKind, Sample> = {
  choice: { keys: { unknown: true, values: { a: named, b: named } }, values: ['a', 'b'], others: ['c', 'toString', 1] },
  'yes-no': {
    keys: { unknown: true, likelihood: { true: 1, false: 3, unknown: 0 } },
    values: [true, false],
    others: ['true', 'yes', 1],
  },
  date: { keys: { unknown: true }, values: ['2026-02-28'], others: ['2026-02-30', '28.02.2026', '2026-02-28T10:00Z'] },
  instant: {
    keys: { unknown: true },
    values: ['2026-02-28', '2026-02-28T10:00:00+02:00'],
    others: ['2026-02-28T10:00:00', '2026-02-28 10:00', 0],
  },
  months: { keys: { unknown: true, max: 24 }, values: [0, 24], others: [-1, 25, 1.5, '12', Number.NaN] },
  number: {
    keys: { unknown: true, max: 100, decimals: 1 },
    values: [0.5, '2..3', 99],
    others: [-1, 101, 1.25, '2', '..', '3..2', '1..2..3', '..200', Number.NaN],
  },
  amount: {
    keys: { unknown: true, currency: 'EUR' },
    values: [{ amount: '1.00', currency: 'EUR' }, '2..3', { amount: '99', currency: 'EUR' }],
    others: [{ amount: '1.00', currency: 'USD' }, { amount: '1.005', currency: 'EUR' }, 1, '1.00', '..'],
  },
  set: { keys: { values: { a: named, b: named } }, values: [[], ['a'], ['a', 'b']], others: ['a', ['c'], [1], {}] },
  money: {
    keys: {},
    values: [{ amount: '94.00', currency: 'EUR' }],
    others: ['94.00 EUR', { amount: 94, currency: 'EUR' }, { amount: '94', currency: 'XYZ' }, { amount: '94' }],
  },
};

function factOf(kind: FactKind): Fact {
  const asked = kind === 'money' ? {} : { question: 'Is it?' };
  return factSchema.parse({ type: kind, label: 'It', ...asked, ...samples[kind].keys });
}

/** A value of each sample lies in a band of its own. */
const tests = [{ from: 2, to: 3 }];
const clock = { today: '2026-02-27', timeZone: 'Europe/Berlin', holidays: [] };

describe.each(Object.keys(samples) as FactKind[])('a fact of the type %s', (kind) => {
  const fact = factOf(kind);

  test('takes its own values, with their type', () => {
    for (const value of samples[kind].values)
      expect(parseValue(fact, value), String(value)).toMatchObject({ type: kind, value });
  });

  test('takes nothing else', () => {
    for (const other of [...samples[kind].others, null, undefined]) {
      expect(parseValue(fact, other), JSON.stringify(other)).toBeUndefined();
    }
  });

  test('takes "unknown" only where the policy says that a customer may not know', () => {
    const canBe = 'unknown' in samples[kind].keys;
    expect(parseValue(fact, 'unknown')).toEqual(canBe ? { type: 'unknown' } : undefined);
    if (canBe) expect(parseValue({ ...fact, unknown: false } as Fact, 'unknown')).toBeUndefined();
  });

  test('has every value at a place of each of its variables, and at one of its own in all of them together', () => {
    const variables = variablesOfFact('it', fact, { standsAlone: () => true, tests: () => tests });
    const known = [...samples[kind].values, ...('unknown' in samples[kind].keys ? ['unknown'] : [])];
    const indices = known.map((value) => {
      const given = parseValue(fact, value);
      return variables.map((variable) => (given ? indexIn(variable, given) : -1)).join();
    });
    for (const { values, probabilities } of variables) {
      expect(probabilities).toHaveLength(values.length);
      expect(probabilities.reduce((sum, one) => sum + one)).toBeCloseTo(1);
    }
    expect(indices.join().includes('-1')).toBe(false);
    if (variables.length > 0) expect(new Set(indices).size).toBe(known.length);
    expect(variables.length > 0).toBe(isTestable(fact));
  });
});

describe('a value that lies ahead', () => {
  const late = (kind: FactKind, value: unknown, now?: string, keys: object = {}): string | undefined => {
    const given = parseValue({ ...factOf(kind), ...keys } as Fact, value);
    return given && given.type !== 'unknown' ? lateFor(given, { ...clock, now }) : 'none';
  };

  test('is too late for a date from tomorrow on, unless the policy lets it lie in the future', () => {
    expect(late('date', '2026-02-27')).toBeUndefined();
    expect(late('date', '2026-02-28')).toBe('2026-02-27');
    expect(late('date', '2026-02-28', undefined, { future: true })).toBeUndefined();
  });

  test('is too late for an instant by the clock, or by the day in the shop where only that is known', () => {
    const noon = '2026-02-27T12:00:00Z';
    expect(late('instant', '2026-02-27T12:00:00Z', noon)).toBeUndefined();
    expect(late('instant', '2026-02-27T12:00:01Z', noon)).toBe(noon);
    expect(late('instant', '2026-02-27T22:59:00Z')).toBeUndefined();
    expect(late('instant', '2026-02-27T23:00:00Z')).toBe('2026-02-27');
    expect(late('instant', '2026-02-28', noon)).toBe(noon);
  });
});
