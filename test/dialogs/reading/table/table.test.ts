import { describe, expect, test } from 'vitest';
import { interpret, rows } from '../../../../src/dialogs/reading/table/table.ts';
import { type Situation, situation } from './situations.ts';

const unclear = { type: 'unclear', problem: { kind: 'not-understood' } };
const statusQuestion = { ...unclear, asksStatus: true };
const about = (kind: string) => ({ type: 'digress', about: { kind } });
const inferred = (fact: string, value: unknown) => expect.objectContaining({ fact, value, source: 'inferred' });
const inferring = (fact: string, value: unknown) => ({ inferred: expect.arrayContaining([inferred(fact, value)]) });
const stated = (fact: string, value: unknown) => ({ type: 'answer', answer: { fact, value, source: 'stated' } });

/** A message that each row is for, and what its event has to hold. */
const examples: [row: string, where: Situation, text: string, event: Record<string, unknown>][] = [
  ['danger', 'the reason is asked', 'smoke is coming out of it', { type: 'danger', kind: 'hazard' }],
  ['why-decided', 'the return is refused', 'how come?', about('why')],
  ['what-now', 'the return is refused', 'what can I do now?', about('what-now')],
  ['why-asked', 'the discount is asked', 'why do you want to know?', about('why-asked')],
  ['why-ruled', 'a person has ruled', 'what should I do now?', statusQuestion],
  ['agent-talks', 'a person has taken over', 'start over', unclear],
  [
    'declaration',
    'the reason is asked',
    'I hereby withdraw from the contract',
    { type: 'declare', kind: 'withdrawal' },
  ],
  [
    'earlier-case',
    'the reason is asked',
    'my reference is K7M2-9QXD',
    { type: 'digress', about: { kind: 'earlier-case', reference: 'K7M2-9QXD' } },
  ],
  ['mail-talk', 'the reason is asked', 'send me a link to this chat', about('mail-talk')],
  ['case-not-needed', 'a case waits', "I don't need help any more", { type: 'cancelCase' }],
  ['button-title', '10 November is shown back', 'Change: Received on', { type: 'change', fact: 'receivedOn' }],
  ['choice-itself', 'the checklist is asked', 'It shows marks of use', stated('condition', ['signs-of-use'])],
  [
    'agreement-in-passing',
    'the reason was inferred, and the kind of product is asked',
    'yes, exactly',
    { type: 'statement', isAgreement: true, inferred: [] },
  ],
  ['identity-question', 'the reason is asked', 'are you a robot?', about('identity')],
  ['command', 'the discount is asked', 'let me start from the beginning', { type: 'startOver' }],
  ['change', 'the day of purchase is asked', 'the condition is wrong', { type: 'change', fact: 'condition' }],
  ['may-one-cancel', 'the reason is asked', 'is it possible to cancel?', about('no-reason')],
  ['only-a-concern', 'damage of the device is asked', 'absolutely disgusting service', about('abuse')],
  [
    'other-language',
    'the discount is asked',
    'ich habe keinen Rabatt bekommen',
    { type: 'digress', about: { kind: 'other-language', language: 'de' } },
  ],
  ['agreement', '10 November is shown back', 'yes, that is all correct', { type: 'yes' }],
  [
    'correction-of-shown',
    '10 November is shown back',
    'no, it is broken',
    { type: 'statement', ...inferring('reason', 'not-working'), isCorrection: true, isUnsure: true },
  ],
  [
    'shown-anew',
    '10 November is shown back',
    'no, 12 November',
    { type: 'statement', ...inferring('receivedOn', '2026-11-12'), isCorrection: true },
  ],
  [
    'denial',
    '10 November is shown back',
    'no, and it was not checked at the door',
    { type: 'statement', ...inferring('inspectedAtHandover', false), isCorrection: true },
  ],
  [
    'agreement-and-more',
    '10 November is shown back',
    'yes, and the markings are gone',
    { type: 'statement', mentioned: { condition: ['markings-missing'] }, isAgreement: true },
  ],
  ['half-agreement', '10 November is shown back', 'mostly', { type: 'no' }],
  ['repeated', 'a device is shown back', "it's a device", { type: 'yes' }],
  ['sign-of-life', 'the discount is asked', 'lol', about('acknowledged')],
  [
    'unasked-correction',
    'the return is refused',
    'no wait, 15 November',
    { type: 'statement', ...inferring('receivedOn', '2026-11-15'), isCorrection: true },
  ],
  ['after-decision', 'the return is refused', 'what is my reference number?', about('reference')],
  ['denied-answer', 'the return is refused', 'it was never delivered', { type: 'change', fact: 'delivery' }],
  ['unasked-status', 'a case waits', 'what is the status of my case?', statusQuestion],
  [
    'other-item',
    'the scanner of an order is refused',
    'actually the tester',
    { type: 'detail', details: { item: '2' } },
  ],
  [
    'answered-anew',
    'the return is refused',
    'slip of the finger: 15 November',
    { type: 'statement', ...inferring('receivedOn', '2026-11-15'), isCorrection: true, isUnsure: true },
  ],
  ['unasked-digression', 'the return is refused', 'thank you very much', about('thanks')],
  [
    'unasked-statement',
    'the return is refused',
    'it is broken',
    { type: 'statement', ...inferring('reason', 'not-working') },
  ],
  [
    'contradiction',
    'the day of purchase is asked',
    '3 May 2026, with a voucher',
    { type: 'statement', ...inferring('discounted', true), isUnsure: true },
  ],
  [
    'short-range',
    'the day of purchase is asked',
    'in spring',
    {
      type: 'statement',
      ranges: [{ fact: 'purchasedOn', from: '2026-03-01', to: '2026-05-31', source: 'stated' }],
    },
  ],
  [
    'read-otherwise',
    'the reason is asked',
    'wrong product arrived',
    { type: 'statement', ...inferring('reason', 'other'), isUnsure: true },
  ],
  ['short-reply', 'the order number is asked', 'EQ-3072', { type: 'detail', details: { orderNumber: 'EQ-3072' } }],
  [
    'not-known',
    'the discount is asked',
    'the accountant handles that, I would not know',
    stated('discounted', 'unknown'),
  ],
  [
    'own-words',
    'the reason is asked',
    'it stopped charging last week for some reason',
    stated('reason', 'not-working'),
  ],
  [
    'own-words-list',
    'the checklist is asked',
    'seal is broken, packaging is gone too',
    stated('condition', ['seal-damaged', 'packaging-missing-or-damaged']),
  ],
  ['reply-behind-offer', 'a person is offered', 'I paid the full price', stated('discounted', false)],
  ['person', 'the discount is asked', 'no discount, I want to speak to a person now', { type: 'human' }],
  [
    'impossible',
    'the place of a damaged parcel is asked',
    'the shop has not shipped it yet, I think',
    { type: 'unclear', problem: expect.objectContaining({ kind: 'impossible' }) },
  ],
  [
    'range-and-more',
    'the day of purchase is asked',
    'it was some time in spring, when the shop was new',
    { type: 'statement', ranges: [expect.objectContaining({ from: '2026-03-01', to: '2026-05-31' })], isUnsure: true },
  ],
  [
    'likely-answer',
    'the discount is asked',
    'a third came off the ticket price',
    { inferred: [{ fact: 'discounted', value: true, source: 'inferred' }], isUnsure: true },
  ],
  ['likely-denial', 'a device is shown back', 'nonsense, where did you get that from', { type: 'no' }],
  ['no-statement', 'the discount is asked', 'the weather is lovely here today', unclear],
  [
    'statement-instead',
    'the discount is asked',
    'I bought it on 3 May 2026',
    { type: 'statement', inferred: [inferred('purchasedOn', '2026-05-03')] },
  ],
  [
    'statement-instead',
    'damage of the device is asked',
    'it does not boot',
    { type: 'statement', inferred: [inferred('reason', 'not-working')], isUnsure: true },
  ],
  [
    'doubtful-answer',
    'damage of the device is asked',
    'no it is crushed',
    { type: 'statement', inferred: [inferred('deviceDamaged', true)], isUnsure: true },
  ],
  ['question-only', 'it is asked which answer to change', 'does the condition matter?', about('policy-question')],
  [
    'answer',
    'the discount is asked',
    'no not at all, never on offer there',
    { type: 'answer', answer: { fact: 'discounted', value: false, source: 'stated' } },
  ],
  [
    'plain-reply',
    'the order number is asked',
    'I have no order number here with me now',
    { type: 'detail', details: { orderNumber: null } },
  ],
  [
    'yes-and-more',
    'a person is offered',
    'yes please, and the seal is broken',
    { type: 'statement', mentioned: { condition: ['seal-damaged'] }, isAgreement: true },
  ],
  [
    'no-and-more',
    'a person is offered',
    'no, the seal is broken though',
    { type: 'statement', mentioned: { condition: ['seal-damaged'] }, isCorrection: true },
  ],
  [
    'detail-and-more',
    'the order number is asked',
    'EQ-1001 and the seal is broken',
    { type: 'statement', mentioned: { condition: ['seal-damaged'] }, details: { orderNumber: 'EQ-1001' } },
  ],
  [
    'other-reply',
    'it is asked which answer to change',
    'the reason, and the seal is broken',
    { type: 'change', fact: 'reason' },
  ],
];

describe('the rows by which a message is read', () => {
  test('have names of their own', () => {
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('each have an example', () => {
    const named = new Set(examples.map(([row]) => row));
    expect(rows.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  test.each(examples)('%s, where %s: "%s"', (row, where, text, event) => {
    const { interview, conversation } = situation(where);
    expect(interpret(interview, conversation, text)).toMatchObject({ row, event });
  });
});
