import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

const returned = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-10');
const read = (talk: ReturnType<typeof begin>, text: string) =>
  interpret(talk.interview, talk.conversation(), text).event;

test.each([
  "oh, it hasn't arrived yet",
  'the parcel was not delivered',
  'actually I never received it',
  'nothing has arrived',
  'never arrived',
])('after a decision an answer that is denied is asked anew: "%s"', (text) => {
  const talk = returned();
  expect(read(talk, text)).toEqual({ type: 'change', fact: 'delivery' });
  expect(talk.does(read(talk, text)).asked()).toBe('delivery');
});

test('the reason, too', () => expect(read(returned(), 'I did not change my mind')).toMatchObject({ fact: 'reason' }));

test.each([
  'I have not received the form',
  'I have not received my money',
  'I never received your e-mail',
  'has it not arrived?',
])('who misses something else has denied nothing: "%s"', (text) =>
  expect(read(returned(), text).type).not.toBe('change'),
);

test('what nobody had said is not asked anew', () => {
  const refused = begin('fortnight-shop').says('other').says('received');
  expect(read(refused, 'I did not change my mind').type).not.toBe('change');
});

test('a case that waits keeps its place', () => {
  const waiting = returned().does({ type: 'human' });
  expect(read(waiting, "it hasn't arrived yet").type).not.toBe('change');
});

test.each(['No, nothing is broken', "no, it isn't broken, there is just no use for it"])(
  'a choice that a message denies is no answer to its question: "%s"',
  (text) => expect(JSON.stringify(read(begin('fortnight-shop'), text))).not.toContain('not-working'),
);

describe('that it works after all takes back that it does not', () => {
  const broken = () =>
    begin('tool-shop').says('not-working').says('device').says([]).says(false).says(12).says('2026-05-04');

  test.each(['it works again', 'the tester is working again', 'hm, now it works', 'I got it working'])(
    '"%s"',
    (text) => {
      const talk = broken();
      expect(read(talk, text)).toEqual({ type: 'change', fact: 'reason' });
      expect(talk.does(read(talk, text)).asked()).toBe('reason');
    },
  );

  test.each([
    'that works for me',
    'works for me',
    'fine, that works',
    'it still does not work',
    'does it work?',
    'the form works',
    'the link is working now',
    'my old one works',
    'ok',
    'fine',
    'good',
  ])('and what else works does not: "%s"', (text) => expect(read(broken(), text).type).not.toBe('change'));
});
