import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const read = (talk: Talk, text: string) => readMessage(talk.interview, talk.conversation(), { text });

const atDiscount = () => begin('tool-shop').says('not-working').says('device').says([]);
const atLength = () => atDiscount().says(false);
const unknown = (fact: string) => ({ type: 'answer', answer: { fact, value: 'unknown', source: 'stated' } });

describe('a clause that says "I don\'t know", where the rest only tells why, is taken at once', () => {
  test.each([
    'no clue, my wife did the shopping',
    'my wife did the shopping, so I could not tell you',
    'idk grandma paid for it',
    'no idea, it was a prize',
  ])('to a yes or no: "%s"', (text) => expect(read(atDiscount(), text)).toEqual(unknown('discounted')));

  test.each([
    'nothing is written on it, I would have to ask them',
    'lost the booklet, not the faintest',
    'the card is long gone',
    "it doesn't say, and I turned every page",
    'my brother keeps the papers, dunno',
  ])('to a length: "%s"', (text) => expect(read(atLength(), text)).toEqual(unknown('warrantyMonths')));
});

test.each([
  [atDiscount(), 'not sure, I think it was reduced'],
  [atDiscount(), "I don't know but it was probably cheaper"],
  [atLength(), 'no idea, two years or so'],
  [atLength(), 'dunno, until next May'],
])('what another clause answers is not unknown', (talk, text) => {
  expect(read(talk, text)).not.toMatchObject({ answer: { value: 'unknown' } });
});

test('what cannot be unknown is not, whatever the reason', () => {
  const talk = begin('fortnight-shop');
  expect(read(talk, 'no idea, my neighbour handles all that')).toEqual({
    type: 'unclear',
    problem: { kind: 'cannot-be-unknown' },
  });
});

test('a question beside it is answered first', () => {
  expect(read(atDiscount(), 'no idea, who pays the return?').type).not.toBe('answer');
});

test('what caused the defect may not be known, and that it is defect is known already', () => {
  const talk = begin('fortnight-shop').says('not-working').says('2026-10-01').says(24);
  expect(talk.asked()).toBe('condition');
  expect(read(talk, 'no clue why it stopped working')).toMatchObject({ problem: { kind: 'cannot-be-unknown' } });
});
