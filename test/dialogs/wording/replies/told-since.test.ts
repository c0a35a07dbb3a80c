import { expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../../src/dialogs/wording/replies/replies.ts';
import { begin } from '../../../machines/conversation.ts';
import { opening } from '../../../wording.ts';

/** What somebody hears who was refused, has asked for a person, and writes this. */
function heardAfterRefusal(...messages: string[]): string {
  const talk = begin('fortnight-shop').says('changed-mind').says('received').says('2026-10-01').does({ type: 'human' });
  for (const text of messages) talk.does(readMessage(talk.interview, talk.conversation(), { text }));
  const { interview } = talk;
  return repliesFor(talk.acts(), { interview, conversation: talk.conversation() })
    .map(({ text }) => text)
    .join('\n');
}

test('why it was refused is told together with what was said since, which it does not rest on', () => {
  const heard = heardAfterRefusal('I received it on 14 November', 'why?');
  expect(heard).toMatch(opening('why.since'));
  expect(heard).toMatch(/14 November 2026[\s\S]*1 October 2026/);
});

test('nothing is told as new where nothing is', () =>
  expect(heardAfterRefusal('why?')).not.toMatch(opening('why.since')));
