import type { Database } from './database.ts';

const statement = {
  name: 'effects delivered',
  text: `UPDATE outbox SET delivered = ended.at FROM unnest($1::bigint[], $2::text[]) AS ended(id, at)
    WHERE outbox.id = ended.id`,
};

/** Deliveries that end within so many milliseconds are written together. */
const GATHER_MS = 3;

/** Writes which effects were delivered; what is returned resolves once it is written. */
export function deliveredOn(database: Database): (id: number, at: string) => Promise<void> {
  let ended: { id: number; at: string }[] = [];
  let written: Promise<void> | undefined;

  async function write(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    const batch = ended;
    ended = [];
    written = undefined;
    await database.rows(statement, [batch.map(({ id }) => id), batch.map(({ at }) => at)]);
  }

  return (id, at) => {
    ended.push({ id, at });
    written ??= write();
    return written;
  };
}
