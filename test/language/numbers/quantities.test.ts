import { describe, expect, test } from 'vitest';
import { readQuantity } from '../../../src/language/numbers/quantities.ts';
import { currencyUnit } from '../../../src/language/numbers/units.ts';

const hours = ['hours'];
const exactly = (value: number) => ({ low: value, high: value, isUnsure: false });

describe('a number of hours', () => {
  test.each([
    ['2', 2],
    ['two', 2],
    ['2 hours', 2],
    ['2hrs', 2],
    ['It was 2 hours.', 2],
    ['an hour', 1],
    ['half an hour', 0.5],
    ['an hour and a half', 1.5],
    ['two and a half hours', 2.5],
    ['1½ hours', 1.5],
    ['1,5', 1.5],
    ['90 minutes', 1.5],
    ['1 hour 30 minutes', 1.5],
    ['1h 30min', 1.5],
    ['3 days', 72],
    ['I have 12 hours so far', 12],
    ['1,500', 1500],
    ['a hundred hours', 100],
    ['two hundred and fifty', 250],
    ['none at all', 0],
    ['zero', 0],
  ])('is exact in "%s"', (text, value) => expect(readQuantity(text, hours)).toEqual(exactly(value)));

  test.each([
    ['about two hours', { low: 1.6, high: 2.4 }],
    ['2 hours or so', { low: 1.6, high: 2.4 }],
    ['2ish', { low: 1.6, high: 2.4 }],
    ['maybe 10', { low: 8, high: 12 }],
    ['10 hours, I think', { low: 8, high: 12 }],
    ['nearly 2 hours', { low: 1.6, high: 2 }],
    ['just over 2 hours', { low: 2, high: 2.4 }],
    ['a couple of hours', { low: 2, high: 3 }],
    ['a few hours', { low: 2, high: 6 }],
    ['between 1 and 3 hours', { low: 1, high: 3 }],
    ['1-3', { low: 1, high: 3 }],
    ['2 or 3 hours', { low: 2, high: 3 }],
    ['30 to 90 minutes', { low: 0.5, high: 1.5 }],
    ['less than an hour', { high: 1, isBelow: true }],
    ['not even 2 hours', { high: 2, isBelow: true }],
    ['2 hours at most', { high: 2 }],
    ['no more than 2', { high: 2 }],
    ['over 50 hours', { low: 50, isAbove: true }],
    ['at least 3', { low: 3 }],
    ['50+', { low: 50 }],
    ['3 or more', { low: 3 }],
  ])('is a range in "%s"', (text, range) => expect(readQuantity(text, hours)).toEqual({ ...range, isUnsure: false }));

  test.each([
    '2 friends',
    'not 2 hours',
    "it wasn't over 2 hours",
    '2 hours but then 3 more',
    '-2',
    'minus 2',
    '2 hours ago',
    '€2',
    'over 2 or 3 hours',
    '3 to 1 hours',
    'a lot',
    'no',
    '2026-11-20',
    '',
  ])('is none in "%s"', (text) => expect(readQuantity(text, hours)).toBeUndefined());

  test('may have words of the question around it', () => {
    const asked = 'How many hours have you played it?';
    expect(readQuantity('I played for 3 hours', hours, asked)).toEqual(exactly(3));
    expect(readQuantity('3 hours played', hours, asked)).toEqual(exactly(3));
    expect(readQuantity('3 friends played', hours, asked)).toBeUndefined();
  });

  test('is taken with doubt beside words that may change it', () =>
    expect(readQuantity('my brother played 3 hours', hours)).toEqual({ low: 3, high: 3, isUnsure: true }));
});

describe('a sum of money', () => {
  test.each(['€49.99', '49,99 €', '49.99 euros', 'EUR 49.99', '49.99', 'I paid €49.99'])('is exact in "%s"', (text) =>
    expect(readQuantity(text, currencyUnit('EUR'))).toEqual(exactly(49.99)),
  );

  test.each(['$49.99', '49.99 dollars', '50 hours', '£50'])('in another unit, "%s", is none', (text) =>
    expect(readQuantity(text, currencyUnit('EUR'))).toBeUndefined(),
  );

  test('may be a range', () => {
    const dollars = currencyUnit('USD');
    expect(readQuantity('over $50', dollars)).toEqual({ low: 50, isAbove: true, isUnsure: false });
    expect(readQuantity('about 50 bucks', dollars)).toBeUndefined();
    expect(readQuantity('$40-60', dollars)).toEqual({ low: 40, high: 60, isUnsure: false });
  });
});

describe('a size in inches', () => {
  test('is not taken in centimetres', () => {
    expect(readQuantity('55 inch', ['inches', 'inch'])).toEqual(exactly(55));
    expect(readQuantity('140 cm', ['inches', 'inch'])).toBeUndefined();
  });
});

test('a long reply is read in linear time', () => {
  expect(readQuantity(`${'about 1 '.repeat(5000)}`, hours)).toBeUndefined();
});

describe('the marks of a number', () => {
  test.each([
    ['1.5 hours', hours, 1.5],
    ['1,5 hours', hours, 1.5],
    ['1.250.000 hours', hours, 1_250_000],
    ['paid 50,01 euro', currencyUnit('EUR'), 50.01],
    ['I paid 50.01 euro', currencyUnit('EUR'), 50.01],
    ['paid 1.250,50 euro', currencyUnit('EUR'), 1250.5],
    ['paid 1,250.50 euro', currencyUnit('EUR'), 1250.5],
    ['€ 12.345.678,90', currencyUnit('EUR'), 12_345_678.9],
    ['0.125 hours', hours, 0.125],
  ])('are read as they are written where the customer is at home: "%s"', (text, unit, value) =>
    expect(readQuantity(text, unit, 'How much did you pay for it?')).toEqual(exactly(value)),
  );

  test.each(['1.250 euro', 'about 50.000 euro', '2 or 1.250'])('say nothing where they may be either: "%s"', (text) =>
    expect(readQuantity(text, currencyUnit('EUR'))).toBeUndefined(),
  );
});
