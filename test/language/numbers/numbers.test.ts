import { describe, expect, test } from 'vitest';
import { readInteger, readMonths } from '../../../src/language/numbers/numbers.ts';

describe('months of warranty', () => {
  test.each([
    ['24', 24],
    ['24 months', 24],
    ['24m', 24],
    ['18 mo', 18],
    ['twenty-four months', 24],
    ['2 years', 24],
    ['two years', 24],
    ['2yrs', 24],
    ['2-year warranty', 24],
    ['one year', 12],
    ['a year', 12],
    ['1.5 years', 18],
    ['1,5 years', 18],
    ['1½ years', 18],
    ['a year and a half', 18],
    ['one and a half years', 18],
    ['half a year', 6],
    ['1 year 6 months', 18],
    ['2 years and 6 months', 30],
    ['It was 2 years, I think.', 24],
    ['no warranty', 0],
    ['none', 0],
    ['there is no warranty', 0],
    ['0', 0],
    ['600', 600],
    ['50 years', 600],
    ['２４', 24],
  ])('%s', (text, months) => expect(readMonths(text)).toBe(months));

  test.each([
    ['601'],
    ['51 years'],
    ['-5'],
    ['minus 5'],
    ['1.3 years'],
    ['0.5 months'],
    ['90 days'],
    ['lifetime'],
    ['2 or 3 years'],
    ['12-24 months'],
    ['a lot'],
    ['no'],
    ['not 2 years'],
    ['May 2025'],
    ['😀'],
    [''],
  ])('%s is none', (text) => expect(readMonths(text)).toBeUndefined());
});

describe('whole numbers', () => {
  test.each([
    ['7', 7],
    ['seven', 7],
    ['twenty one', 21],
    ['1,000', 1000],
    ['-3', -3],
    ['about 5', 5],
    ['0', 0],
  ])('%s', (text, value) => expect(readInteger(text)).toBe(value));
  test.each([['1.5'], ['two or three'], ['7 days'], ['1234567890123456'], ['x'], ['']])('%s is none', (text) =>
    expect(readInteger(text)).toBeUndefined(),
  );
});
