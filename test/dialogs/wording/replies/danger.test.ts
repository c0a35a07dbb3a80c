import { describe, expect, test } from 'vitest';
import { repliesFor } from '../../../../src/dialogs/wording/replies/replies.ts';
import type { DangerKind } from '../../../../src/machines/events.ts';
import { begin } from '../../../machines/conversation.ts';

type Shop = Parameters<typeof begin>[0];

const heardIn = (shop: Shop, kind: DangerKind) => messagesOf(begin(shop).does({ type: 'danger', kind }));

function messagesOf(talk: ReturnType<typeof begin>) {
  return repliesFor(talk.acts(), { interview: talk.interview, conversation: talk.conversation() });
}

const textIn = (shop: Shop, kind: DangerKind) => heardIn(shop, kind).map(({ text }) => text);

describe('who is in danger hears', () => {
  test.each<DangerKind>(['hazard', 'injury'])('to leave the thing alone and to post nothing: %s', (kind) => {
    const [text, ...more] = textIn('fortnight-shop', kind);
    expect(text).toMatch(/do not charge it/i);
    expect(text).toMatch(/do not post it/);
    expect(text).toContain('call **112**');
    expect(text).toMatch(/Your reference is \*\*R2\*\*/);
    expect(more).toEqual([]);
  });

  test('where there is somebody to talk to, and nothing of things', () => {
    const [text] = textIn('fortnight-shop', 'distress');
    expect(text).toContain('Call **0123 456**, day and night.');
    expect(text).toContain('call **112**');
    expect(text).not.toMatch(/charge|post it|return|device|item/);
  });

  test('no number that the shop has not named', () => {
    for (const kind of ['hazard', 'injury', 'distress'] as const) {
      const [text] = textIn('tool-shop', kind);
      expect(text).toContain('the emergency number of your country');
      expect(text?.replace('R2', '')).not.toMatch(/\d/);
    }
    expect(textIn('tool-shop', 'distress')[0]).toContain('https://findahelpline.com');
  });

  test('nothing that could be answered', () => {
    for (const reply of heardIn('tool-shop', 'distress')) {
      expect(reply).not.toHaveProperty('buttons');
      expect(reply.channelData).toMatchObject({ returns: { kind: 'handoff', state: 'waiting' } });
    }
  });

  test('later how it stands, and how to call it off, not how to go on with a return', () => {
    const talk = begin('tool-shop').does({ type: 'danger', kind: 'hazard' });
    const [reply] = messagesOf(talk.does({ type: 'unclear', problem: { kind: 'not-understood' } }));
    expect(reply?.text).toContain('"false alarm"');
    expect(reply?.text).not.toContain('start over');
  });
});

test('who has a parcel at the door hears that the case is urgent, whatever it is for', () => {
  const talk = begin('fortnight-shop').says('changed-mind').says('at-handover');
  expect(messagesOf(talk).at(-1)?.text).toContain('I have marked it as urgent.');
  const refused = begin('fortnight-shop').says('damaged-or-incomplete').says('at-handover');
  expect(
    messagesOf(refused)
      .at(-1)
      ?.text.match(/urgent/g),
  ).toHaveLength(1);
});
