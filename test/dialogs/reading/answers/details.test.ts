import { describe, expect, test } from 'vitest';
import { readDetail } from '../../../../src/dialogs/reading/answers/details.ts';

const given = (details: object) => ({ kind: 'details', details });

describe('an e-mail address that is asked for', () => {
  test.each(['no', 'I do not want to tell', 'I would rather not', "I don't want to share that", 'I have none'])(
    'is refused by "%s"',
    (text) => expect(readDetail('email', text)).toEqual(given({ email: null })),
  );

  test('is not refused by who corrects the number of the order', () => {
    expect(readDetail('email', 'no wait, it is EQ-1002')).toEqual(given({ orderNumber: 'EQ-1002' }));
  });

  test('is found beside a number, which counts, too', () => {
    const both = { orderNumber: 'EQ-1002', email: 'name@example.com' };
    expect(readDetail('email', 'no, EQ-1002 and name@example.com')).toEqual(given(both));
  });

  test.each([
    ['lena at example dot com', 'lena@example.com'],
    ['lena (at) mail.example (dot) org', 'lena@mail.example.org'],
    ['lena @ example.com', 'lena@example.com'],
    ['l dot berg at post dot example', 'l.berg@post.example'],
    ['lena underscore b at my dash post dot example', 'lena_b@my-post.example'],
  ])('is understood spelt out: "%s"', (text, email) => expect(readDetail('email', text)).toEqual(given({ email })));

  test.each(['the same as always', 'lena@', 'it came at noon', 'why do you want it?'])('is not in "%s"', (text) =>
    expect(readDetail('email', text)).toEqual({ kind: 'none' }),
  );
});

describe('an order number that is asked for', () => {
  test.each([
    ['KX 2040', 'KX 2040'],
    ['kx2040', 'kx2040'],
    ['2040', '2040'],
    ['# 2040', '2040'],
    ['it should be 2040 I think', '2040'],
    ['KX 20 40', 'KX 20 40'],
    ['yes, KX-2040-B', 'KX-2040-B'],
    ["the order number's 20406", '20406'],
    ['N° 20406 I believe, paid in cash if that helps', '20406'],
    ['20406 I guess, one moment.. yes 20406', '20406'],
    ['there is 20 406 at the bottom of the letter', '20 406'],
    ['order 20 40 66 :)', '20 40 66'],
  ])('is taken as it is written: "%s"', (text, orderNumber) =>
    expect(readDetail('orderNumber', text)).toEqual(given({ orderNumber })),
  );

  test.each([
    ['K X dash 2 0 4 0', 'KX-2040'],
    ['kx dash 2 0 4 0', 'kx-2040'],
    ['K X 2040', 'KX2040'],
    ['KX two oh four zero', 'KX2040'],
    ['K-X-2-0-4-0', 'KX2040'],
    ['our number reads 2 0 4 0 6.', '20406'],
  ])('is understood spelt out: "%s"', (text, orderNumber) =>
    expect(readDetail('orderNumber', text)).toEqual(given({ orderNumber })),
  );

  test.each([
    "I haven't got it",
    'no clue',
    "couldn't locate it",
    'pass',
    'rather not',
    "it must be on a paper that I don't have with me",
    'I deleted that mail',
    'we threw the invoice away',
    'not at hand',
  ])('is not known to who says "%s"', (text) =>
    expect(readDetail('orderNumber', text)).toEqual(given({ orderNumber: null })),
  );

  test.each([
    'where would I find one?',
    "and what if I don't have it?",
    '+380 50 123 45 67',
    '5 May 2026',
    '05.05.2026',
    'in 2025',
    '18 months',
    'it gave up after 1000 pages',
    'it gave up after 10000 pages',
    'I am 1 of 2 4 you know',
    'yes',
    'my BT-5000 went dark',
  ])('is not in "%s"', (text) => expect(readDetail('orderNumber', text)).toEqual({ kind: 'none' }));

  test('is asked back where there are two', () => {
    const numbers = ['KX-2040', 'KX-2041'];
    expect(readDetail('orderNumber', 'KX-2040 or KX-2041')).toEqual({ kind: 'several', numbers });
  });

  test('is the last one where the first is taken back', () => {
    const corrected = readDetail('orderNumber', 'KX-2040, sorry, KX-2041');
    expect(corrected).toEqual(given({ orderNumber: 'KX-2041' }));
  });
});

describe('a serial number that is asked for', () => {
  test.each([
    ['AB 12 34', 'AB 12 34'],
    ['00412 7788', '00412 7788'],
    ['S/N: XK9-22', 'XK9-22'],
    ['it says SN-KX-77', 'SN-KX-77'],
  ])('is taken as it is written: "%s"', (text, serialNumber) =>
    expect(readDetail('serialNumber', text)).toEqual(given({ serialNumber })),
  );

  test.each(["can't read it", 'the sticker is gone', 'no idea'])('is not known to who says "%s"', (text) =>
    expect(readDetail('serialNumber', text)).toEqual(given({ serialNumber: null })),
  );

  test('is no number of an order', () => {
    expect(readDetail('serialNumber', 'order KX-2040')).toEqual(given({ orderNumber: 'KX-2040' }));
  });
});

describe('a serial number that is asked for', () => {
  test.each([
    ['serial no 0077-4412-90', '0077-4412-90'],
    ['serial number 7 7 0 1 3', '77013'],
    ['I first wrote ZX-77100, the right one is ZX-77001', 'ZX-77001'],
    ['on the plate: ZX7 44120', 'ZX7 44120'],
  ])('is taken whole: "%s"', (text, serialNumber) =>
    expect(readDetail('serialNumber', text)).toEqual(given({ serialNumber })),
  );

  test.each(['the type is ultra 3', 'ZX-7710, the last digits are worn off', 'ZX-7710 but the rest is illegible'])(
    'is not in "%s"',
    (text) => expect(readDetail('serialNumber', text)).toEqual({ kind: 'none' }),
  );
});
