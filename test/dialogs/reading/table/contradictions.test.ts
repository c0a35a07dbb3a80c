import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { afterMessages } from '../../../shops/customers/after-messages.ts';
import { type Situation, situation } from './situations.ts';

const read = (where: Situation, text: string) => {
  const { interview, conversation } = situation(where);
  return interpret(interview, conversation, text);
};
const inferred = (fact: string, value: unknown) => ({ fact, value, source: 'inferred' });

describe('a reply that contradicts what was answered before is shown back along with that', () => {
  test.each<[where: Situation, text: string, own: [string, unknown], other: [string, unknown]]>([
    [
      'the day of purchase is asked',
      'last Friday, with a voucher',
      ['purchasedOn', '2026-11-20'],
      ['discounted', true],
    ],
    ['the day of purchase is asked', '5 weeks ago, in the sale', ['purchasedOn', '2026-10-17'], ['discounted', true]],
    ['the day of purchase is asked', 'on 3 May, it is a licence', ['purchasedOn', '2026-05-03'], ['goods', 'digital']],
    [
      'the day of purchase is asked',
      'yesterday, but I no longer need it',
      ['purchasedOn', '2026-11-20'],
      ['reason', 'changed-mind'],
    ],
    ['the place of the parcel is asked', 'received, broken', ['delivery', 'received'], ['reason', 'not-working']],
    [
      'the place of the parcel is asked',
      'it arrived last week and does not start',
      ['delivery', 'received'],
      ['reason', 'not-working'],
    ],
  ])('%s: "%s"', (where, text, own, other) =>
    expect(read(where, text)).toMatchObject({
      row: 'contradiction',
      event: {
        type: 'statement',
        isUnsure: true,
        inferred: expect.arrayContaining([inferred(...own), inferred(...other)]),
      },
    }),
  );

  test('words that may be two other reasons, too', () => {
    const messages = ['I changed my mind', 'I have received it', 'yesterday and the lid is cracked'];
    const { stated, inferred: shown } = afterMessages('fourteen-day-shop', messages);
    expect(stated).not.toHaveProperty('receivedOn');
    expect(shown).toMatchObject({ receivedOn: '2026-11-20', reason: expect.any(String) });
  });

  test('a rough day as well', () =>
    expect(read('the day of purchase is asked', 'in May, on sale').event).toMatchObject({
      isUnsure: true,
      inferred: [inferred('discounted', true)],
      ranges: [{ fact: 'purchasedOn', from: '2026-05-01', to: '2026-05-31', source: 'inferred' }],
    }));
});

describe('a reply that contradicts nothing is taken as it is', () => {
  test.each<[where: Situation, text: string]>([
    ['the day of purchase is asked', 'last Friday'],
    ['the day of purchase is asked', '3 May, at the full price'],
    ['the place of the parcel is asked', 'I have it here'],
  ])('%s: "%s"', (where, text) => expect(read(where, text).event.type).toBe('answer'));

  test('what was damaged on the way and is dented has no other reason for that', () =>
    expect(read('damage of the device is asked', 'yes, it is broken').event).toMatchObject({ type: 'answer' }));

  test('the day on which it was sent does not take it back that it was received', () => {
    const { interview, conversation } = situation('the day of receipt is asked');
    const { event } = interpret(interview, conversation, 'they sent it on 5 November');
    expect(event).not.toMatchObject({ inferred: [expect.objectContaining({ fact: 'delivery' })] });
  });
});
