import { describe, expect, it, test } from 'vitest';
import { eventsNamed } from '../../../../src/language/dates/events/events.ts';
import { readDayReply } from '../../../../src/language/dates/events/reply.ts';

const TODAY = '2026-11-28';
const reply = (question: string, text: string) => {
  const { kind, reading, isUnsure } = readDayReply(text, { today: TODAY, asked: eventsNamed(question) });
  return { kind, reading, isUnsure };
};
const day = (value: string) => ({ kind: 'date', value });

describe('a reply to "When did you receive it?"', () => {
  const receipt = (text: string) => reply('When did you receive it?', text);

  test.each([
    ['3 May'],
    ['on 3 May, I think'],
    ['it arrived on 3 May'],
    ['I got it on 3 May'],
    ['ordered on 28 April, arrived on 3 May'],
    ['3 May, ordered on 28 April'],
  ])('%s is the day', (text) =>
    expect(receipt(text)).toEqual({ kind: 'asked', reading: day('2026-05-03'), isUnsure: false }),
  );

  test.each([['I ordered it on 3 May'], ['I called you on 3 May'], ['paid on 3 May'], ['it broke on 3 May']])(
    '%s is the day of something else',
    (text) => expect(receipt(text)).toEqual({ kind: 'other-event', reading: day('2026-05-03'), isUnsure: false }),
  );

  test.each([
    ['5 days after I ordered it on 28 April', '2026-05-03'],
    ['3 May, it is broken', '2026-05-03'],
  ])('%s is to be shown back', (text, value) =>
    expect(receipt(text)).toEqual({ kind: 'asked', reading: day(value), isUnsure: true }),
  );

  it('of two days that it may be, neither is taken', () => {
    const reading = { kind: 'ambiguous', values: ['2026-05-03', '2026-05-04'] };
    expect(receipt('it came on 3 May, no, it came on 4 May')).toMatchObject({ reading });
  });
});

describe('a reply to "When did you buy it?"', () => {
  const purchase = (text: string) => reply('When did you buy it?', text);

  it('the day of payment is likely that of the purchase, and shown back', () => {
    expect(purchase('I paid on 3 May')).toEqual({ kind: 'asked', reading: day('2026-05-03'), isUnsure: true });
  });

  it('the day of receipt is not that of the purchase', () => {
    expect(purchase('it was delivered on 3 May').kind).toBe('other-event');
  });

  it('to have got something is to have bought it', () => {
    expect(purchase('I got it last Tuesday')).toMatchObject({ kind: 'asked', reading: day('2026-11-24') });
  });

  it('a week, and its day beside the event, are that day', () => {
    expect(purchase('last week, I bought it on Tuesday')).toMatchObject({ reading: day('2026-11-24') });
  });
});

it('a question of no event that is known takes any day', () => {
  expect(reply('When did you graduate?', 'it arrived on 3 May')).toMatchObject({
    kind: 'asked',
    reading: day('2026-05-03'),
  });
});
