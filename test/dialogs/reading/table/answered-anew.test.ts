import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

/** A broken device with a year of warranty, bought in spring: it can be sent in. */
const sentIn = () =>
  begin('tool-shop').says('not-working').says('device').says([]).says(false).says(12).says('2026-05-04');
/** The same, bought long ago. */
const tooOld = () =>
  begin('tool-shop').says('not-working').says('device').says([]).says(false).says(12).says('2023-05-04');
const returned = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-19');
const refused = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-02');

const heard = (talk: Talk, text: string) => talk.does(interpret(talk.interview, talk.conversation(), text).event);
const shown = (talk: Talk) => {
  const { answers, ranges } = talk.conversation();
  const isInferred = ({ source }: { source: string }): boolean => source === 'inferred';
  return Object.fromEntries([
    ...answers.filter(isInferred).map(({ fact, value }) => [fact, value]),
    ...ranges.filter(isInferred).map(({ fact, from, to }) => [fact, [from, to]]),
  ]);
};

describe('after a decision, an answer that is given otherwise is shown back', () => {
  test.each([
    ['slip of the finger: 4 years ago', { purchasedOn: '2022-11-21' }],
    ['it was six years ago', { purchasedOn: '2020-11-21' }],
    ['I looked at the invoice: 9 March 2021', { purchasedOn: '2021-03-09' }],
    ['9 March 2021, not 4 May', { purchasedOn: '2021-03-09' }],
    ['it was 2022, not 2026', { purchasedOn: '2022-05-04' }],
    ['oh no, it was 4 years, not 4 months', { purchasedOn: '2022-11-21' }],
    ['bought 2022', { purchasedOn: '2022-05-04' }],
    ['I mistook the date, it is 3 years and 2 months old', { purchasedOn: '2023-09-21' }],
    ['the guarantee was 3 months only', { warrantyMonths: 3 }],
    ['not 12 months, 3', { warrantyMonths: 3 }],
    ['3 months, not 12', { warrantyMonths: 3 }],
  ])('of a purchase: "%s"', (text, expected) => {
    const talk = heard(sentIn(), text);
    expect(shown(talk)).toEqual(expected);
    expect(talk.asked()).toBe('confirm');
  });

  test('and of one that was refused', () => {
    const talk = heard(tooOld(), 'it was 2026 not 2023');
    expect(shown(talk)).toEqual({ purchasedOn: '2026-05-04' });
  });

  test.each([
    ['actually I have had it since the 2nd of November', '2026-11-02'],
    ['it has been here since 3 November', '2026-11-03'],
    ['I checked again: 1 November', '2026-11-01'],
    ['1 November, not the day before yesterday', '2026-11-01'],
    ['it was a Monday, the 2nd', '2026-11-02'],
    ['it has been lying here for a month', '2026-10-21'],
  ])('of a receipt: "%s"', (text, day) => {
    const talk = heard(returned(), text);
    expect(shown(talk)).toEqual({ receivedOn: day });
    expect(talk.asked()).toBe('confirm');
    expect(talk.does({ type: 'yes' }).decision()?.decision.resolution).toBe('not-eligible');
  });

  test('of the parcel meant, where another was', () => {
    const talk = heard(returned(), 'that was another parcel, this one came at the end of October');
    expect(shown(talk)).toEqual({ receivedOn: ['2026-10-21', '2026-10-31'] });
  });

  test('of a receipt that was told too early', () => {
    const talk = heard(refused(), 'it was 17 November');
    expect(shown(talk)).toEqual({ receivedOn: '2026-11-17' });
    expect(talk.does({ type: 'yes' }).decision()?.decision.resolution).toBe('return');
  });
});

test.each([
  [sentIn, 'as I said, 4 May'],
  [sentIn, 'yes, 12 months'],
  [returned, 'right, it was 19 November'],
])('the same answer once more changes nothing', (decided, text) => {
  const talk = decided();
  const { decision } = talk.conversation();
  expect(heard(talk, text).conversation().decision).toBe(decision);
});

describe('what is no other answer leaves the decision as it is', () => {
  test.each([
    'thanks, bye',
    'I will send it on 1 December',
    'my birthday is on 3 December',
    'my birthday was on 3 November',
    'my friend ordered one on 18 November',
    'I rang you on 3 November',
    'when do I get my money?',
    'is 3 November too late?',
    'I am away until 5 December',
    'my old one lasted six years',
    'ok, 14 days then',
    'I have bought here for 3 years',
    'it will take 2 weeks',
    'I need the money by 3 December',
    'my neighbour got his 5 years ago',
    'I waited 3 weeks for it',
    'that is not 3 days, that is a joke',
    'my phone number is 12 34 56',
    'I paid 12 euros for the postage',
    'I live at number 3',
    '2 of my friends bought one, too',
  ])('"%s"', (text) => {
    for (const talk of [sentIn(), returned(), refused()]) {
      const { decision } = talk.conversation();
      expect(decision).toBeDefined();
      expect(heard(talk, text).conversation().decision).toBe(decision);
    }
  });
});
