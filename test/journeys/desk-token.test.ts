import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bareEnvironment, freePort } from './process.ts';

function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** What the product prints until its desk is there, and whether a token opens it. */
async function started(dataDir: string, settings: Record<string, string> = {}) {
  const port = await freePort();
  const env = { ...bareEnvironment, LOG_LEVEL: 'info', PORT: String(port), DATA_DIR: dataDir, ...settings };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (/\/desk;.*\n/.test(output)) break;
  }
  const lines = output.split('\n');
  const line = lines.find((one) => one.includes('/desk;')) ?? '';
  return {
    line: line.replace(String(port), 'PORT'),
    others: lines.filter((one) => one !== line),
    async opens(token: string): Promise<boolean> {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`http://127.0.0.1:${port}/desk/api/cases`, { headers })).ok;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

test('a token that nobody set is made once, printed when it is made and never again, and never logged', async () => {
  const dataDir = newDataDir();
  const first = await started(dataDir);
  const token =
    /^Its desk for agents is at http:\/\/localhost:PORT\/desk; the token is ([0-9a-f]{36})$/.exec(first.line)?.[1] ??
    '';
  expect(await first.opens(token)).toBe(true);
  expect(first.others.join('\n')).not.toContain(token);
  await first.stop();
  const second = await started(dataDir);
  expect(second.line).toMatch(/the token is that of the first start; npm run --silent returns -- desk-token shows it$/);
  expect([second.line, ...second.others].join('\n')).not.toContain(token);
  expect(await second.opens(token)).toBe(true);
  await second.stop();
});

test('a token that the shop set is not printed, and opens the desk instead', async () => {
  const dataDir = newDataDir();
  const desk = await started(dataDir, { DESK_TOKEN: 'set-by-the-shop-itself' });
  expect([desk.line, ...desk.others].join('\n')).not.toContain('set-by-the-shop-itself');
  expect([await desk.opens('set-by-the-shop-itself'), await desk.opens('another-of-the-length')]).toEqual([
    true,
    false,
  ]);
  await desk.stop();
});
