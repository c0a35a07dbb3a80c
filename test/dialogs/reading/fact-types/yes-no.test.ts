import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../../src/dialogs/wording/replies/replies.ts';
import { begin } from '../../../machines/conversation.ts';

const atDamage = () => begin('tool-shop').says('damaged-in-transit').says('device').says('at-handover');
const read = (talk: ReturnType<typeof begin>, text: string) =>
  readMessage(talk.interview, talk.conversation(), { text });

describe('a yes or no of which every word says the same', () => {
  test.each([
    ['yes, the screen is cracked', true],
    ["yep, the corner's chipped off", true],
    ['no, it looks alright', false],
  ])('is taken at once: "%s"', (text, value) =>
    expect(read(atDamage(), text)).toMatchObject({
      type: 'answer',
      answer: { fact: 'deviceDamaged', value, source: 'stated' },
    }),
  );
});

describe('a yes that is about something else', () => {
  test.each(['yes the box is crushed', 'yes the courier is still waiting here'])(
    'is told so, and asked again: "%s"',
    (text) => {
      const talk = atDamage();
      const event = read(talk, text);
      expect(event).not.toMatchObject({ answer: { fact: 'deviceDamaged' } });
      talk.does(event);
      expect(talk.asked()).toBe('deviceDamaged');
    },
  );

  test('hears a sentence of its own', () => {
    const talk = atDamage();
    talk.does({ type: 'unclear', problem: { kind: 'beside-the-point' } });
    const texts = repliesFor(talk.acts(), { interview: talk.interview, conversation: talk.conversation() });
    expect(texts.map(({ text }) => text).join(' ')).toMatch(/something else/);
  });
});

test('not knowing because nobody could look is not knowing', () => {
  expect(read(atDamage(), "I don't know, I haven't opened it")).toMatchObject({
    answer: { fact: 'deviceDamaged', value: 'unknown' },
  });
});
