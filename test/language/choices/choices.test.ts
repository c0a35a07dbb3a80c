import { describe, expect, it, test } from 'vitest';
import { accountOfChoices } from '../../../src/language/choices/account.ts';
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
    ['the first please'],
    ['I choose the first'],
    ['A'],
    ['option a'],
    ['the top one'],
  ])('%s is the first', (text) => expect(read(text)).toEqual({ kind: 'choice', value: 'not-shipped' }));
  test.each([['4'], ['four'], ['the last one'], ['last'], ['d)'], ['the bottom one'], ['option four please']])(
    '%s is the last of four',
    (text) => expect(read(text)).toEqual({ kind: 'choice', value: 'received' }),
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

test('half of a phrase in half of a reply is none', () => {
  const reasons = [{ value: 'damaged', title: 'Damaged', synonyms: ['arrived broken'] }];
  expect(readChoice('arrived slowly', reasons)).toEqual({ kind: 'none' });
  expect(readChoice('broken', reasons)).toMatchObject({ value: 'damaged' });
});

describe('none of the choices', () => {
  test.each([
    ['not received'],
    ['not the first one'],
    ['anything but the courier'],
    ['neither'],
    ['e'],
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

test('of two, the other is likely when one is set aside', () => {
  const kinds = DELIVERY.slice(1, 3);
  const other = { kind: 'choice', value: 'at-handover', certainty: 'likely' };
  for (const text of ['not the first one', 'anything but travelling', 'not on its way'])
    expect(readChoice(text, kinds)).toEqual(other);
  expect(readChoice('neither', kinds)).toEqual({ kind: 'none' });
});

test('what stands beside a denial is likely meant', () => {
  const received = { kind: 'choice', value: 'received', certainty: 'likely' };
  expect(read('it is not on its way, I have received it')).toEqual(received);
  expect(read('I have received it, so it is not on its way')).toEqual(received);
  expect(read('maybe received')).toEqual(received);
});

test.each(['neither', 'none of these', 'another reason', 'not on the list', 'no, something else'])(
  '"%s" likely means the choice for all others',
  (text) => {
    const reasons = [...DELIVERY, { value: 'other', title: 'Something else' }];
    expect(readChoice(text, reasons)).toEqual({ kind: 'choice', value: 'other', certainty: 'likely' });
  },
);

test.each([
  ['I have received it already, thanks', 'received', ''],
  ['the second one please', 'in-transit', ''],
  ['2nd option', 'in-transit', ''],
  ['recieved', 'received', ''],
  ['received on 3 May', 'received', '3 May'],
  ['received but broken', 'received', 'broken'],
  ['not received', 'received', 'not'],
])('"%s" read as %s leaves over "%s"', (text, value, rest) => {
  expect(accountOfChoices(text, [value], DELIVERY).rest).toBe(rest);
});

describe('a part of a title keeps what turns it', () => {
  const faults = [
    {
      value: 'fault',
      title: 'It does not print properly',
      synonyms: ['stopped printing', 'partly prints', 'not printing'],
    },
    { value: 'other', title: 'Something else' },
  ];

  test.each(['prints', 'it prints', 'printing', 'it was printing'])('"%s" is no fault', (text) =>
    expect(readChoice(text, faults)).toEqual({ kind: 'none' }),
  );

  test.each(['it stopped printing', 'no printing', 'not printing properly', 'it only prints partly'])(
    '"%s" is one',
    (text) => expect(readChoice(text, faults)).toMatchObject({ value: 'fault' }),
  );
});
