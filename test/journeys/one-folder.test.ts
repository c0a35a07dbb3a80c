import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newDataDir, runCommand } from '../commands/command.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { endProcess, failingProcess, freePort, startProcess } from './process.ts';

async function start(dataDir: string) {
  const child = await startProcess({ ...fixtureSettings, PORT: String(await freePort()), DATA_DIR: dataDir });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('a second process on one data folder is refused in a line; after a kill the next one starts at once', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  const refused = await failingProcess({ ...fixtureSettings, PORT: String(await freePort()), DATA_DIR: dataDir });
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(/^DATA_DIR \S+ is in use by another process .+ DATA_DIR .+ \(DATABASE_URL\)\.\n$/);
  // What only looks is let in.
  expect(await runCommand(['cases'], dataDir)).toMatchObject({ code: 0, output: 'There is no case.\n' });

  await endProcess(first, 'SIGKILL');
  const next = await start(dataDir);
  expect(await endProcess(next, 'SIGTERM')).toBe(0);
  expect(existsSync(join(dataDir, 'returns.db'))).toBe(true);
});
