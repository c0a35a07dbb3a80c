import { describe, expect, it, test } from 'vitest';
import { type Choice, readChoice } from '../../../src/language/choices/choices.ts';

const DELIVERY: Choice[] = [
  { value: 'not-shipped', title: 'Not shipped yet' },
  { value: 'in-transit', title: 'On its way', synonyms: ['travelling'] },
  { value: 'at-handover', title: 'The courier is here, nothing accepted yet' },
  { value: 'received', title: 'Received' },
];
const read = (text: string) => readChoice(text, DELIVERY);

describe('one of the choices', () => {
  test.each([
    ['Received', 'received'],
    ['  RECEIVED. ', 'received'],
    ['I have received it', 'received'],
    ['recieved', 'received'],
    ['not shipped yet', 'not-shipped'],
    ['not-shipped', 'not-shipped'],
    ["it hasn't been shipped", 'not-shipped'],
    ['in transit', 'in-transit'],
    ["it's on its way", 'in-transit'],
    ['on the way', 'in-transit'],
    ['travelling', 'in-transit'],
    ['courier', 'at-handover'],
    ['the courrier is here', 'at-handover'],
  ])('%s', (text, value) => expect(read(text)).toEqual({ kind: 'choice', value }));
});

describe('by position', () => {
  test.each([
    ['1'],
    ['1.'],
    ['1)'],
    ['#1'],
    ['option 1'],
    ['number one'],
    ['the first'],
    ['the 1st one'],
    ['first one'],
  ])('%s is the first', (text) => expect(read(text)).toEqual({ kind: 'choice', value: 'not-shipped' }));
  test.each([['4'], ['four'], ['the last one'], ['last']])('%s is the last of four', (text) =>
    expect(read(text)).toEqual({ kind: 'choice', value: 'received' }),
  );
  test.each([['0'], ['5'], ['-1'], ['the fifth'], ['99'], ['1.5'], ['1 or 2'], ['not 2']])('%s is none', (text) =>
    expect(read(text)).toEqual({ kind: 'none' }),
  );
  it('gives way to a title that is a number itself', () => {
    const sizes = [
      { value: 'two', title: '2' },
      { value: 'one', title: '1' },
    ];
    expect(readChoice('1', sizes)).toEqual({ kind: 'choice', value: 'one' });
  });
});

describe('none of the choices', () => {
  test.each([
    ['not received'],
    ["I haven't received it"],
    ['shipped'],
    ['anything but received, except that'],
    ['banana'],
    ['it'],
    ['😀'],
    [''],
    ['?'],
  ])('%s', (text) => expect(read(text)).toEqual({ kind: 'none' }));
});

it('is ambiguous when two choices fit equally', () => {
  const damage = [
    { value: 'seal', title: 'Damaged seal' },
    { value: 'packaging', title: 'Damaged packaging' },
  ];
  expect(readChoice('damaged', damage)).toEqual({ kind: 'ambiguous', values: ['seal', 'packaging'] });
  expect(readChoice('seal', damage)).toEqual({ kind: 'choice', value: 'seal' });
  expect(readChoice('seal or packaging', damage)).toEqual({ kind: 'ambiguous', values: ['seal', 'packaging'] });
});

it('prefers the longer of two titles that are both said', () => {
  const reasons = [
    { value: 'damaged', title: 'Damaged' },
    { value: 'damaged-in-transit', title: 'Damaged in transit' },
  ];
  expect(readChoice('it was damaged in transit', reasons)).toEqual({ kind: 'choice', value: 'damaged-in-transit' });
  expect(readChoice('damaged', reasons)).toEqual({ kind: 'choice', value: 'damaged' });
});

it('tells a thing that works from one that does not', () => {
  const state = [
    { value: 'working', title: 'It works' },
    { value: 'not-working', title: "It doesn't work" },
  ];
  expect(readChoice('it works', state)).toEqual({ kind: 'choice', value: 'working' });
  expect(readChoice("doesn't work", state)).toEqual({ kind: 'choice', value: 'not-working' });
  expect(readChoice('it is not working', state)).toEqual({ kind: 'choice', value: 'not-working' });
  expect(readChoice('works', state)).toEqual({ kind: 'choice', value: 'working' });
});

it('forgives one slip in five letters and two in eight, never in the first letter', () => {
  const words = [
    { value: 'a', title: 'Activated' },
    { value: 'b', title: 'Seals' },
  ];
  expect(readChoice('seais', words)).toEqual({ kind: 'choice', value: 'b' });
  expect(readChoice('seaix', words)).toEqual({ kind: 'none' });
  expect(readChoice('actvatde', words)).toEqual({ kind: 'choice', value: 'a' });
  expect(readChoice('inactivated', words)).toEqual({ kind: 'none' });
});
