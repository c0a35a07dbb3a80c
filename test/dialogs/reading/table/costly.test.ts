import { describe, expect, test } from 'vitest';
import { isCostly } from '../../../../src/dialogs/reading/table/costly.ts';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

const at = (talk: ReturnType<typeof begin>) => ({ interview: talk.interview, conversation: talk.conversation() });
const stated = (fact: string, value: string | boolean | string[]) => ({ fact, value, source: 'stated' }) as const;

test('an answer that leads to a refusal at once is costly, one that leaves it open is not', () => {
  const talk = begin('tool-shop').says('not-working').says('device');
  expect(talk.asked()).toBe('condition');
  expect(isCostly(at(talk), stated('condition', ['seal-damaged']))).toBe(true);
  expect(isCostly(at(talk), stated('condition', []))).toBe(false);
});

test('so is one with a fee', () => {
  const talk = begin('tool-shop').says('changed-mind').says('device').says('not-shipped');
  expect(talk.asked()).toBe('discounted');
  expect(isCostly(at(talk), stated('discounted', false))).toBe(true);
});

describe('a yes that only goes along', () => {
  const discount = () => begin('tool-shop').says('not-working').says('device').says([]);
  const read = (talk: ReturnType<typeof begin>, text: string) => {
    const { interview, conversation } = at(talk);
    return interpret(interview, conversation, text).event;
  };

  test.each(['ok', 'Okay.', 'sure', 'alright', '👍', 'I think so', 'I believe so', 'yes, I think', 'looks like it'])(
    'is shown back where it would refuse: "%s"',
    (text) => {
      const inferred = [{ fact: 'discounted', value: true, source: 'inferred' }];
      expect(read(discount(), text)).toMatchObject({ type: 'statement', inferred, isUnsure: true });
    },
  );

  test.each(['yes', 'yep', 'yes please', 'yes I did'])('a plain yes is taken: "%s"', (text) => {
    expect(read(discount(), text)).toMatchObject({ type: 'answer', answer: { fact: 'discounted', value: true } });
  });
});

test.each([
  ['no, is that a problem?', false],
  ['no, was I supposed to?', false],
  ['yes, does that matter?', true],
])('a yes or no that asks back is shown, and not lost: "%s"', (text, value) => {
  const { interview, conversation } = at(begin('tool-shop').says('not-working').says('device').says([]));
  const { event } = interpret(interview, conversation, text);
  expect(event).toMatchObject({ type: 'statement', inferred: [{ fact: 'discounted', value }], isUnsure: true });
});
