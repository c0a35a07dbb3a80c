import { describe, expect, test } from 'vitest';
import { forChannel } from '../../../src/dialogs/wording/channel-replies.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies.ts';
import type { JsonObject } from '../../../src/store/store.ts';
import { begin } from '../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const lastReply = (talk: Talk): JsonObject =>
  repliesFor(talk.acts(), {
    interview: talk.interview,
    conversation: talk.conversation(),
    formUrl: 'https://form.example/?token=a_b*c*',
  }).at(-1) ?? {};

const choice = lastReply(begin('fourteen-day-shop'));
const multiChoice = lastReply(begin('equipment-shop').says('not-working').says('device'));
const yesNo = lastReply(begin('equipment-shop').says('not-working').says('device').says([]));
const refusal = lastReply(begin('equipment-shop').says('changed-mind').says('device').says('received'));

describe.each(['webchat', 'directline', 'emulator'])('%s shows everything', (channel) => {
  test.each([choice, multiChoice, yesNo, refusal])('so a reply stays as it is', (reply) => {
    expect(forChannel(reply, channel)).toBe(reply);
  });
});

describe('Teams has cards and no suggested actions', () => {
  test('so choices stand in the text, by number', () => {
    const shown = forChannel(choice, 'msteams');
    expect(shown.text).toMatch(
      /\n\n1\. It does not work properly\n2\. I changed my mind\n3\. .*\n4\. .*\n\nReply with a number\.$/s,
    );
    expect(shown).not.toHaveProperty('suggestedActions');
    expect(shown.channelData).toEqual(choice.channelData);
    expect(shown).not.toHaveProperty('textFormat', 'plain');
  });

  test('so a question of yes or no says what to reply, and that one need not know', () => {
    expect(forChannel(yesNo, 'msteams').text).toMatch(/Reply "Yes" or "No", or say "I don't know"\.$/);
  });

  test('so several choices are a card, and their submits are objects', () => {
    const shown = forChannel(multiChoice, 'msteams');
    expect(shown.attachments).toEqual(multiChoice.attachments);
    expect(shown.text).toBe(multiChoice.text);
    expect(shown).not.toHaveProperty('suggestedActions');
  });

  test('so what a button says is sent as words in an object', () => {
    const submits = (reply: JsonObject) => JSON.stringify(reply.attachments).match(/"data":(\{.*?\}\}|".*?")/g) ?? [];
    expect(submits(refusal)).toEqual(['"data":"Change an answer"', '"data":"Talk to a human"']);
    expect(submits(forChannel(refusal, 'msteams'))).toEqual([
      '"data":{"msteams":{"type":"imBack","value":"Change an answer"}}',
      '"data":{"msteams":{"type":"imBack","value":"Talk to a human"}}',
    ]);
  });
});

describe.each(['sms', 'alexa', 'constructor', ''])('a channel such as "%s" has words alone', (channel) => {
  test('so choices stand in the text, by number', () => {
    const shown = forChannel(choice, channel);
    expect(shown.text).toContain('1. It does not work properly');
    expect(shown.textFormat).toBe('plain');
  });

  test('so several choices can be named by their numbers', () => {
    const shown = forChannel(multiChoice, channel);
    expect(shown.text).toMatch(/\n5\. .*\n\nReply with the numbers that apply, such as "1, 2", or with "none"/s);
    expect(shown).not.toHaveProperty('attachments');
  });

  test('so the whole decision is told, without marks, and nothing of it twice', () => {
    const { text, attachments } = forChannel(refusal, channel);
    expect(attachments).toBeUndefined();
    const [{ content }] = refusal.attachments as [{ content: { body: { text?: string }[] } }];
    for (const block of content.body) {
      if (block.text) expect(text).toContain(block.text.replaceAll('**', ''));
    }
    expect(text).toContain('You can say "Change an answer" or "Talk to a human".');
    expect(text).not.toContain('**');
    expect(forChannel(refusal, channel).channelData).toEqual(refusal.channelData);
  });

  test('so a plain message stays what it was, and what a customer wrote is not taken for marks', () => {
    const message = { type: 'message', text: 'I found \\*your\\* order **4711**', textFormat: 'markdown' };
    expect(forChannel(message, channel)).toEqual({
      ...message,
      text: 'I found *your* order 4711',
      textFormat: 'plain',
    });
  });
});

test('a link keeps every character in words', () => {
  const repair = begin('fourteen-day-shop').says('not-working').says('2026-10-01').says([]).says(24);
  expect(forChannel(lastReply(repair), 'sms').text).toContain('https://form.example/?token=a_b*c*');
});
