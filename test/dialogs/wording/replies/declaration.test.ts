import { expect, test } from 'vitest';
import { repliesFor } from '../../../../src/dialogs/wording/replies/replies.ts';
import { nothingStated } from '../../../../src/machines/events.ts';
import type { Conversation } from '../../../../src/machines/record/record.ts';
import { step } from '../../../../src/machines/returns.ts';
import { begin } from '../../../machines/conversation.ts';

const text = 'I withdraw from the contract.';

function declared(
  talk: ReturnType<typeof begin>,
  at: string,
  conversation: Conversation = talk.conversation(),
  language?: string,
) {
  const { interview } = talk;
  const event = {
    type: 'declare',
    kind: 'withdrawal',
    text,
    stated: nothingStated,
    ...(language && { language }),
  } as const;
  const after = step({ interview, conversation, reference: 'R9', at }, event);
  return { ...after, replies: repliesFor(after.acts, { interview, conversation: after.conversation }) };
}

test('who declares something hears when it was received, that it is kept, under which reference, and who answers', () => {
  const [reply, ...more] = declared(begin('tool-shop'), '2026-11-21T23:30:00.000Z').replies;
  // Half past one, and the next day, where the shop is.
  expect(reply?.text).toContain('Sunday 22 November 2026, 01:30');
  expect(reply?.text).toContain('kept word for word');
  expect(reply?.text).toContain('a person at the shop will answer it');
  expect(reply?.text).toContain('**R9**');
  expect(reply?.channelData).toEqual({ returns: { kind: 'handoff', reference: 'R9', state: 'waiting' } });
  expect(more).toEqual([]);
});

test('who was refused before hears no refusal again', () => {
  const refused = begin('fortnight-shop').says('changed-mind').says('received').says('2026-01-10');
  const { replies } = declared(refused, '2026-11-21T10:00:00.000Z');
  expect(replies.map((reply) => reply.text).join()).not.toMatch(/not possible|not eligible|excluded|too late|may not/i);
});

test('who says so once more hears when it was received first, and how to go on', () => {
  const talk = begin('tool-shop');
  const { conversation } = declared(talk, '2026-11-21T10:00:00.000Z');
  const [reply, ...more] = declared(talk, '2026-11-23T10:00:00.000Z', conversation).replies;
  expect(reply?.text).toContain('Saturday 21 November 2026, 12:00');
  expect(reply?.text).toContain('"start over"');
  expect(reply?.text).toContain('"cancel my request"');
  expect(more).toEqual([]);
});

test('who declares it in another language hears in it, too, which languages are understood', () => {
  const talk = begin('tool-shop');
  const [reply, ...more] = declared(talk, '2026-11-21T10:00:00.000Z', talk.conversation(), 'nl').replies;
  expect(reply?.text).toContain('kept word for word');
  expect(reply?.text).toContain('Engels');
  expect(reply?.text).toContain('**R9**');
  expect(more).toEqual([]);
});

test('of a language that we have no sentence in nothing is said', () => {
  const talk = begin('tool-shop');
  const [reply] = declared(talk, '2026-11-21T10:00:00.000Z', talk.conversation(), 'eo').replies;
  expect(reply?.text).toBe(declared(begin('tool-shop'), '2026-11-21T10:00:00.000Z').replies[0]?.text);
});
