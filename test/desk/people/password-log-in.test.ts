import * as argon2 from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, accountSchema } from '../../../src/desk/people/account.ts';
import { checkPassword, windowMs } from '../../../src/desk/people/password-log-in.ts';
import { createMemoryUses } from '../../../src/uses.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});
beforeEach(() => {
  vi.mocked(argon2.verify).mockClear();
});

const right = 'a long walk on the beach';
const anna = accountSchema.parse({ id: 'anna', name: 'Anna', role: 'agent', passwordHash: await argon2.hash(right) });

function desk(account: Account = anna) {
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const named = async (name: string) => (/^\W*anna\W*$/i.test(name) ? account : undefined);
  const deps = { accounts: { named }, uses: createMemoryUses(), now: () => clock.now };
  const logIn = async (name: string, password: string, client = 'home') =>
    (await checkPassword(deps, { name, password, client })).kind;
  return { clock, logIn };
}

describe('a wrong name, no password and a disabled account', () => {
  const { passwordHash: _, ...without } = anna;
  test.each([
    ['a name that nobody has', 'Zoe', anna],
    ['an account without a password', 'Anna', without],
    ['an account that is disabled', 'Anna', { ...anna, isDisabled: true }],
  ])('%s gets the answer of a wrong password, for the same work', async (_what, name, account) => {
    expect(await desk(account).logIn(name, right)).toBe('wrong');
    const { calls } = vi.mocked(argon2.verify).mock;
    expect(calls).toEqual([[expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/), right]]);
  });
});

describe('wrong passwords', () => {
  test('are five in a quarter of an hour for one account from one address, whether there is one or not', async () => {
    for (const name of ['Anna', 'Zoe']) {
      const { logIn, clock } = desk();
      for (let wrong = 0; wrong < 5; wrong += 1) expect(await logIn(name, 'no')).toBe('wrong');
      expect(await logIn(name, right)).toBe('too-many');
      clock.now = new Date(clock.now.getTime() + windowMs + 1);
      expect(await logIn(name, 'no')).toBe('wrong');
    }
  });

  test('are counted together, however the name is written', async () => {
    const { logIn } = desk();
    for (const name of ['anna', 'ANNA', ' Anna ', 'Anna.', '“Anna”']) expect(await logIn(name, 'no')).toBe('wrong');
    expect(await logIn('anna', right)).toBe('too-many');
  });

  test('from one address do not lock the person out elsewhere', async () => {
    const { logIn } = desk();
    for (let wrong = 0; wrong < 9; wrong += 1) await logIn('Anna', 'no', 'a stranger');
    expect(await logIn('Anna', right)).toBe('in');
  });

  test('are twenty from one address, over all names', async () => {
    const { logIn } = desk();
    for (let wrong = 0; wrong < 20; wrong += 1) expect(await logIn(`name ${wrong}`, 'no')).toBe('wrong');
    expect(await logIn('Anna', right)).toBe('too-many');
  });

  test('are a hundred for one account, from wherever', async () => {
    const { logIn } = desk();
    for (let wrong = 0; wrong < 100; wrong += 1) await logIn('Anna', 'no', `address ${wrong}`);
    expect(await logIn('Anna', right, 'one more')).toBe('too-many');
  });

  test('do not count when they are right', async () => {
    const { logIn } = desk();
    for (let times = 0; times < 8; times += 1) expect(await logIn('Anna', right)).toBe('in');
  });
});
