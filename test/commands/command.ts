import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '../../src/command-line.ts';
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

/** Runs a command on this input to its end, in a process of its own. */
export function runProcess(args: string[], dataDir: string, input: string[] = []): Promise<Finished> {
  const { child, ended } = startCommand(args, dataDir);
  child.stdin.end(linesOf(input));
  return ended;
}

/** Runs a command on this input to its end, in this process: to load the product anew takes longer than most commands. */
export async function runCommand(
  args: string[],
  dataDir: string,
  input: string[] = [],
  settings: Record<string, string> = {},
): Promise<Finished> {
  const streams = { output: '', errors: '' };
  const code = await runCommandLine(args, {
    input: Readable.from([linesOf(input)]),
    output: written((text) => {
      streams.output += text;
    }),
    errors: written((text) => {
      streams.errors += text;
    }),
    signals: new EventEmitter(),
    environment: () => ({ ...environmentOn(dataDir), ...settings }),
  });
  return { code, ...streams };
}

const linesOf = (input: string[]): string => input.map((line) => `${line}\n`).join('');

function written(take: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      take(String(chunk));
      done();
    },
  });
}

/** Waits until something holds; `expected` names it if it never does. */
export async function waitFor(holds: () => boolean, expected: () => string): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += 20) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${expected()}`);
}
