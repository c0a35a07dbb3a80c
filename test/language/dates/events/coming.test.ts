import { describe, expect, test } from 'vitest';
import { eventsNamed } from '../../../../src/language/dates/events/events.ts';
import { readDayReply } from '../../../../src/language/dates/events/reply.ts';

const receipt = (text: string) =>
  readDayReply(text, { today: '2026-11-25', asked: eventsNamed('When did you receive it?') });

describe('a day on which it is to come is no day of receipt', () => {
  test.each([
    'it comes on friday',
    'the parcel is coming on monday',
    'it will arrive on Friday',
    "they'll deliver on 27 November",
  ])('%s', (text) => expect(receipt(text).kind).toBe('other-event'));

  test('one on which it came is: it came on friday', () =>
    expect(receipt('it came on friday')).toMatchObject({
      kind: 'asked',
      reading: { kind: 'date', value: '2026-11-20' },
    }));
});
