import { describe, expect, test } from 'vitest';
import { type Message, readMessage } from '../../../../src/dialogs/reading/read.ts';
import { begin } from '../../../machines/conversation.ts';
import { opening, sentence, words } from '../../../wording.ts';
import { shownFor } from '../shown.ts';

/** A customer who writes; `hears` is what the assistant says then. */
function chat(shop: 'tool-shop' | 'fortnight-shop' = 'tool-shop') {
  const talk = begin(shop);
  const { interview } = talk;
  const does = (message: Message) => {
    talk.does(readMessage(interview, talk.conversation(), message));
    return shownFor(talk.acts(), { interview, conversation: talk.conversation() });
  };
  return { talk, does, hears: (text: string) => does({ text }) };
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
    const replies = chat('fortnight-shop').hears('who pays for the return shipping?');
    expect(textOf(replies)).toMatch(sentence('digression.unanswered-question'));
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
    ['thanks a lot', words.say('digression.thanks')],
    ['hello there', 'Hello!'],
    ['are you a robot?', opening('digression.identity')],
    ['when will my parcel finally arrive, I want to track it', opening('digression.out-of-scope')],
    ['where is the refund you promised me two weeks ago?', opening('digression.refund-status')],
    ['I want my money back', words.say('digression.no-reason')],
    ['you are all useless idiots', 'sorry'],
  ])('"%s" is answered, and the open question follows', (text, answer) => {
    const replies = chat().hears(text);
    expect(textOf(replies)).toContain(answer);
    expect(questionIn(replies)).toBe('reason');
  });

  test('who asks how a case stands hears it', () => {
    const { talk, hears } = chat();
    expect(textOf(hears('what is the status of my case?'))).toMatch(sentence('digression.case-status'));
    hears('talk to a human');
    expect(textOf(hears('what is the status of my case?'))).toMatch(sentence('case.waiting'));
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

describe('what is only likely', () => {
  const likely = 'since yesterday it makes no contact with my car at all';

  test('is proposed, as one question that yes settles', () => {
    const { talk, hears } = chat();
    expect(textOf(hears(likely))).toMatch(sentence('question.proposal'));
    expect(talk.conversation().open).toEqual({ id: 'confirm', unclear: 0, isProposal: true });
    hears('yes');
    expect(talk.conversation().answers).toMatchObject([{ fact: 'reason', value: 'not-working', source: 'stated' }]);
  });

  test('is dropped by a no, and its question asked', () => {
    const { talk, hears } = chat();
    hears(likely);
    hears('no');
    expect(talk.asked()).toBe('reason');
    expect(talk.conversation().answers).toEqual([]);
  });
});

describe('what was understood', () => {
  test('is shown in one line, and one tap changes one thing of it', () => {
    const replies = chat().hears('my scanner stopped working, I bought it at full price');
    const last = replies.at(-1);
    expect(last?.text).toMatch(sentence('question.confirm'));
    expect(last?.channelData).toMatchObject({
      returns: { kind: 'question', id: 'confirm', input: 'yes-no', choices: [] },
    });
    expect(JSON.stringify(last?.suggestedActions)).toContain('{"returns":{"command":"change","fact":"reason"}}');
  });

  test.each([
    { text: 'Change: Reason', value: { returns: { command: 'change', fact: 'reason' } } },
    { text: 'Change: Reason' },
    // A button of an older version, still on a customer's screen.
    { text: 'change the reason' },
  ])('is changed by that tap: %o', (tap) => {
    const { talk, hears, does } = chat();
    hears('my scanner stopped working, I bought it at full price');
    does(tap);
    expect(talk.asked()).toBe('reason');
  });
});

describe('"why?"', () => {
  const refused = () => {
    const { talk, hears } = chat('fortnight-shop');
    talk.says('changed-mind').says('received').says('2026-11-01');
    return hears;
  };

  test('after a refusal names the clause, the answers that led to it and the last day', () => {
    const text = textOf(refused()('why?'));
    expect(text).toContain('within 14 days');
    expect(text).toContain('Sunday 1 November 2026');
    expect(text).toContain('ran until Sunday 15 November 2026');
  });

  test('where no clause settles the case says that a person decides', () => {
    const { talk, hears } = chat();
    talk.says('other');
    expect(textOf(hears('why?'))).toMatch(sentence('why.lead.none'));
  });

  test('to an open question says what it decides, and asks again', () => {
    const { talk, hears } = chat('fortnight-shop');
    talk.says('changed-mind').says('received');
    const replies = hears('why do you ask?');
    expect(textOf(replies)).toContain('you can send the item in');
    expect(questionIn(replies)).toBe('receivedOn');
  });

  test('"what now?" after a refusal tells what is still possible', () =>
    expect(textOf(refused()('what can I do now?'))).toMatch(sentence('decision.refusalOffer')));
});

test('a refusal by a deadline names the last day that was in time', () => {
  const { talk } = chat('fortnight-shop');
  talk.says('changed-mind').says('received').says('2026-11-01');
  const [decided] = shownFor(talk.acts(), { interview: talk.interview, conversation: talk.conversation() });
  expect(JSON.stringify(decided)).toContain('Sunday 15 November 2026');
});

test('a message in German hears in German which languages are understood, and a person is offered', () => {
  const replies = chat().hears('Mein Bohrer ist leider kaputt');
  expect(textOf(replies)).toContain('Englisch');
  expect(JSON.stringify(replies.at(-1)?.suggestedActions)).toContain(words.say('button.human'));
  expect(questionIn(replies)).toBe('reason');
});

test.each([
  ['I was charged twice', 'digression.double-charge'],
  ['send me the invoice please', 'digression.invoice'],
  ['where is my parcel', 'digression.parcel-status'],
  ['my lawyer will contact you', 'digression.legal'],
] as const)('"%s" hears a sentence of its own, a person is offered and the question follows', (text, key) => {
  const replies = chat().hears(text);
  expect(textOf(replies)).toMatch(sentence(key));
  expect(JSON.stringify(replies.at(-1)?.suggestedActions)).toContain(words.say('button.human'));
  expect(questionIn(replies)).toBe('reason');
});

describe('where only a range of days is known', () => {
  const refused = () => {
    const { talk, hears } = chat('fortnight-shop');
    talk.says('changed-mind').says('received');
    return { hears, replies: hears('in September 2026') };
  };

  test('a refusal names the last day that can have been in time, as such', () => {
    expect(textOf(refused().replies)).toContain('Wednesday 14 October 2026 at the latest');
  });

  test('"why?" repeats the range, and no day of it as if it were known', () => {
    const text = textOf(refused().hears('why?'));
    expect(text).toContain('between Tuesday 1 September 2026 and Wednesday 30 September 2026');
    expect(text).toContain('ran until Wednesday 14 October 2026 at the latest');
    expect(text).not.toContain('15 September');
  });
});
