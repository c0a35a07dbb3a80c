import { describe, expect, test } from 'vitest';
import { readReply } from '../../../../src/dialogs/reading/answers/direct-answers.ts';
import { questionOf } from '../../../../src/dialogs/wording/questions.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

/** What a message says as a reply to the open question, and to nothing else; today is 21 November 2026. */
function reply(talk: Talk, text: string) {
  const conversation = talk.conversation();
  if (!conversation.open) throw new Error('nothing is asked');
  return readReply(talk.interview, questionOf(talk.interview, conversation, conversation.open), text);
}
const atReceipt = () => begin('fortnight-shop').says('changed-mind').says('received');
const atPurchase = () => begin('tool-shop').says('not-working').says('device').says([]).says(false).says(24);

describe('only the day of what was asked about answers', () => {
  test.each([
    [atReceipt, 'I ordered it on 5 November'],
    [atReceipt, 'it was sent on 5 November'],
    [atReceipt, 'I called you on 5 November'],
    [atPurchase, 'it stopped working on 5 November'],
    [atPurchase, 'it was delivered on 5 November'],
  ])('%o: "%s" is the day of something else', (at, text) => {
    const problem = { kind: 'other-event', from: '2026-11-05', to: '2026-11-05' };
    expect(reply(at(), text)).toEqual({ type: 'unclear', problem });
  });

  test('rough days of something else are named from the first to the last', () => {
    const problem = { kind: 'other-event', from: '2026-10-01', to: '2026-10-31' };
    expect(reply(atReceipt(), 'I ordered it in October')).toEqual({ type: 'unclear', problem });
  });

  test.each([
    ['5 November', '2026-11-05'],
    ['I got it last Tuesday', '2026-11-17'],
    ['ordered on 5 November, arrived on the 10th', '2026-11-10'],
  ])('"%s" answers', (text, value) =>
    expect(reply(atReceipt(), text)).toEqual({
      type: 'answer',
      answer: { fact: 'receivedOn', value, source: 'stated' },
    }),
  );

  test.each([
    ['it came 5 days after I ordered it on 5 November', '2026-11-10'],
    ['10 November, it cracked', '2026-11-10'],
  ])('"%s" is shown back', (text, value) =>
    expect(reply(atReceipt(), text)).toMatchObject({
      type: 'statement',
      inferred: [{ fact: 'receivedOn', value, source: 'inferred' }],
      isUnsure: true,
    }),
  );

  test('days told roughly are a range', () => {
    const problem = { kind: 'not-one-day', from: '2026-11-07', to: '2026-11-21' };
    expect(reply(atReceipt(), 'two weeks ago at most')).toEqual({ type: 'unclear', problem });
  });
});

describe('the end of a warranty, asked as its length', () => {
  const atMonths = () => begin('tool-shop').says('not-working').says('device').says([]).says(false);

  test.each([
    ['24 months from 20 November 2024', '2026-11-20'],
    ['24 months from 21 November 2024', '2026-11-21'],
    ['1 month from 31 January 2026', '2026-02-28'],
    ['until the end of March 2028', '2028-03-31'],
    ['it expires in 8 months', '2027-07-21'],
  ])('"%s" ends as the policy counts', (text, value) => {
    const event = reply(atMonths(), text);
    const answer = event.type === 'statement' ? event.inferred[0] : event.type === 'answer' ? event.answer : undefined;
    expect(answer).toMatchObject({ fact: 'warrantyUntil', value });
  });

  test('a month that has begun and is not over leaves the day open', () => {
    const problem = { kind: 'not-one-day', fact: 'warrantyUntil', from: '2026-11-01', to: '2026-11-30' };
    expect(reply(atMonths(), 'until November 2026')).toEqual({ type: 'unclear', problem });
  });

  test('the day of the purchase is the day of something else', () => {
    const problem = { kind: 'other-event', from: '2025-05-03', to: '2025-05-03' };
    expect(reply(atMonths(), 'I bought it on 3 May 2025')).toEqual({ type: 'unclear', problem });
  });

  test.each([
    ["ten years, it's a good make", 120],
    ['not 12 but 24', 24],
    ['three years on the box', 36],
    ['year and a half', 18],
  ])('"%s" is its length', (text, value) =>
    expect(reply(atMonths(), text)).toEqual({
      type: 'answer',
      answer: { fact: 'warrantyMonths', value, source: 'stated' },
    }),
  );

  test('a length that something else may change is shown back, that of a use is none', () => {
    expect(reply(atMonths(), 'two years, plus one if you register')).toMatchObject({ isUnsure: true });
    expect(reply(atMonths(), '24 months, but my dealer says otherwise')).toMatchObject({ isUnsure: true });
    expect(reply(atMonths(), 'I have had it for 7 months')).toMatchObject({ type: 'unclear' });
    expect(reply(atMonths(), 'longer than a year')).toMatchObject({ type: 'unclear' });
  });
});
