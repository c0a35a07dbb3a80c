import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { patienceMs } from '../eventually.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { bareEnvironment } from '../journeys/process.ts';

/** What every command of these tests runs with: a day, the small shops, and nothing of the machine's own settings. */
export function environmentOn(dataDir: string): Record<string, string> {
  return { ...bareEnvironment, ...fixtureSettings, TODAY: '2026-11-21', DATA_DIR: dataDir };
}

/** A data folder for one test. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'returns-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Finished {
  code: number | null;
  output: string;
  errors: string;
}

/** Starts the command line as its users do, in a process of its own; `says` waits for words on its output. */
export function startCommand(args: string[], dataDir: string, settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/cli.ts', ...args], { env: { ...environmentOn(dataDir), ...settings } });
  const streams = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    streams.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    streams.errors += text;
  });
  const ended = once(child, 'close').then(([code]): Finished => ({ code: code as number | null, ...streams }));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    child,
    output: () => streams.output,
    ended,
    says: (words: string) =>
      waitFor(
        () => streams.output.includes(words),
        () => `"${words}" in ${streams.output}`,
      ),
  };
}

/** Runs a command on this input to its end. */
export function runCommand(
  args: string[],
  dataDir: string,
  input: string[] = [],
  settings: Record<string, string> = {},
): Promise<Finished> {
  const { child, ended } = startCommand(args, dataDir, settings);
  child.stdin.end(input.map((line) => `${line}\n`).join(''));
  return ended;
}

/** Waits until something holds; `expected` names it if it never does. */
export async function waitFor(holds: () => boolean, expected: () => string): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${expected()}`);
}
