import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../../src/dialogs/wording/replies/replies.ts';
import { begin } from '../../../machines/conversation.ts';
import { sentence } from '../../../wording.ts';

const formUrl = 'https://form.example/?token=1';
const returned = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-10');
const refused = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-10-01');

/** What a customer hears who writes this after a decision, which stands. */
function hears(talk: ReturnType<typeof begin>, text: string, url: string | undefined): string {
  const { interview } = talk;
  const before = talk.conversation().decision;
  talk.does(readMessage(interview, talk.conversation(), { text }));
  expect(talk.conversation().decision).toEqual(before);
  const replies = repliesFor(talk.acts(), { interview, conversation: talk.conversation(), formUrl: url });
  return replies.map((reply) => reply.text).join('\n');
}

describe('after a decision', () => {
  test.each(['I cannot find the form any more', 'how do I send it back?'])(
    '"%s" brings link, day and steps',
    (text) => {
      const talk = returned();
      const heard = hears(talk, text, formUrl);
      expect(heard).toContain(talk.conversation().decision?.reference);
      expect(heard).toContain(formUrl);
      expect(heard).toMatch(/24 November 2026[\s\S]*1\. /);
    },
  );

  test('the reference is told', () => {
    const talk = returned();
    expect(hears(talk, 'what was my reference number?', formUrl)).toContain(talk.conversation().decision?.reference);
  });

  test('a form that can no longer be sent is not promised', () =>
    expect(hears(returned(), 'send me the form again', undefined)).toMatch(sentence('digression.no-form')));

  test.each(['I will keep it after all', 'I would like to cancel my return', 'forget it, I am keeping it'])(
    '"%s": the form may just be left',
    (text) => expect(hears(returned(), text, undefined)).toMatch(sentence('digression.keeps-it.form')),
  );

  test('who keeps what could not be returned has nothing to do either', () =>
    expect(hears(refused(), "fine, then I'll keep it", undefined)).toMatch(sentence('digression.keeps-it')));
});

test('before a decision "I want to keep it" is about the case', () => {
  const talk = begin('fortnight-shop').says('changed-mind');
  const event = readMessage(talk.interview, talk.conversation(), { text: 'I want to keep it' });
  expect(event).not.toMatchObject({ about: { kind: 'keeps-it' } });
});
