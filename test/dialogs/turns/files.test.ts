import { describe, expect, test } from 'vitest';
import { type Message, readMessage } from '../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies/replies.ts';
import { type AgentEvent, agentStep } from '../../../src/machines/agent.ts';
import { step } from '../../../src/machines/returns.ts';
import { begin } from '../../machines/conversation.ts';
import { sentence, words } from '../../wording.ts';

const ann = { id: 'ann', name: 'Ann' };
const kept = words.say('digression.file-kept');

/** A customer of the tool shop who sends messages; `sends` is what the assistant says then. */
function chat() {
  const { interview, ...first } = begin('tool-shop');
  let conversation = first.conversation();
  const at = '2026-11-21T10:00:00.000Z';
  const input = () => ({ interview, conversation, reference: 'R1', at });
  return {
    conversation: () => conversation,
    sends(message: Message) {
      const stepped = step(input(), readMessage(interview, conversation, message));
      conversation = stepped.conversation;
      const replies = repliesFor(stepped.acts, { interview, conversation });
      return { text: replies.map(({ text }) => text).join('\n'), asked: JSON.stringify(replies.at(-1)?.channelData) };
    },
    isClaimed() {
      this.has({ type: 'claim', by: ann });
    },
    has(event: AgentEvent) {
      const stepped = agentStep(input(), event, at);
      if ('kind' in stepped) throw new Error(stepped.kind);
      conversation = stepped.conversation;
    },
  };
}

describe('a message that is nothing but a file', () => {
  test('is said to be kept, and the open question follows', () => {
    const { text, asked } = chat().sends({ file: 'kept' });
    expect(text).toContain(kept);
    expect(text).not.toMatch(sentence('unclear.choice'));
    expect(asked).toContain('"id":"reason"');
  });

  test('is no unclear reply, however many there are', () => {
    const customer = chat();
    for (let count = 0; count < 5; count += 1) customer.sends({ text: ' ', file: 'kept' });
    expect(customer.conversation().open).toEqual({ id: 'reason', unclear: 0 });
  });

  test('that could not be kept is said to be lost', () => {
    const { text } = chat().sends({ file: 'not-kept' });
    expect(text).toContain(words.say('digression.file-not-kept'));
    expect(text).not.toContain(kept);
  });

  test('that cannot be opened is asked for again', () => {
    const { text, asked } = chat().sends({ file: 'unreadable' });
    expect(text).toContain(words.say('digression.file-unreadable'));
    expect(asked).toContain('"id":"reason"');
  });

  test('is kept with a case that waits', () => {
    const customer = chat();
    customer.sends({ text: 'talk to a human' });
    expect(customer.sends({ file: 'kept' }).text).toContain(kept);
    expect(customer.conversation().case?.state).toBe('waiting');
  });

  test('after a decision leaves it, and says how a person comes to look', () => {
    const customer = chat();
    for (const text of ['I changed my mind', 'device', 'I have received it']) customer.sends({ text });
    const decided = customer.conversation().decision;
    const { text } = customer.sends({ file: 'kept' });
    expect(text).toMatch(/I have kept what you sent[\s\S]*stands[\s\S]*Talk to a human/);
    expect(decided).toBeDefined();
    expect(customer.conversation().decision).toEqual(decided);
  });
});

describe('words with a file', () => {
  test('are read as they are, after the same remark', () => {
    const customer = chat();
    const { text, asked } = customer.sends({ text: 'It does not work any more', file: 'kept' });
    expect(text).toContain(words.say('digression.file-kept'));
    expect(customer.conversation().answers).toMatchObject([{ fact: 'reason', value: 'not-working' }]);
    expect(asked).not.toContain('"id":"reason"');
  });

  test('that nobody understands are still unclear', () => {
    const customer = chat();
    const { text } = customer.sends({ text: 'zorble quux', file: 'kept' });
    expect(text).toMatch(/I have kept what you sent[\s\S]*did not understand/);
    expect(customer.conversation().open).toMatchObject({ unclear: 1 });
  });
});

test.each([{ file: 'kept' }, { text: 'Here it is', file: 'kept' }, { file: 'not-kept' }] as const)(
  'nothing is said to %j while a person has the case',
  (message) => {
    const customer = chat();
    customer.sends({ text: 'talk to a human' });
    customer.isClaimed();
    expect(customer.sends(message).text).toBe('');
  },
);

test.each([{ file: 'unreadable' }, { text: 'Here it is', file: 'unreadable' }] as const)(
  'a picture that cannot be opened is asked for again, also while a person has the case: %j',
  (message) => {
    const customer = chat();
    customer.sends({ text: 'talk to a human' });
    customer.isClaimed();
    expect(customer.sends(message).text).toBe(words.say('digression.file-unreadable'));
    expect(customer.conversation().case?.state).toBe('claimed');
  },
);

test('a picture that cannot be opened is asked for again where it opens a case again', () => {
  const customer = chat();
  customer.sends({ text: 'talk to a human' });
  customer.isClaimed();
  customer.has({ type: 'close', by: ann, note: '' });
  expect(customer.sends({ file: 'unreadable' }).text).toContain(words.say('digression.file-unreadable'));
  expect(customer.conversation().case?.state).toBe('claimed');
});
