import { expect, test } from 'vitest';
import { isDetailRefused } from '../../../../src/language/statement/details/refusal.ts';

test.each([
  "I don't want any spam",
  "I don't want another newsletter",
  'I never read your emails',
  'I never get your mails',
  'either hers or mine',
])('to want none of something else refuses nothing: "%s"', (text) => expect(isDetailRefused(text)).toBe(false));

test.each([
  'the plate is smudged',
  'rubbed off over the years',
  'label got torn off, nothing left',
  "it can't be read",
])('what cannot be read is not told: "%s"', (text) => expect(isDetailRefused(text)).toBe(true));

test.each(["I don't want to tell", 'no', "I don't have it", 'there was no label anywhere on mine', 'it has no serial'])(
  'refuses: "%s"',
  (text) => expect(isDetailRefused(text)).toBe(true),
);
