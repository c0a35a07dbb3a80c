import { describe, expect, test } from 'vitest';
import { isWithdrawal } from '../../../src/language/commands/withdrawal.ts';

describe('a customer whose case waits needs nobody any more', () => {
  test.each([
    'cancel my request',
    'never mind',
    'false alarm',
    'sorry, false alarm',
    'It was just a false alarm, everything is fine',
    "everything's fine, it was a false alarm",
    'we are all safe now, thanks',
    "I'm ok now",
  ])('%s', (text) => expect(isWithdrawal(text)).toBe(true));

  test.each([
    'everything is fine with the box but the phone is dead',
    'everything is fine',
    'the smoke detector gives false alarms',
    'it was no false alarm',
    'I am ok but the battery is still smoking',
  ])('not: %s', (text) => expect(isWithdrawal(text)).toBe(false));
});
