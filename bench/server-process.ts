import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** The arguments of node with which `npm start` runs the product. */
export const npmStart = ['--max-semi-space-size=8', 'bin/start.js'] as const;

/** A server that runs in a process of its own. */
export interface ServerProcess {
  /** Its address, without a trailing slash. */
  base: string;
  /** From before the process was made until it said that it listens. */
  msToListening: number;
  /** Processor time of all its threads so far, in ms. */
  cpuMs(): number;
  /** Resident memory in MiB. */
  residentMb(): number;
  pid: number;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when it is gone, to its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Runs a server with this Node; it prints its address once it listens. Linux only, which keeps the figures in /proc.
 */
export async function startServer(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<ServerProcess> {
  const begin = performance.now();
  // A bare environment: whoever runs this may have set the product's variables.
  // One customer of a bench sends what thousands do.
  const env = { RATE_LIMITS: 'off', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const { pid } = child;
  const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  const port = await announcedPort(child);
  if (pid === undefined || port === undefined) throw new Error(`${args.at(-1)} ended before it listened`);
  return {
    base: `http://127.0.0.1:${port}`,
    msToListening: performance.now() - begin,
    pid,
    cpuMs: () => cpuMsOf(pid),
    residentMb: () => residentMbOf(pid),
    signal: (signal) => void child.kill(signal),
    ended,
    async stop() {
      if (child.exitCode === null && child.kill()) await ended;
    },
  };
}

/** Reads on to the end, so that the server never waits for its reader. */
async function announcedPort(child: ChildProcess): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  if (!child.stdout) return undefined;
  createInterface(child.stdout)
    .on('line', (line) => {
      const port = /http:\/\/[\w.]+:(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    })
    .on('close', () => resolve(undefined));
  return promise;
}

/** See proc(5): fields 14 and 15 in hundredths of a second; the name before them may have spaces. */
function cpuMsOf(pid: number): number {
  const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = afterName.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

function residentMbOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
