import { expect, onTestFinished, test } from 'vitest';
import { createChallenges } from '../../../../src/desk/people/passkeys/challenges.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite.ts';
import { newDataDir } from '../../../commands/command.ts';

async function desk() {
  const store = openSqliteStore(newDataDir());
  onTestFinished(() => store.close());
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  return { clock, challenges: await createChallenges(store, () => clock.now) };
}

test('a challenge is taken once', async () => {
  const { challenges } = await desk();
  const challenge = challenges.make('log-in');
  const both = await Promise.all([challenges.take(challenge, 'log-in'), challenges.take(challenge, 'log-in')]);
  expect(both.sort()).toEqual([false, true]);
});

test('a challenge is for what it was made for, of this deployment, and unchanged', async () => {
  const [{ challenges }, other] = [await desk(), await desk()];
  const challenge = challenges.make('passkey of anna');
  expect(await challenges.take(challenge, 'passkey of bob')).toBe(false);
  expect(await other.challenges.take(challenge, 'passkey of anna')).toBe(false);
  const [made = '', signature = ''] = challenge.split('.');
  for (const changed of [`${made}z.${signature}`, `x${made.slice(1)}.${signature}`, made, `.${signature}`, '.', '']) {
    expect(await challenges.take(changed, 'passkey of anna')).toBe(false);
  }
  expect(await challenges.take(challenge, 'passkey of anna')).toBe(true);
});

test('a challenge is good for five minutes', async () => {
  const { challenges, clock } = await desk();
  const [first, second] = [challenges.make('log-in'), challenges.make('log-in')];
  clock.now = new Date('2026-11-21T10:04:59.999Z');
  expect(await challenges.take(first, 'log-in')).toBe(true);
  clock.now = new Date('2026-11-21T10:05:00Z');
  expect(await challenges.take(second, 'log-in')).toBe(false);
});
