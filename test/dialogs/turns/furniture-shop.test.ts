import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/dialogs/reading/read.ts';
import type { Interview } from '../../../src/machines/interview.ts';
import { newConversation } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { policyIn } from '../../../src/policy/in-language.ts';
import type { JsonObject } from '../../../src/store/store.ts';
import { furnitureShop } from '../../fixtures/furniture.ts';
import { words } from '../../wording.ts';
import { shownFor } from '../wording/shown.ts';

const policy = furnitureShop();

/** A chat with the furniture shop: what the customer writes, and what the bot says at the end. */
function chat(language: string, ...says: string[]) {
  const interview: Interview = {
    policy: policyIn(policy, language),
    language,
    today: '2026-11-21',
    lookUps: { orders: false, warranties: 'never' },
  };
  let { conversation, acts } = step({ interview, conversation: newConversation(), reference: 'R0' }, { type: 'begin' });
  says.forEach((text, i) => {
    const event = readMessage(interview, conversation, { text });
    ({ conversation, acts } = step({ interview, conversation, reference: `R${i + 1}` }, event));
  });
  const replies = shownFor(acts, { interview, conversation });
  const returns = replies.map(dataOf);
  return {
    returns,
    conversation,
    text: replies.map(({ text }) => text).join('\n'),
    card: JSON.stringify(replies),
    decision: returns.find(({ kind }) => kind === 'decision'),
    handoff: returns.find(({ kind }) => kind === 'handoff'),
  };
}

function dataOf({ channelData }: JsonObject): JsonObject {
  return ((channelData as JsonObject | undefined)?.returns ?? {}) as JsonObject;
}

describe('an outcome of the shop’s own', () => {
  test('that grants something is told in the shop’s words, with its deadline', () => {
    const { decision, handoff, text, card } = chat('en', 'It is damaged', 'A parcel', '10 November 2026');
    expect(decision).toMatchObject({
      resolution: 'refund-without-return',
      deadline: '2026-12-10',
      clauses: ['damage'],
    });
    expect(text).toContain('You do not have to send anything.');
    expect(text).not.toContain(words.say('decision.rights', { human: words.say('button.human') }));
    expect(card).toContain('You get your money back and keep the item');
    expect(handoff).toBeUndefined();
  });

  test('that is for people is passed on at once', () => {
    const { decision, handoff, text } = chat('en', 'It is damaged', 'Bulky furniture', '10 November 2026');
    expect(decision).toMatchObject({ resolution: 'carrier-claim', review: [] });
    expect(handoff).toMatchObject({ state: 'waiting' });
    expect(text).toContain('The carrier answers for this.');
    expect(text).toContain(words.say('case.filed.human-review'));
  });

  test('that says what to do opens no form and files no case, and can name another outcome', () => {
    const { decision, handoff, text, card } = chat('en', 'I need another day of delivery');
    expect(decision).toMatchObject({ resolution: 'change-of-date', alternatives: ['carrier-claim'] });
    expect(decision).not.toHaveProperty('formUrl');
    expect(handoff).toBeUndefined();
    expect(text).toContain('Please choose another day of delivery in your account.');
    expect(card).toContain('People at the shop take it up with them');
  });

  test('that refuses names its clause, says that rights are not affected, and offers a person', () => {
    const { decision, text, card } = chat('en', 'I changed my mind', 'A parcel', '10 November 2026', 'yes');
    expect(decision).toMatchObject({ resolution: 'stays-built', clauses: ['assembled'] });
    expect(text).toContain(words.say('decision.rights', { human: words.say('button.human') }));
    expect(text).toContain('Put together');
    expect(card).toContain(words.say('decision.why'));
    expect(card).toContain(words.say('decision.refusalOffer'));
    expect(card).toContain('Your statutory rights are not affected.');
  });

  test('is told in the language of the conversation', () => {
    const { text } = chat('de', 'Es ist beschädigt', 'Ein Paket', '2026-11-10');
    expect(text).toContain('Sie müssen nichts einsenden.');
  });

  test('the reason for a question does not name what has no short words', () => {
    expect(chat('en', 'why do you ask?').text).toContain(words.say('digression.why-asked'));
  });

  test('asked why afterwards, the refusal is explained as one', () => {
    const { text } = chat('en', 'I changed my mind', 'A parcel', '10 November 2026', 'yes', 'why?');
    expect(text).toContain(words.say('why.lead.refusal', { count: 1 }));
  });
});

