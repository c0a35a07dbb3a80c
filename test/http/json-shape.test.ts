import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf } from '../../src/http/json-shape.ts';

const shape = (text: string) => shapeOf(Buffer.from(text));

/** The shape of a value that has been parsed. */
function shapeOfValue(value: unknown): { depth: number; values: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, values: 1 };
  const parts = Object.values(value).map(shapeOfValue);
  return {
    depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
    values: 1 + parts.reduce((sum, { values }) => sum + values, 0),
  };
}

test('is told without parsing, and never less than it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const expected = shapeOfValue(value);
      const told = shape(JSON.stringify(value));
      expect(told.depth).toBe(expected.depth);
      expect(told.values).toBeGreaterThanOrEqual(expected.values);
      expect(told.values).toBeLessThanOrEqual(2 * expected.values);
    }),
  );
});

test('brackets and commas within strings are none', () => {
  expect(shape('"[[[,,,"')).toEqual({ depth: 0, values: 1 });
  expect(shape('["\\"[[[", "\\\\", "[,"]')).toEqual({ depth: 1, values: 4 });
  expect(shape('"never closed [[[')).toEqual({ depth: 0, values: 1 });
});

test('of what is no JSON is still told', () => {
  expect(shape(']]]]')).toEqual({ depth: 0, values: 1 });
  expect(shape('[['.repeat(50))).toMatchObject({ depth: 100 });
});
