import { describe, expect, test } from 'vitest';
import { findConcerns, isOnlyConcern } from '../../../src/language/moods/concerns.ts';

describe('what is no return, and has a door of its own', () => {
  test.each([
    ['My solicitor will be in touch about this kettle', 'legal'],
    ['then I shall see you in court', 'legal'],
    ['I have already written to trading standards', 'legal'],
    ['I’ll just do a charge-back', 'chargeback'],
    ['I am going to ask my bank to get it back', 'chargeback'],
    ['please erase all of my personal data', 'erase-data'],
    ['delete this chat', 'erase-data'],
    ['I invoke my right to be forgotten', 'erase-data'],
    ['delete my account', 'privacy'],
    ['what information do you hold about me?', 'privacy'],
    ['you billed me twice for the drill', 'double-charge'],
    ['there is a duplicate charge on my statement', 'double-charge'],
    ['could you resend me the invoice', 'invoice'],
    ['i need a vat receipt for my accountant', 'invoice'],
    ['where’s my refund', 'refund-status'],
    ['I still have not received my refund', 'refund-status'],
    ['when will my parcel arrive', 'parcel-status'],
    ['is there a tracking number', 'parcel-status'],
    ['the warranty card was not in the box', 'warranty-papers'],
    ['how do I change my delivery address', 'address-change'],
    ['take me off your mailing list', 'newsletter'],
    ['your staff were incredibly rude', 'staff-complaint'],
    ['the agent hung up on me', 'staff-complaint'],
    ['I wish to make a complaint', 'staff-complaint'],
    ['your courier was really rude', 'staff-complaint'],
    ['you ripped me off', 'abuse'],
    ['what a shambles', 'abuse'],
    ['this is totally unacceptable', 'abuse'],
    ['I am so fed up', 'abuse'],
    ['I will never order from you again', 'abuse'],
    ['nobody answers my mails', 'abuse'],
  ])('"%s": %s', (text, kind) => expect(findConcerns(text)[0]?.kind).toBe(kind));

  test.each([
    'the charger is broken and I want to send it back',
    'I was an idiot and ordered the wrong size',
    'I changed my mind about the address book',
    'The bank of buttons on the left is dead',
    'it arrived late but in one piece',
    'the terrible rattle started last week',
    'I paid with my card at the counter',
    'I want my money back, it does not work',
  ])('"%s" is about the item', (text) => expect(findConcerns(text)).toEqual([]));

  test('tells the characters that it rests on, curly quotes and all', () => {
    const text = 'It broke. That’s a JOKE';
    const [{ start, end } = { start: 0, end: 0 }] = findConcerns(text);
    expect(text.slice(start, end)).toBe('That’s a JOKE');
  });

  test.each([
    ['Absolutely disgusting service!!', true],
    ['well, that is really outrageous, honestly', true],
    ['disgusting service, and the screen is cracked', false],
    ['the screen is cracked', false],
  ])('"%s" is nothing else: %s', (text, isAll) => expect(isOnlyConcern(text, findConcerns(text))).toBe(isAll));
});
