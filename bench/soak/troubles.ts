import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import type { Fleet } from './fleet.ts';
import type { Trouble } from './trouble.ts';

/** All processes of a PostgreSQL on this machine stand still. Linux only. */
export async function stalled(url: string): Promise<Trouble> {
  const [row] = await query(url, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid");
  const server = Number(row?.pid);
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of [server, ...childrenOf(server)]) process.kill(pid, name);
  };
  return { begin: () => signal('SIGSTOP'), end: () => signal('SIGCONT') };
}

/** Every turn that PostgreSQL is to write fails with its own error of a full disk; a trigger throws it. */
export function fullDatabase(url: string): Trouble {
  return {
    async begin() {
      await query(
        url,
        `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$`,
      );
      for (const table of await tables(url))
        await query(url, `CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION no_room()`);
    },
    async end() {
      await query(url, 'DROP FUNCTION no_room CASCADE');
    },
  };
}

/**
 * The processes of a fleet may write nothing to any file, however short: the writes of their database fail as on a full
 * disk. The fleet is to be started with `surviveFullDisk`.
 */
export function fullDisk(fleet: Fleet): Trouble {
  const limit = (bytes: string): void => {
    for (const member of fleet.members)
      execFileSync('prlimit', ['--pid', String(member.process().pid), `--fsize=${bytes}:unlimited`]);
  };
  return { begin: () => limit('0'), end: () => limit('unlimited') };
}

/** Arguments of node by which a write beyond the limit is an error, as a full disk is, rather than the end. */
export const surviveFullDisk = ['--import', `data:text/javascript,process.on('SIGXFSZ',()=>{})`] as const;

async function tables(url: string): Promise<string[]> {
  const rows = await query(
    url,
    "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  return rows.map(({ tablename }) => String(tablename));
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** See proc(5): the name, which may have spaces, ends at the last bracket, and the parent is the second field behind. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
