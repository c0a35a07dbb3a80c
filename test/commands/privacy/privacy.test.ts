import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { startApp } from '../../journeys/app.ts';
import { customerLine } from '../../journeys/line.ts';
import { newDataDir, runCommand } from '../command.ts';

/** A shop in which these customers have written, each in a chat of their own. */
async function shopWith(...chats: string[][]): Promise<{ dataDir: string; ids: string[] }> {
  const dataDir = newDataDir();
  for (const lines of chats) await runCommand(['chat', '--policy', 'fortnight-shop', '--new'], dataDir, lines);
  const store = openSqliteStore(dataDir);
  const ids = (await store.lastTurns({ limit: 9 })).map(({ conversationId }) => conversationId);
  await store.close();
  return { dataDir, ids };
}
const bytesOf = (dataDir: string): string => readFileSync(join(dataDir, 'returns.db')).toString('latin1');

describe('returns erase', () => {
  test('says first what would go, and then deletes it to the last byte', async () => {
    const { dataDir } = await shopWith(['I changed my mind', 'my mail is ann@example.com'], ['joann@example.com']);
    const dry = await runCommand(['erase', 'Ann@example.com'], dataDir);
    expect(dry).toMatchObject({ code: 0, errors: '' });
    expect(dry.output).toMatch(
      /^\S+: \d+ messages, 0 files, 0 cases, 0 decisions, 0 returns, \d+ deliveries\nNothing was deleted; add --yes to do it\.\n$/,
    );
    expect(bytesOf(dataDir)).toMatch(/[^o]ann@example\.com/);

    const done = await runCommand(['erase', 'ann@example.com', '--yes'], dataDir);
    expect(done.output).toMatch(/\nDeleted\.\n$/);
    expect(bytesOf(dataDir)).not.toMatch(/(?<!jo)ann@example\.com/);
    expect(bytesOf(dataDir)).toContain('joann@example.com');
  });

  test('finds a conversation by its id', async () => {
    const { dataDir, ids } = await shopWith(['I changed my mind']);
    expect((await runCommand(['erase', ids[0] ?? '', '--yes'], dataDir)).output).toContain('Deleted.');
    const again = await runCommand(['erase', ids[0] ?? ''], dataDir);
    expect(again).toMatchObject({ code: 2, output: '' });
    expect(again.errors).toMatch(/^Nothing is kept under that; .+\n$/);
  });
});

test('returns erase works beside a server that has the database open, to the last byte', async () => {
  const app = await startApp();
  onTestFinished(app.stop);
  const line = await customerLine(app.base, 'fortnight-shop');
  await line.says('my mail is canary77@example.com');
  const files = () =>
    readdirSync(app.dataDir).filter((name) => readFileSync(join(app.dataDir, name)).includes('canary77'));
  expect(files()).not.toEqual([]);
  expect(await runCommand(['erase', 'canary77@example.com', '--yes'], app.dataDir)).toMatchObject({ code: 0 });
  expect(files()).toEqual([]);
  await expect(line.says('hello?')).rejects.toThrow(/message: 40[0-9]/);
});

describe('returns export', () => {
  test('gives a customer theirs as JSON, and nobody else’s', async () => {
    const { dataDir } = await shopWith(['I changed my mind', 'my mail is ann@example.com'], ['joann@example.com']);
    const { code, output } = await runCommand(['export', '--of', 'ann@example.com'], dataDir);
    expect(code).toBe(0);
    const [only, ...others] = JSON.parse(output);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ answers: [{ fact: 'reason', value: 'changed-mind' }], decisions: [], returns: [] });
    const own = only.messages.filter(({ from }: { from: string }) => from === 'customer');
    expect(own.map(({ text }: { text: string }) => text)).toEqual(['I changed my mind', 'my mail is ann@example.com']);
    expect(output).not.toContain('joann');
  });

  test('writes it to a new folder that its owner alone can read', async () => {
    const { dataDir, ids } = await shopWith(['I changed my mind']);
    const folder = join(newDataDir(), 'export');
    const { output } = await runCommand(['export', '--of', ids[0] ?? '', '--to', folder], dataDir);
    expect(output).toBe(`data.json, chat.txt and 0 files are in ${folder}.\n`);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(folder, 'chat.txt'), 'utf8')).toMatch(/Customer\n {2}I changed my mind\n/);
    expect(existsSync(join(folder, 'data.json'))).toBe(true);
    const again = await runCommand(['export', '--of', ids[0] ?? '', '--to', folder], dataDir);
    expect(again.errors).toMatch(/exists already; name a new folder\.\n$/);
  });
});

test.each([['erase'], ['export'], ['export', '--of', 'nobody@example.com'], ['erase', 'K7M2-9QXD', 'more']])(
  'asked the wrong way, %s %s %s, it says in one line what to do',
  async (...args) => {
    const { code, errors } = await runCommand(args.filter(Boolean), newDataDir());
    expect(code).toBe(2);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
  },
);
