import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { newDataDir, runCommand } from './command.ts';

test('the desk’s token is shown to who runs the shop: that which is kept, or that which is set', async () => {
  const dataDir = newDataDir();
  await openSqliteStore(dataDir).close();
  const [first, again] = [await runCommand(['desk-token'], dataDir), await runCommand(['desk-token'], dataDir)];
  expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/^[0-9a-f]{36}\n$/) });
  expect(again.output).toBe(first.output);
  const set = await runCommand(['desk-token'], dataDir, [], { DESK_TOKEN: 'set-by-the-shop-itself' });
  expect(set.output).toBe('set-by-the-shop-itself\n');
});
