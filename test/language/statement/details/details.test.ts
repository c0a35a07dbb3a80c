import { describe, expect, test } from 'vitest';
import { blanked, readDetails } from '../../../../src/language/statement/details/details.ts';

const detailsOf = (text: string) => readDetails(text).details;

describe('an order number like those of the shop', () => {
  const detailsAmong = (text: string) => readDetails(text, undefined, ['KX-1001']).details;

  test.each([
    ['the lamp is dead. KX 2040', 'KX 2040'],
    ['kx2040 came without its lid', 'kx2040'],
    ['my lamp KX#2040, cracked', 'KX#2040'],
    ['the lamp under No. KX.2040 is late', 'KX.2040'],
  ])('is known wherever it stands: "%s"', (text, orderNumber) => expect(detailsAmong(text)).toEqual({ orderNumber }));

  test.each(['the KZ-2040 printer is dead', 'my KX-20 is dead', 'KX-20400 broke', 'error KX-2040 shows up'])(
    'is none where the letters, the length or its name are others: "%s"',
    (text) => expect(detailsAmong(text)).toEqual({}),
  );
});

describe('a number in groups that can be no day', () => {
  test.each(['my order no. is 5530-94', "it's 55-30941"])('is that of an order: "%s"', (text) =>
    expect(readDetails(text, 'orderNumber').details.orderNumber).toBe(/[\d-]+$/.exec(text)?.[0]),
  );

  test('is that of a device where it is all that is said: "0044-7120-5"', () =>
    expect(readDetails('0044-7120-5', 'serialNumber').details).toEqual({ serialNumber: '0044-7120-5' }));

  test('a day is still none: "12-05"', () => expect(readDetails('12-05', 'orderNumber').details).toEqual({}));
});

describe('an order number said in passing', () => {
  test.each([
    ['The toaster is dead, order no: 4 4 8 0 2', '44802'],
    ['my order number is A B 2 0 0 7, it leaks', 'AB2007'],
    ['K X 2 0 4 0, mia@example.com', 'KX2040'],
    ['hi, k x 2 0 4 0', 'kx2040'],
    ['order number 52 118, came broken', '52 118'],
    ['order KX 2040 came broken', 'KX 2040'],
    ['order kx-2040, please', 'kx-2040'],
    ['my order KX\u20132040 died', 'KX-2040'],
    ['my order KX\u20142040 died', 'KX-2040'],
    ['order number KX\u20112040', 'KX-2040'],
    ['order no. kx2040', 'kx2040'],
    ['Order # 2040', '2040'],
    ['order: "KX-2040"', 'KX-2040'],
    ['order KX.2040 is late', 'KX.2040'],
    ['#2040 is dead', '2040'],
    ['order \uFF2B\uFF38\uFF0D\uFF12\uFF10\uFF14\uFF10', 'KX-2040'],
    ['order KX-\u0662\u0660\u0664\u0660', 'KX-2040'],
    ['order \u0415X-2040', 'EX-2040'],
    ['the KX-2040 order never worked', 'KX-2040'],
    ['KX-2040 is my order number', 'KX-2040'],
    ['KX-2040', 'KX-2040'],
    ['order number KX-20-40-A', 'KX-20-40-A'],
    ['my order id: ab12-cd34-ef56', 'ab12-cd34-ef56'],
    ['purchase order 4500012345', '4500012345'],
    ['not KX-2041 but order KX-2040', 'KX-2040'],
    ['order KX-2041, sorry, order KX-2040', 'KX-2040'],
    ['KX-2040 lena@example.com the scanner is dead', 'KX-2040'],
    ['lena@example.com, 204060', '204060'],
  ])('is kept whole: "%s"', (text, orderNumber) => expect(detailsOf(text)).toMatchObject({ orderNumber }));

  test.each([
    'my iPhone 14 is dead, lena@example.com',
    'the A1-scanner 2000 broke, lena@example.com',
    'my BT-5000 is dead, lena@example.com',
    'BT-5000 is dead',
    'an order from 2026',
    'I ordered on 12.10.2026',
    'order of 12/05/2026',
    'the order was 1500 euros',
    'it was 30% cheaper',
    'call me on +380 44 123 45 67',
    'my number is 044 123 45 67',
    'tracking number RR123456789DE, lena@example.com',
    'error code E-5021 on the screen, lena@example.com',
    'I bought 2 phones for 300 euros',
    'model no. KX-2040 lena@example.com',
  ])('is not in "%s"', (text) => expect(detailsOf(text).orderNumber).toBeUndefined());

  test('is asked back where two are named', () => {
    const { details, orderNumbers } = readDetails('order KX-2040 or order KX-2041');
    expect(details).toEqual({});
    expect(orderNumbers).toEqual(['KX-2040', 'KX-2041']);
  });

  test('is told from a serial number', () => {
    expect(detailsOf('order number KX-2040, serial SN-KX-77')).toEqual({
      orderNumber: 'KX-2040',
      serialNumber: 'SN-KX-77',
    });
  });
});