describe('a choice between options', () => {
  const sofa = ['I changed my mind', 'Bulky furniture', '10 November 2026', 'no'];
  const chair = ['I changed my mind', 'A parcel', '10 November 2026', 'no'];

  test('is asked once everything is decided, with the terms of each option that is offered', () => {
    const { returns, text, decision } = chat('en', ...sofa);
    expect(decision).toBeUndefined();
    expect(returns.at(-1)).toMatchObject({
      kind: 'question',
      id: 'choose',
      input: 'choice',
      atMost: 1,
      allowsUnknown: false,
      choices: [
        { value: 'money', title: 'My money back' },
        { value: 'credit', title: 'Credit with the shop' },
        { value: 'keep', title: 'Keep it for part of the price' },
      ],
    });
    expect(text).toMatch(/My money back.*10%.*\n2\. \*\*Credit with the shop.*5%.*valid for three years/);
    // The clause and the exchange's window are shared with other shops of the house.
    expect(text).not.toContain('Another piece in exchange');
    expect(chat('en', ...chair).text).toMatch(/Another piece in exchange.*9 January 2027/);
  });

  test('counts among the questions that can still come', () => {
    const counts = sofa.map((_, i) => chat('en', ...sofa.slice(0, i)).returns.at(-1)?.atMost);
    expect(counts).toEqual([5, 4, 3, 2]);
  });

  test.each([
    ['2', 'credit'],
    ['credit', 'credit'],
    ['a voucher', 'credit'],
    ['My money back', 'money'],
    ['a refund please', 'money'],
    ['keep', 'keep'],
    ["I'd like the refund", 'money'],
    ['the second one', 'credit'],
    ['I would rather keep it', 'keep'],
    ["I'll keep it for part of the price", 'keep'],
    ['the money back please', 'money'],
  ])('"%s" chooses, and the decision carries it', (said, chosen) => {
    const { decision } = chat('en', ...sofa, said);
    expect(decision).toMatchObject({ resolution: 'return', chosen, options: [{ id: 'money' }, { id: 'credit' }, {}] });
  });

  test('what was chosen is told with its own figures, and in the words of its own outcome', () => {
    const credit = chat('en', ...sofa, 'credit');
    expect(credit.text).toContain('You chose: Credit with the shop.');
    expect(credit.text).toContain('Bonus: 5% of the price.');
    const kept = chat('en', ...sofa, 'keep');
    expect(kept.text).toContain('You do not have to send anything.');
    expect(kept.text).toContain('Fee: 70% of the price.');
  });

  test.each([
    'what does the credit mean?',
    'how much is the refund',
    'what happens if I keep it',
    'tell me about the voucher',
    'credit seems unfair',
    'not the credit',
    "I don't want to keep it",
    'credit or money?',
  ])('"%s" chooses nothing', (said) => {
    expect(chat('en', ...sofa, said).conversation).toMatchObject({ open: { id: 'choose' } });
  });

  test('what is no choice is asked again, and a person can be had instead', () => {
    expect(chat('en', ...sofa, 'hmm').returns.at(-1)).toMatchObject({ kind: 'question', id: 'choose' });
    expect(chat('en', ...sofa, 'I want to talk to a human').handoff).toMatchObject({ state: 'waiting' });
  });

  test('"back" takes the choice back, and once more the answer before it', () => {
    expect(chat('en', ...sofa, 'credit', 'back').returns.at(-1)).toMatchObject({ id: 'choose' });
    expect(chat('en', ...sofa, 'credit', 'back', 'back').returns.at(-1)).toMatchObject({ id: 'assembled' });
    expect(chat('en', ...sofa, 'credit', 'back', 'money').decision).toMatchObject({ chosen: 'money' });
  });

  test('an answer that changes is chosen for anew', () => {
    const { returns } = chat('en', ...sofa, 'credit', 'actually it is a parcel', 'yes');
    expect(returns.at(-1)).toMatchObject({ id: 'choose', choices: [{}, {}, { value: 'exchange' }] });
  });

  test('can be made anew like an answer', () => {
    const { returns } = chat('en', ...sofa, 'credit', 'change');
    expect(returns.at(-1)).toMatchObject({
      id: 'changeWhich',
      choices: expect.arrayContaining([{ value: 'choose', title: 'You chose: Credit with the shop' }]),
    });
    expect(chat('en', ...sofa, 'credit', 'change', 'You chose: Credit with the shop').returns.at(-1)).toMatchObject({
      id: 'choose',
      atMost: 1,
    });
    const again = chat('en', ...sofa, 'credit', 'change', 'Credit with the shop', 'money');
    expect(again.decision).toMatchObject({ chosen: 'money' });
  });

  test('a refusal leaves no choice', () => {
    const { decision } = chat('en', ...sofa.slice(0, 3), 'yes');
    expect(decision).toMatchObject({ resolution: 'stays-built' });
    expect(decision).not.toHaveProperty('options');
  });

  test('is asked in the language of the conversation', () => {
    const { text } = chat('de', 'Ich möchte es nicht mehr', 'Sperrig', '2026-11-10', 'no');
    expect(text).toContain('Behalten und einen Teil zurück');
  });
});
