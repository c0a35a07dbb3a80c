import { describe, expect, test } from 'vitest';
import { afterMessages } from '../../customers/after-messages.ts';

const chat = (...messages: string[]) => afterMessages('equipment-shop', messages);

const known = ({ stated, inferred }: ReturnType<typeof chat>) => ({ ...stated, ...inferred });

const broken = ['It does not work properly', 'A device or hardware key', 'none', 'no'];

describe('the day of another event', () => {
  test.each([
    'it broke on 14 November',
    'it died last Tuesday',
    'I first used it on 9 October',
    'I noticed the fault on the 12th',
    'I phoned you about it on 2 November',
    'it was delivered on 3 November',
  ])('is no day of purchase: "%s"', (text) => {
    const talk = chat(...broken, '24', text);
    expect(talk.open).toBe('purchasedOn');
    expect({ ...talk.stated, ...talk.inferred }).not.toHaveProperty('purchasedOn');
  });
});

describe('a length from a day', () => {
  test.each([
    ['12 months from 20 November 2025', '2026-11-20'],
    ['36 months from 21 November 2023', '2026-11-21'],
    ['two years starting on 22 November 2024', '2026-11-22'],
    ['a year from the 19th of November 2025', '2026-11-19'],
  ])('ends as the policy counts: "%s"', (text, end) =>
    expect(known(chat(...broken, text))).toMatchObject({ warrantyUntil: end }),
  );

  test('that ended yesterday is over, and one that ends today is not', () => {
    expect(chat(...broken, '12 months from 20 November 2025', 'yes').clauses).toEqual(['warranty-return']);
    expect(chat(...broken, '12 months from 20 November 2025', 'yes').resolution).toBe('not-eligible');
    expect(chat(...broken, '12 months from 21 November 2025', 'yes').resolution).toBe('return');
  });
});

describe('days known roughly', () => {
  const opening = 'my tester is dead, I bought it in April for the full price';

  test.each(['change the bought on', 'change the date I bought it', 'the day of purchase is wrong'])(
    'are asked about by their own button, and by words: "%s"',
    (text) => expect(chat(opening, text).open).toBe('purchasedOn'),
  );

  test.each([
    ['The warranty lasts until June 2028. My scanner is broken.', '2028-06-01', '2028-06-30'],
    ['the scanner is dead and its warranty runs out in 2029', '2029-01-01', '2029-12-31'],
    ['my tester stopped working, warranty until March 2027', '2027-03-01', '2027-03-31'],
  ])('may lie ahead where they are the end of a warranty, and are enough: "%s"', (text, from, to) => {
    const talk = chat(text);
    expect(talk.inferred).toMatchObject({ reason: 'not-working', warrantyUntil: [from, to] });
    expect(chat(text, 'yes', 'none', 'no').resolution).toBe('return');
  });
});
