import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { patienceMs } from '../eventually.ts';

/** Where Node keeps what it made of the command line's sources; so the next command starts in half the time. */
const compiled = join(tmpdir(), 'returns-compiled');

/** What every process of these tests runs with, and nothing of the machine's own settings. */
export const bareEnvironment = { PATH: '', LOG_LEVEL: 'silent', DRAIN_SECONDS: '0', NODE_COMPILE_CACHE: compiled };

/**
 * A port that nothing listens on now. The system gives ports from 32768 on to whoever asks for any; one below stays free
 * until the product listens on it, and two tests at once do not draw the same.
 */
export async function freePort(): Promise<number> {
  const server = createServer().listen(randomInt(20_000, 32_000), '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the product as its users do, in a process of its own, and resolves once it is ready. */
export async function startProcess(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['bin/start.js'], {
    env: { ...bareEnvironment, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ready = `http://127.0.0.1:${environment.PORT}/readyz`;
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    const answer = await fetch(ready).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the product did not become ready');
}

/** Ends a process with a signal and waits until it is gone; resolves to its exit code. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  return code;
}

/** Starts the product where it cannot start; resolves with what it ends with. */
export async function failingProcess(environment: Record<string, string>): Promise<{ code: unknown; errors: string }> {
  const child = spawn(process.execPath, ['bin/start.js'], {
    env: { ...bareEnvironment, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = await once(child, 'close');
  return { code, errors };
}
