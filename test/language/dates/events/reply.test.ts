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

  test.each([
    ['I put it on on 3 May'],
    ['wore it out on 3 May, first outing'],
    ['I ordered it on 3 May'],
    ['I called you on 3 May'],
    ['paid on 3 May'],
    ['it broke on 3 May'],
  ])('%s is the day of something else', (text) =>
    expect(receipt(text)).toEqual({ kind: 'other-event', reading: day('2026-05-03'), isUnsure: false }),
  );

  test.each([
    ['5 days after I ordered it on 28 April', '2026-05-03'],
    ['3 May, it is broken', '2026-05-03'],
  ])('%s is to be shown back', (text, value) =>
    expect(receipt(text)).toEqual({ kind: 'asked', reading: day(value), isUnsure: true }),
  );

  it('what is taken back gives way to what replaces it', () => {
    expect(receipt('it came on 3 May, no, on 4 May')).toMatchObject({ reading: day('2026-05-04') });
    expect(receipt('it came on the 14th I mean the 15th')).toMatchObject({ reading: day('2026-11-15') });
  });

  test.each([
    ['ordered on the 6th and it took exactly five days to come', '2026-11-11'],
    ['it was sent on 16 November and took 3 days', '2026-11-19'],
    ['two days after shipping and that was 12 November', '2026-11-14'],
    ['stopped working on the 20th, one day after I got it', '2026-11-19'],
  ])('%s is counted and shown back', (text, value) =>
    expect(receipt(text)).toEqual({ kind: 'asked', reading: day(value), isUnsure: true }),
  );

  it('a length alone is that long ago', () => {
    expect(receipt('ten days')).toEqual({ kind: 'asked', reading: day('2026-11-18'), isUnsure: true });
    expect(receipt('two weeks at most')).toMatchObject({ reading: { from: '2026-11-14', to: TODAY } });
  });

  it('a year alone is any day of it', () => {
    const reading = { kind: 'range', from: '2024-01-01', to: '2024-12-31' };
    for (const text of ['2024', 'it was 2024, I think']) expect(receipt(text)).toMatchObject({ reading });
    expect(receipt('I paid 2024')).toMatchObject({ reading: { kind: 'none' } });
  });

  it('a day beside that of something unknown is shown back', () => {
    const reading = day('2026-11-08');
    const text = 'the porter took it in on the 8th and gave it to me on the 15th';
    expect(receipt(text)).toEqual({ kind: 'asked', reading, isUnsure: true });
  });

  it('neither of two days is taken', () => {
    const reading = { kind: 'ambiguous', values: ['2026-05-03', '2026-05-04'] };
    expect(receipt('it came on 3 May, it arrived on 4 May')).toMatchObject({ reading });
  });
});

describe('a reply to "When did you buy it?"', () => {
  const purchase = (text: string) => reply('When did you buy it?', text);

  it('the day of payment is likely that of the purchase, and shown back', () => {
    expect(purchase('I paid on 3 May')).toEqual({ kind: 'asked', reading: day('2026-05-03'), isUnsure: true });
  });

  test.each([
    ['paid it on the 12th of November but I had ordered four days before that', '2026-11-08'],
    ['three days before it shipped, and it shipped on the 13th', '2026-11-10'],
    ['it came on Monday the 16th and that was four days after I ordered', '2026-11-12'],
  ])('%s is counted and shown back', (text, value) =>
    expect(purchase(text)).toEqual({ kind: 'asked', reading: day(value), isUnsure: true }),
  );

  it('a day on which it was not bought is none', () => {
    expect(purchase("I didn't buy it on the 3rd, that's when I rang").kind).toBe('other-event');
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
