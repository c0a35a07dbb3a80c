import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDataDir, runCommand } from './command.ts';

test('a shop is backed up, and taken back in another folder', async () => {
  const dataDir = newDataDir();
  await runCommand(['chat', '--policy', 'kettle-shop'], dataDir, ['/quit']);
  const file = join(newDataDir(), 'backup.db');
  expect(await runCommand(['backup', file], dataDir)).toEqual({
    code: 0,
    output: `The database is in ${file}.\n`,
    errors: '',
  });
  const another = newDataDir();
  const restored = await runCommand(['restore', file], another);
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(existsSync(join(another, 'returns.db'))).toBe(true);
  const again = await runCommand(['restore', file], another);
  expect(again.code).toBe(2);
  expect(again.errors).toMatch(/^\S+returns\.db exists already; with --force it is replaced, .+\n$/);
  expect(await runCommand(['restore', file, '--force'], another)).toMatchObject({ code: 0 });
});

test.each([
  [['backup'], /^Give the new file .+\n$/],
  [['restore'], /^Give the file of the backup\.\n$/],
  [['restore', '/nowhere.db'], /^There is no file \/nowhere\.db\.\n$/],
])('%j is answered in one line', async (args, line) => {
  expect(await runCommand(args, newDataDir())).toEqual({ code: 2, output: '', errors: expect.stringMatching(line) });
});

test.each([
  ['backup', 'pg_dump'],
  ['restore', 'pg_restore'],
])('%s of a shop on PostgreSQL is done with its own tools', async (name, tool) => {
  const { code, errors } = await runCommand([name, '/tmp/none.db'], newDataDir(), [], {
    DATABASE_URL: 'postgres://shop@127.0.0.1:9/shop',
  });
  expect(code).toBe(2);
  expect(errors).toMatch(new RegExp(`^The data is in PostgreSQL, .+ ${tool}\\.\n$`));
});

test.each(['backup', 'restore'])('%s --help shows how it is typed', async (name) => {
  const { code, output } = await runCommand([name, '--help'], newDataDir());
  expect(code).toBe(0);
  expect(output).toContain(`returns ${name} <file>`);
});
