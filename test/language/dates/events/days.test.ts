import { describe, expect, it, test } from 'vitest';
import { readDays } from '../../../../src/language/dates/events/days.ts';

/** A Saturday. */
const TODAY = '2026-11-28';

/** The days of a message with their events, as text. */
function days(text: string): string[] {
  return readDays(text, { today: TODAY }).map(({ reading, events, isCounted }) => {
    const said =
      reading.kind === 'range'
        ? `${reading.from}..${reading.to}`
        : reading.kind === 'ambiguous'
          ? reading.values.join(' or ')
          : reading.value;
    return `${isCounted ? 'counted ' : ''}${events.join('+') || 'none'} ${said}`;
  });
}

describe('a day belongs to the event that the words beside it name', () => {
  test.each([
    ['the drill was ordered on 3 May', 'ordered'],
    ['purchase date: 3 May 2026', 'ordered'],
    ['the invoice is from 3 May', 'ordered'],
    ['I paid by card on 3 May', 'paid'],
    ['you dispatched it on 3 May', 'shipped'],
    ['it left your warehouse on 3 May', 'shipped'],
    ['the parcel turned up on 3 May', 'received'],
    ['my order came broken on 3 May', 'received'],
    ['the driver left it with a neighbour on 3 May', 'received'],
    ['I recieved it 3 May', 'received'],
    ['I got it on 3 May', 'acquired'],
    ['picked it up on 3 May', 'acquired'],
    ['I have had it since 3 May', 'acquired'],
    ['unboxed on 3 May', 'opened'],
    ['we set it up on 3 May', 'installed'],
    ['the screen cracked on 3 May', 'broke'],
    ['the handle came off on 3 May', 'broke'],
    ['dead since 3 May', 'broke'],
    ["it doesn't turn on since 3 May", 'broke'],
    ['I only noticed on 3 May', 'noticed'],
    ['I rang you on 3 May', 'contacted'],
    ['your e-mail of 3 May', 'contacted'],
    ['the technician came on 3 May', 'repaired'],
    ['I sent it back on 3 May', 'returned'],
    ['my birthday was on 3 May', 'occasion'],
    ['I was refunded on 3 May', 'other'],
    ['3 May', 'none'],
    ['it must have been 3 May', 'none'],
  ])('%s: %s', (text, event) => expect(days(text)).toEqual([`${event} 2026-05-03`]));

  test.each([
    ['bought 3 May, broke 9 June', ['ordered 2026-05-03', 'broke 2026-06-09']],
    ['On 3 May I ordered it, on 8 May it came', ['ordered 2026-05-03', 'received 2026-05-08']],
    ['3 May (ordered), 8 May (delivered)', ['ordered 2026-05-03', 'received 2026-05-08']],
    ['It came, and yesterday it died', ['broke 2026-11-27']],
    ['I bought and paid for it on 3 May', ['ordered+paid 2026-05-03']],
    ['I got it on my birthday, 3 May', ['acquired 2026-05-03']],
    ['It arrived. That was on 3 May.', ['received 2026-05-03']],
    ['3 May, it stopped last week', ['none 2026-05-03', 'broke 2026-11-16..2026-11-22']],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));

  it('tells the characters of the day and of its event', () => {
    const text = 'Well, I received the box on 3 May.';
    const [day] = readDays(text, { today: TODAY });
    expect(day?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['on 3 May', 'received']);
  });

  it('tells where a pause leaves it open whether a day stands by itself', () => {
    const isLoose = (text: string) => readDays(text, { today: TODAY }).map((one) => one.isLoose);
    expect(isLoose('3 May, it stopped working')).toEqual([true]);
    expect(isLoose('it stopped working on 3 May')).toEqual([false]);
  });
});

describe('a day counted from that of another event', () => {
  test.each([
    ['it arrived 5 days after I ordered it on the 10th', ['counted received 2026-11-15', 'ordered 2026-11-10']],
    ['5 days after I ordered it on the 10th it arrived', ['counted received 2026-11-15', 'ordered 2026-11-10']],
    ['I ordered on the 10th and it came 5 days later', ['ordered 2026-11-10', 'counted received 2026-11-15']],
    ['Ordered on the 10th. It took a week to arrive.', ['ordered 2026-11-10', 'counted received 2026-11-17']],
    ['it came on 3 May and the next day it was dead', ['received 2026-05-03', 'counted broke 2026-05-04']],
    ['I bought it a week before it broke on 20 November', ['counted ordered 2026-11-13', 'broke 2026-11-20']],
    ['two days after it came, on Friday, it broke', ['counted received 2026-11-25', 'broke 2026-11-27']],
    ['about 5 days after I ordered it on the 10th', ['counted none 2026-11-14..2026-11-16', 'ordered 2026-11-10']],
    [
      'it came within 3 days after I ordered on the 10th',
      ['counted received 2026-11-10..2026-11-13', 'ordered 2026-11-10'],
    ],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));

  test.each([['after two weeks it broke'], ['it arrived 5 days after I ordered it'], ['used it for 3 days']])(
    '%s: nothing, as no day is known to count from',
    (text) => expect(days(text)).toEqual([]),
  );

  it('"the 5th" said after another day is the one next to it', () => {
    expect(days('ordered on 3 May, it came on the 8th')).toEqual(['ordered 2026-05-03', 'received 2026-05-08']);
    expect(days('ordered on 28 October, it came on the 3rd')).toEqual(['ordered 2026-10-28', 'received 2026-11-03']);
    expect(days('it broke on 20 October, I bought it on the 3rd')).toEqual(['broke 2026-10-20', 'ordered 2026-10-03']);
  });
});
