import { expect, onTestFinished, test } from 'vitest';
import { createAccounts } from '../../../src/desk/people/accounts.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { newDataDir } from '../../commands/command.ts';

function accountsOn(now = () => new Date('2026-11-21T10:00:00Z')) {
  const store = openSqliteStore(newDataDir());
  onTestFinished(() => store.close());
  return createAccounts(store, now);
}

test('somebody is found by their name and by their e-mail, however they are written', async () => {
  const accounts = accountsOn();
  await accounts.make({ name: 'Anna Berg', email: 'Anna@Shop.example', role: 'agent' });
  for (const text of ['Anna Berg', ' anna  berg', 'anna-berg', 'anna@shop.example', ' ANNA@shop.EXAMPLE ']) {
    expect(await accounts.named(text)).toMatchObject({ id: 'anna-berg', email: 'anna@shop.example' });
  }
  for (const text of ['', 'Anna', '…', 'berg@shop.example', '@']) expect(await accounts.named(text)).toBeUndefined();
});

test('a name that looks like an e-mail is a name, unless it is somebody’s e-mail', async () => {
  const accounts = accountsOn();
  await accounts.make({ name: 'kim@night', role: 'agent' });
  expect(await accounts.named('Kim@Night')).toMatchObject({ id: 'kim-night' });
  await accounts.make({ name: 'Kim', email: 'kim@night.example', role: 'lead' });
  await accounts.make({ name: 'kim night example', role: 'agent' });
  expect(await accounts.named('kim@night.example')).toMatchObject({ id: 'kim', role: 'lead' });
});

test('a name and an e-mail have one account', async () => {
  const accounts = accountsOn();
  await accounts.make({ name: 'Anna', email: 'anna@shop.example', role: 'agent' });
  expect(await accounts.make({ name: 'ANNA', role: 'owner' })).toBeUndefined();
  expect(await accounts.make({ name: 'Other', email: 'ANNA@shop.example', role: 'owner' })).toBeUndefined();
  expect(await accounts.all()).toMatchObject([{ id: 'anna', role: 'agent' }]);
});

test('of two who are made at the same time under one name there is one', async () => {
  const accounts = accountsOn();
  const made = await Promise.all(['Anna', 'anna'].map((name) => accounts.make({ name, role: 'agent' })));
  expect(made.filter(Boolean)).toHaveLength(1);
});

test('changes at the same time are all made, though the clock stands still', async () => {
  const accounts = accountsOn();
  await accounts.make({ name: 'Anna', role: 'agent' });
  const more = () => accounts.change('anna', (account) => ({ ...account, epoch: account.epoch + 1 }));
  await Promise.all([more(), more(), more()]);
  expect((await accounts.find('anna'))?.epoch).toBe(3);
});

test('a change that is not wanted leaves the account as it is', async () => {
  const accounts = accountsOn();
  const anna = await accounts.make({ name: 'Anna', role: 'agent' });
  expect(await accounts.change('anna', () => undefined)).toBeUndefined();
  expect(await accounts.change('nobody', (account) => account)).toBeUndefined();
  expect(await accounts.find('anna')).toEqual(anna);
});
