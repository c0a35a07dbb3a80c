import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixturesFolder } from '../../test/fixtures/policies.ts';
import { type ServerProcess, startServer } from '../server-process.ts';

/** A process of the product that is ended and started again at the same address. */
export interface Member {
  base: string;
  /** The process as it runs now. */
  process(): ServerProcess;
  /** Ends it with a signal and waits until it is gone; resolves to its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  start(): Promise<void>;
}

/** Processes of the product behind one another, on one store. */
export interface Fleet {
  members: readonly Member[];
  /** The addresses in turn, as a load balancer takes them. */
  nextBase(): string;
  stop(): Promise<void>;
}

const settingsOfAll = {
  PATH: '',
  LOG_LEVEL: 'silent',
  NODE_COMPILE_CACHE: join(tmpdir(), 'returns-compiled'),
  POLICIES_DIR: fixturesFolder,
  DEFAULT_POLICY: 'fortnight-shop',
  TODAY: '2026-11-21',
  RATE_LIMITS: 'off',
};

/** Starts so many processes with these settings; `nodeArgs` come before the program. */
export async function startFleet(
  count: number,
  settings: Record<string, string>,
  nodeArgs: readonly string[] = [],
): Promise<Fleet> {
  const members = await Promise.all(Array.from({ length: count }, () => startMember(settings, nodeArgs)));
  let turns = 0;
  return {
    members,
    nextBase() {
      turns += 1;
      return members[turns % count]?.base ?? '';
    },
    async stop() {
      await Promise.all(members.map((member) => member.end('SIGKILL')));
    },
  };
}

async function startMember(settings: Record<string, string>, nodeArgs: readonly string[]): Promise<Member> {
  const port = await freePort();
  const start = () => startServer([...nodeArgs, 'bin/start.js'], { ...settingsOfAll, ...settings, PORT: String(port) });
  let running = await start();
  return {
    base: running.base,
    process: () => running,
    end(signal) {
      running.signal(signal);
      return running.ended;
    },
    async start() {
      running = await start();
    },
  };
}

/** One below those that the system gives to whoever asks for any, so that it stays free while its process is down. */
async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
