import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import { repliesFor } from '../../../src/dialogs/wording/replies.ts';
import { begin } from '../../machines/conversation.ts';

/** A customer who writes; `hears` is what the assistant says then. */
function chat(shop: 'equipment-shop' | 'fourteen-day-shop' = 'equipment-shop') {
  const talk = begin(shop);
  const { interview } = talk;
  return {
    talk,
    hears(text: string) {
      talk.does(readMessage(interview, talk.conversation(), { text }));
      return repliesFor(talk.acts(), { interview, conversation: talk.conversation() });
    },
  };
}
type Reply = ReturnType<ReturnType<typeof chat>['hears']>[number];
const textOf = (replies: Reply[]): string => replies.map(({ text }) => text).join('\n');
const questionIn = (replies: Reply[]): unknown =>
  (replies.at(-1)?.channelData as { returns?: { id?: string } } | undefined)?.returns?.id;

describe('a question about the policy', () => {
  test('is answered in the words of its clause, which is named, and the open question follows', () => {
    const replies = chat().hears('who pays the shipping back?');
    expect(textOf(replies)).toContain('You pay the way back');
    expect(questionIn(replies)).toBe('reason');
  });

  test.each(['why 6 %?', 'what is the fee for?'])('"%s" is told what the fee is for', (text) => {
    const { clauses } = chat().talk.interview.policy.file;
    expect(textOf(chat().hears(text))).toContain(clauses['fee-purpose']?.text);
  });

  test('that no clause answers is said to be unanswered, and a person is offered', () => {
    const replies = chat('fourteen-day-shop').hears('who pays for the return shipping?');
    expect(textOf(replies)).toContain('I find no answer to that');
    expect(JSON.stringify(replies.at(-1)?.suggestedActions)).toContain('Talk to a human');
    expect(questionIn(replies)).toBe('reason');
  });

  test('beside an answer leaves the answer in its place', () => {
    const { talk, hears } = chat();
    const replies = hears('It does not work any more. Who pays the shipping back?');
    expect(textOf(replies)).toContain('You pay the way back');
    expect(talk.conversation().answers).toMatchObject([{ fact: 'reason', value: 'not-working' }]);
  });

  test('is no answer, though it names one', () => {
    const { talk, hears } = chat();
    hears('can I return a broken device?');
    expect(talk.conversation().answers).toEqual([]);
  });
});

describe('anything else on the mind', () => {
  test.each([
    ['thanks a lot', 'You are welcome'],
    ['hello there', 'Hello!'],
    ['are you a robot?', 'a program'],
    ['when will my parcel finally arrive, I want to track it', 'beyond me'],
    ['where is the refund you promised me two weeks ago?', 'cannot see payments'],
    ['I want my money back', 'A few things decide it'],
    ['you are all useless idiots', 'sorry'],
  ])('"%s" is answered, and the open question follows', (text, answer) => {
    const replies = chat().hears(text);
    expect(textOf(replies)).toContain(answer);
    expect(questionIn(replies)).toBe('reason');
  });

  test('who asks how a case stands hears it', () => {
    const { talk, hears } = chat();
    expect(textOf(hears('what is the status of my case?'))).toContain('no case in this chat');
    hears('talk to a human');
    expect(textOf(hears('what is the status of my case?'))).toContain('is with the people at the shop');
    expect(talk.phase()).toBe('handedOver');
  });

  test.each([
    'could I please speak with a real person',
    'get me your manager',
    'I would like somebody to call me about this',
  ])('"%s" gets a person, or is asked whether it should be one', (text) => {
    const { talk, hears } = chat();
    hears(text);
    expect(['handedOver', 'offeringHuman']).toContain(talk.phase());
  });
});

describe('what was understood', () => {
  test('is shown in one line, and one tap changes one thing of it', () => {
    const replies = chat().hears('my scanner stopped working, I bought it at full price');
    const last = replies.at(-1);
    expect(last?.text).toContain('I understood: ');
    expect(last?.channelData).toMatchObject({
      returns: { kind: 'question', id: 'confirm', input: 'yes-no', choices: [] },
    });
    expect(JSON.stringify(last?.suggestedActions)).toContain('"value":"change the reason"');
  });

  test('is changed by that tap', () => {
    const { talk, hears } = chat();
    hears('my scanner stopped working, I bought it at full price');
    hears('change the reason');
    expect(talk.asked()).toBe('reason');
  });
});
