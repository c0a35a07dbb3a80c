import { expect, onTestFinished, test } from 'vitest';
import { createAccounts } from '../../src/desk/people/accounts.ts';
import { createInvitations } from '../../src/desk/people/invitations.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { newDataDir, runCommand } from './command.ts';

const now = (): Date => new Date();
const settings = { PUBLIC_URL: 'https://returns.example.com' };

function agents(dataDir: string) {
  return (...words: string[]) => runCommand(['agents', ...words], dataDir, [], settings);
}

/** The accounts as a server on this folder has them. */
function accountsOf(dataDir: string) {
  const store = openSqliteStore(dataDir);
  onTestFinished(() => store.close());
  return createAccounts(store, now);
}

test('the first owner is made on the command line, before any server, and sets a password under the link', async () => {
  const dataDir = newDataDir();
  const run = agents(dataDir);
  const made = await run('add', 'Anna Berg', '--role', 'owner', '--email', 'Anna@shop.example');
  expect(made.code).toBe(0);
  const [, token = ''] = /https:\/\/returns\.example\.com\/desk\/invitation\?token=(\S+)/.exec(made.output) ?? [];
  const accounts = accountsOf(dataDir);
  const accepted = await createInvitations({ accounts, now }).accept(token, 'a long walk on the beach');
  expect(accepted).toMatchObject({ id: 'anna-berg', role: 'owner' });
  expect((await run('list')).output).toMatch(/anna-berg +Anna Berg +owner +anna@shop\.example +password/);
});

test('somebody is disabled and enabled again, which ends their sessions and links', async () => {
  const dataDir = newDataDir();
  const run = agents(dataDir);
  await run('add', 'Anna');
  expect((await run('disable', 'Anna')).output).toBe('Anna is disabled; all sessions are over.\n');
  expect(await accountsOf(dataDir).find('anna')).toMatchObject({ isDisabled: true, epoch: 1, role: 'agent' });
  expect(await run('invite', 'anna')).toMatchObject({ code: 2, errors: expect.stringContaining('enable comes first') });
  expect((await run('enable', 'anna')).code).toBe(0);
  expect(await accountsOf(dataDir).find('anna')).toMatchObject({ isDisabled: false });
  expect((await run('invite', 'anna')).output).toContain('/desk/invitation?token=');
});

test('what is listed opens nothing', async () => {
  const dataDir = newDataDir();
  const run = agents(dataDir);
  expect((await run('list')).output).toBe('Nobody has an account yet.\n');
  await run('add', 'Anna');
  expect(JSON.parse((await run('list', '--json')).output)).toEqual([
    { id: 'anna', name: 'Anna', role: 'agent', isDisabled: false, waysIn: [] },
  ]);
});

test.each([
  [['add', 'Anna'], 'already'],
  [['add', 'Bob', '--role', 'king'], 'role'],
  [['add', 'Bob', '--email', 'bob'], 'email'],
  [['add', '…'], 'name'],
  [['add'], 'Say list'],
  [['disable', 'Zoe'], 'Nobody is called "Zoe"'],
  [['promote', 'Anna'], 'nothing to do'],
  [[], 'Say list'],
])('%j is refused in one line', async (words, says) => {
  const dataDir = newDataDir();
  const run = agents(dataDir);
  await run('add', 'Anna');
  const { code, errors } = await run(...words);
  expect([code, errors.trim().split('\n')]).toEqual([2, [expect.stringContaining(says)]]);
});
