import { describe, expect, test } from 'vitest';
import { flawOf, hashPassword, isPassword } from '../../../src/desk/people/passwords.ts';

const anna = { name: 'Anna Berg', email: 'anna.berg@shop.example' };

describe('what is kept of a password', () => {
  test('is an Argon2id hash of the cost that OWASP recommends, another one each time', async () => {
    const [one, two] = [await hashPassword('a long walk'), await hashPassword('a long walk')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect([await isPassword(one, 'a long walk'), await isPassword(one, 'a long walk ')]).toEqual([true, false]);
  });

  test('is the same whichever way a keyboard writes an umlaut', async () => {
    expect(await isPassword(await hashPassword('Gr\u00fc\u00dfe vom Strand'), 'Gru\u0308\u00dfe vom Strand')).toBe(
      true,
    );
  });

  test('is nothing that opens an account without a password', async () => {
    for (const given of ['', 'A', 'undefined']) expect(await isPassword(undefined, given)).toBe(false);
  });
});

test.each([
  ['123456789', 'short'],
  ['1234567890', undefined],
  ['😀😁😂😃😄😁😂😃😄', 'short'],
  ['a'.repeat(12), 'plain'],
  ['abab abab abab', 'plain'],
  ['anna  BERG', 'plain'],
  ['anna.berg@shop.example', 'plain'],
  ['x7!q'.repeat(50), undefined],
  [`${'x7!q'.repeat(50)}y`, 'long'],
])('the new password "%s" is %s', (password, flaw) => {
  expect(flawOf(password, anna)).toBe(flaw);
});