describe('an e-mail address said in passing', () => {
  test.each([
    ['write to lena.b+shop@mail.example.co.uk.', 'lena.b+shop@mail.example.co.uk'],
    ['<lena@example.com>', 'lena@example.com'],
    ['mailto:lena@example.com', 'lena@example.com'],
    ['"lena b"@example.org', '"lena b"@example.org'],
    ['j\u00FCrgen@m\u00FCller.de!', 'j\u00FCrgen@m\u00FCller.de'],
    ['lena@xn--mller-kva.de', 'lena@xn--mller-kva.de'],
    ["it's 'lena@example.com'", 'lena@example.com'],
    ['email=lena@example.com', 'lena@example.com'],
    ['lena\uFF20example.com', 'lena@example.com'],
    ["o'neil@example.ie", "o'neil@example.ie"],
  ])('is found as it stands: "%s"', (text, email) => expect(detailsOf(text)).toEqual({ email }));

  test.each(['@lena', 'lena@home', 'meet me @ 5', 'a@b'])('is not in "%s"', (text) =>
    expect(detailsOf(text)).toEqual({}),
  );
});

test('the words that name a detail belong to it', () => {
  const text = 'broken, my order number is KX-2040 and my email is lena@example.com, thanks';
  const left = blanked(text, readDetails(text).spans).split(/\s+/);
  expect(left.filter((word) => /\w/.test(word))).toEqual(['broken,', 'and', 'thanks']);
});

describe('of two numbers, the one that is said to be of the order, or that takes the other back', () => {
  test.each([
    ['the invoice is INV-7731 but I think you want the order, that would be 55160', '55160'],
    ['our PO is 4811-20, but your number for it is 71904', '71904'],
    ['66120... no 66210. yes 66210', '66210'],
  ])('%s', (text, orderNumber) => expect(readDetails(text, 'orderNumber').details.orderNumber).toBe(orderNumber));
});

test('a long run of digits with a letter at its end is of a device, and no measure', () =>
  expect(readDetails('SN 8830117V', 'serialNumber').details).toEqual({ serialNumber: '8830117V' }));

describe('an e-mail address in a message of any length', () => {
  test('is found behind a run of letters that is none', () => {
    expect(detailsOf(`${'x'.repeat(2_000)} lena@example.com`)).toEqual({ email: 'lena@example.com' });
  });

  test('is none where it is longer than an address can be', () => {
    expect(detailsOf(`${'x'.repeat(2_000)}@example.com`)).toEqual({});
  });
});

describe('of two that are given, the one that is meant', () => {
  test.each([
    ['I have two, 77120 and 77144. It is the second one', 'orderNumber', '77144'],
    ['77120 and 77144, the former', 'orderNumber', '77120'],
    ['the invoice says RE-4410, the order number there is 20-9917', 'orderNumber', '20-9917'],
    ['AB4412 was my old one, the new one is AB4478', 'serialNumber', 'AB4478'],
    ['8BOO17 with zeros, so 8B0017', 'serialNumber', '8B0017'],
    ['it was pam@example.org, but that one is closed, so pam@example.net', 'email', 'pam@example.net'],
  ] as const)('%s', (text, asked, value) => expect(readDetails(text, asked).details[asked]).toBe(value));

  test.each([
    ['77120 or 77144', 'orderNumber'],
    ['pam@example.org, and my wife has pam@example.net', 'email'],
  ] as const)('is asked where no word tells: "%s"', (text, asked) =>
    expect(readDetails(text, asked).details[asked]).toBeUndefined(),
  );
});
