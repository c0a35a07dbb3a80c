import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../../../src/dialogs/reading/second-reader/masking.ts';
import { hostileToMasking } from '../../../language/hostile.ts';

describe('what a language model never sees', () => {
  it.each([
    ['an e-mail', 'write to anna.k+shop@example.co.uk please', 'write to [e-mail] please'],
    ['an order number', 'my order EQ-1001 is broken', 'my order [number] is broken'],
    ['a short order number', 'order 4711, bought 2 weeks ago', 'order [number], bought 2 weeks ago'],
    ['an order number with a colon', 'order number: 12345678', 'order number: [number]'],
    ['a number behind a hash', 'it is #1001', 'it is #[number]'],
    ['a serial number', 'serial number SN-4711-XZ', 'serial number [number]'],
    ['a serial number of a few digits', 'the serial is 8812', 'the serial is [number]'],
    ['a serial number without a word for it', 'on the back it says A1B2C3D4', 'on the back it says [number]'],
    ['a long number', 'here: 990011', 'here: [number]'],
    ['a telephone', 'call +380 44 123 45 67', 'call [number]'],
    ['a telephone in brackets', 'call (044) 123-45-67', 'call [number]'],
    ['a telephone without a country', '0176 12345678 in the evening', '[number] in the evening'],
    ['a card', 'paid with 4111 1111 1111 1111', 'paid with [number]'],
    ['a bank account', 'IBAN DE89 3704 0044 0532 0130 00', 'IBAN [number]'],
    ['a link', 'see https://shop.example/track?id=99881 now', 'see [link] now'],
    ['several at once', 'a@b.example, RA-00042 and b@c.example', '[e-mail], [number] and [e-mail]'],
  ])('%s', (_, text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    'bought on 2026-05-03, got it 05.05.2026',
    'on 3/5/2026, or was it 12-11-2025?',
    'on 3/5',
    '3 May 2026',
    'in 2024, between 2024 and 2025',
    '24 months, 2 years, 14 days, 2 weeks ago',
    '24months of warranty, a 2-year guarantee, the 14-day return',
    'on the 3rd, the 21st or 22nd',
    'I paid €94.00, no, 1,299.00 EUR, less 6 %',
    'the order is 3 weeks old',
    'ordered 2 of them on 12 May',
    'my XPS 13 with Windows 11',
    'between 10 and 12 o’clock, at 14:30',
  ])('but dates, lengths and prices stay: %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  // How long it takes is measured by `npm run bench`; what grows with a power of the length would not come to an end.
  it.each(hostileToMasking.map((message) => [message.slice(0, 12), message]))(
    '4 KB of %j is read to the end',
    (_, message) => {
      expect(() => maskPersonalData(message)).not.toThrow();
    },
  );
});
