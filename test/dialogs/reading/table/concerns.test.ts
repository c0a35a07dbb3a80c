import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;
const read = (talk: Talk, text: string) => interpret(talk.interview, talk.conversation(), text);

const atDiscount = () => begin('tool-shop').says('not-working').says('device').says([]);
const digress = (about: object) => ({ type: 'digress', about });

describe('a mere complaint is no answer, and hears its own sentence', () => {
  test.each([
    ['absolutely appalling company', 'abuse'],
    ['What a total rip-off!', 'abuse'],
    ['you will hear from my lawyer', 'legal'],
    ['I want to do a chargeback', 'chargeback'],
    ['delete all my data', 'erase-data'],
    ['a copy of my data', 'privacy'],
    ['your customer service is rude', 'staff-complaint'],
    ['I want to appeal', 'objection'],
    ["I don't agree with your decision", 'objection'],
    ['what are my consumer rights', 'legal'],
    ['what a heap of rubbish', 'abuse'],
    ['I strongly disagree', 'objection'],
    ['its outrageous', 'abuse'],
    ['you people are crooks', 'abuse'],
    ['😡😡', 'abuse'],
  ])('"%s"', (text, kind) => expect(read(atDiscount(), text).event).toEqual(digress({ kind })));

  test('beside an answer the answer is taken', () => {
    expect(read(atDiscount(), 'No. This is outrageous!').event).toMatchObject({ about: { kind: 'abuse' } });
    expect(JSON.stringify(read(atDiscount(), 'No. This is outrageous!').event)).toContain('"discounted"');
  });

  test('beside a fact the fact is taken', () => {
    const { event } = read(begin('tool-shop'), 'The drill stopped working. My solicitor knows about it');
    expect(event).toMatchObject({ inferred: [{ fact: 'reason', value: 'not-working' }], about: { kind: 'legal' } });
  });
});

describe('another language', () => {
  test('is named where the message says nothing that is understood', () =>
    expect(read(atDiscount(), 'je ne comprends pas la question')).toEqual({
      row: 'other-language',
      event: digress({ kind: 'other-language', language: 'fr' }),
    }));

  test('is not read by the one word of it that is known', () =>
    expect(read(begin('tool-shop'), 'Mein Bohrer ist nicht kaputt').event).toMatchObject({
      about: { language: 'de' },
    }));

  test('is nothing where the message answers', () => expect(read(atDiscount(), 'no').event.type).toBe('answer'));
});

describe('a sign of life', () => {
  test.each([
    ['hello? is anybody there?', 'presence'],
    ['lol', 'acknowledged'],
    ['🙂', 'acknowledged'],
    ['one moment please', 'waiting'],
  ])('"%s" gets a short word and the question again', (text, kind) =>
    expect(read(begin('tool-shop'), text)).toEqual({ row: 'sign-of-life', event: digress({ kind }) }),
  );

  test.each(['refund please', 'I have an issue with my order', 'warranty', "it's about a return"])(
    'what somebody has come for is welcome while the reason is asked, and only then: "%s"',
    (text) => {
      expect(read(begin('tool-shop'), text).event).toEqual(digress({ kind: 'no-reason' }));
      expect(read(atDiscount(), text).event).not.toEqual(digress({ kind: 'no-reason' }));
    },
  );

  test('"ok" that answers is an answer', () => {
    const talk = begin('tool-shop').does({ type: 'offerHuman' });
    expect(read(talk, 'ok').event.type).toBe('yes');
  });
});

test('"can I cancel?" does not say why, so that is asked', () =>
  expect(read(begin('tool-shop'), 'can I cancel?')).toEqual({
    row: 'may-one-cancel',
    event: digress({ kind: 'no-reason' }),
  }));
