import { describe, expect, test } from 'vitest';
import { renderFor } from '../../../../src/dialogs/wording/rendering/render.ts';
import { spoken } from '../../../../src/dialogs/wording/replies/case-replies.ts';
import { repliesFor } from '../../../../src/dialogs/wording/replies/replies.ts';
import { asJson } from '../../../../src/json.ts';
import type { JsonObject } from '../../../../src/store/store.ts';
import { begin } from '../../../machines/conversation.ts';
import { sentence, words } from '../../../wording.ts';

type Talk = ReturnType<typeof begin>;

const lastReply = (talk: Talk): JsonObject =>
  asJson(
    repliesFor(talk.acts(), {
      interview: talk.interview,
      conversation: talk.conversation(),
      formUrl: 'https://form.example/?token=a_b*c*',
    }).at(-1) ?? {},
  );

type Shown = { attachments?: [{ content: { actions: { data?: unknown }[] } }] };

const submitsOf = (reply: Shown): unknown[] =>
  (reply.attachments?.[0].content.actions ?? []).flatMap(({ data }) => (data === undefined ? [] : [data]));

const choice = lastReply(begin('fortnight-shop'));
const multiChoice = lastReply(begin('tool-shop').says('not-working').says('device'));
const yesNo = lastReply(begin('tool-shop').says('not-working').says('device').says([]));
const refusal = lastReply(begin('tool-shop').says('changed-mind').says('device').says('received'));
const agents = asJson(spoken(words, { id: 'ann', name: 'Ann' }, 'Hello'));

describe.each(['webchat', 'directline', 'emulator'])('%s has buttons and cards', (channel) => {
  test('so a button shows its title as the words of the customer, and sends ids', () => {
    const { text, suggestedActions } = renderFor(channel, yesNo);
    expect(text).toBe(yesNo.text);
    expect(suggestedActions).toMatchObject({
      actions: [
        {
          type: 'messageBack',
          title: 'Yes',
          text: 'Yes',
          displayText: 'Yes',
          value: { returns: { questionId: 'discounted', answer: true } },
        },
        { title: 'No', value: { returns: { questionId: 'discounted', answer: false } } },
        { title: "I don't know", value: { returns: { questionId: 'discounted', answer: 'unknown' } } },
      ],
    });
  });

  test('so several choices are a card that names its question', () => {
    const submits = submitsOf(renderFor(channel, multiChoice));
    expect(submits).toEqual([
      { returns: { questionId: 'condition' } },
      { returns: { questionId: 'condition', answer: [] } },
    ]);
  });

  test('so the card of a decision sends commands, and shows their titles as the words of the customer', () => {
    const submit = (title: string, command: string) => ({
      returns: { command },
      cardAction: { type: 'messageBack', text: title, displayText: title, value: { returns: { command } } },
    });
    expect(submitsOf(renderFor(channel, refusal))).toMatchObject([
      submit('Change an answer', 'change'),
      submit('Talk to a human', 'human'),
    ]);
  });

  test('and nothing of how we keep a reply', () => {
    for (const reply of [choice, multiChoice, yesNo, refusal, agents]) {
      expect(Object.keys(renderFor(channel, reply))).not.toEqual(expect.arrayContaining(['buttons']));
      expect(renderFor(channel, reply)).not.toHaveProperty('card');
      expect(renderFor(channel, reply)).not.toHaveProperty('language');
      expect(renderFor(channel, reply)).not.toHaveProperty('ownWords');
    }
  });

  test('a reply kept by an older version stays as it was', () => {
    const old = { type: 'message', text: 'Really?', suggestedActions: { to: [], actions: [] }, attachments: [] };
    expect(renderFor(channel, old)).toEqual(old);
  });
});

describe('Teams has cards and no suggested actions', () => {
  test('so choices stand in the text, by number', () => {
    const shown = renderFor('msteams', choice);
    expect(shown.text).toMatch(
      new RegExp(
        `\n\n1\\. It does not work properly\n2\\. I changed my mind\n3\\. .*\n4\\. .*\n\n${sentence('inWords.choice').source}$`,
      ),
    );
    expect(shown).not.toHaveProperty('suggestedActions');
    expect(shown.channelData).toEqual(choice.channelData);
    expect(shown).not.toHaveProperty('textFormat', 'plain');
  });

  test('so a question of yes or no says what to reply, and that one need not know', () => {
    expect(renderFor('msteams', yesNo).text).toMatch(sentence('inWords.yesNo.unknown'));
  });

  test('so several choices are a card, and their submits are objects', () => {
    const shown = renderFor('msteams', multiChoice);
    expect(shown.attachments).toEqual(renderFor('directline', multiChoice).attachments);
    expect(shown.text).toBe(multiChoice.text);
    expect(shown).not.toHaveProperty('suggestedActions');
  });

  test('so what a button says is shown in the chat, beside the ids that it sends', () => {
    const back = (title: string, command: string) => ({
      msteams: { type: 'messageBack', text: title, displayText: title, value: { returns: { command } } },
    });
    expect(submitsOf(renderFor('msteams', refusal))).toEqual([
      back('Change an answer', 'change'),
      back('Talk to a human', 'human'),
    ]);
  });
});

describe.each(['sms', 'alexa', 'constructor', ''])('a channel such as "%s" has words alone', (channel) => {
  test('so choices stand in the text, by number', () => {
    const shown = renderFor(channel, choice);
    expect(shown.text).toContain('1. It does not work properly');
    expect(shown.textFormat).toBe('plain');
  });

  test('so several choices can be named by their numbers', () => {
    const shown = renderFor(channel, multiChoice);
    expect(shown.text).toMatch(new RegExp(`\n4\\. .*\n\n${sentence('inWords.multiChoice').source}`));
    expect(shown).not.toHaveProperty('attachments');
  });

  test('so the whole decision is told, without marks, and nothing of it twice', () => {
    const { text, attachments } = renderFor(channel, refusal);
    expect(attachments).toBeUndefined();
    const [{ content }] = renderFor('directline', refusal).attachments as [{ content: { body: { text?: string }[] } }];
    for (const block of content.body) {
      if (block.text) expect(text).toContain(block.text.replaceAll('**', ''));
    }
    expect(text).toMatch(/Change an answer.*Talk to a human/);
    expect(text).not.toContain('**');
    expect(renderFor(channel, refusal).channelData).toEqual(refusal.channelData);
  });

  test('so a plain message stays what it was, and what a customer wrote is not taken for marks', () => {
    const message = { type: 'message', text: 'I found \\*your\\* order **4711**', textFormat: 'markdown' };
    expect(renderFor(channel, message)).toEqual({
      ...message,
      text: 'I found *your* order 4711',
      textFormat: 'plain',
    });
  });
});

test('a link keeps every character in words', () => {
  const repair = begin('fortnight-shop').says('not-working').says('2026-10-01').says([]).says(24);
  expect(renderFor('sms', lastReply(repair)).text).toContain('https://form.example/?token=a_b*c*');
});
