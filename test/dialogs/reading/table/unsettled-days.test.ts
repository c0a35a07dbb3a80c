import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { type Situation, situation } from './situations.ts';

const read = (where: Situation, text: string) => {
  const { interview, conversation } = situation(where);
  return interpret(interview, conversation, text).event;
};

describe('a day that was planned, imagined, told by others or overtaken is not taken at once', () => {
  test.each<[where: Situation, text: string]>([
    ['the day of receipt is asked', 'it was meant to be delivered on 9 November'],
    ['the day of receipt is asked', 'it was to be here on the 9th'],
    ['the day of receipt is asked', 'the parcel had to be delivered on the 9th'],
    ['the day of receipt is asked', 'we were told it was delivered on the 9th'],
    ['the day of purchase is asked', 'swapped on 3 May 2026, the first one was bought in 2022'],
    ['the length of the warranty is asked', 'it would have ended last Monday but they gave me another month'],
    ['the length of the warranty is asked', 'it was supposed to run until 2 November but it was extended'],
    ['the length of the warranty is asked', '2 November was the end, but I have an extension until 2029'],
    ['the length of the warranty is asked', 'the seller told me it ended on 2 November'],
    ['the length of the warranty is asked', 'it ended on 2 November, or so they claim'],
    ['the length of the warranty is asked', 'if we had not extended it, it would have run out on 2 November'],
    ['the length of the warranty is asked', 'not until 2 November, until 2 December'],
    ['the length of the warranty is asked', '12 months from the seller, none from the maker'],
  ])('%s: "%s"', (where, text) => {
    const event = read(where, text);
    expect(event.type).not.toBe('answer');
    if (event.type === 'statement') {
      expect(event).toMatchObject({ isUnsure: true });
      expect(event).not.toHaveProperty('answer');
      for (const one of [...event.inferred, ...event.ranges]) expect(one.source).toBe('inferred');
    }
  });
});

describe('a day as it was is', () => {
  test.each<[where: Situation, text: string]>([
    ['the day of receipt is asked', 'it was delivered on 9 November'],
    ['the length of the warranty is asked', 'it ended on 2 November 2026'],
    ['the length of the warranty is asked', 'until 2 December 2027'],
    ['the length of the warranty is asked', '24 months'],
  ])('%s: "%s"', (where, text) => expect(read(where, text).type).toBe('answer'));
});
