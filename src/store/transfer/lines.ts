import { z } from 'zod';
import { CorrectableError } from '../../errors.ts';
import { type Row, type Source, type Table, type Target, tables } from './tables.ts';

/** The data cannot be taken over; the message is one line that says what to do. */
export class TransferError extends CorrectableError {
  readonly code = 'transfer';
}

const FORMAT = 'returns-export-1';
/** So many rows are written at a time, or so many bytes. */
const BATCH = { rows: 100, bytes: 4 * 1024 * 1024 };

const head = z.object({ format: z.literal(FORMAT) });
const bytes = z.object({ base64: z.base64() }).transform(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64')));
const line = z.object({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null(), bytes])),
});
const foot = z.object({ rows: z.int() });

/** All rows as JSON lines: one that names the format, one a row, and one with their number. */
export async function* exportLines(source: Source): AsyncGenerator<string> {
  let count = 0;
  yield JSON.stringify({ format: FORMAT });
  for (const table of tables) {
    for await (const row of source.rows(table)) {
      count += 1;
      yield JSON.stringify({ table: table.name, row: writable(row) });
    }
  }
  yield JSON.stringify({ rows: count });
}

function writable(row: Row): Record<string, unknown> {
  const isBytes = (value: Row[string]): value is Uint8Array => value instanceof Uint8Array;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      isBytes(value) ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

/**
 * Takes over all rows of an export, or none; returns their number. Throws TransferError where the database has
 * conversations already, or the export is not whole.
 */
export async function importLines(lines: AsyncIterable<string>, target: Target): Promise<number> {
  if (!(await target.isEmpty())) {
    throw new TransferError('There are conversations in this database already: import into one that is empty.');
  }
  for (const table of tables.toReversed()) await target.clear(table);
  const batches = createBatches(target);
  let number = 0;
  let isWhole = false;
  for await (const text of lines) {
    number += 1;
    const value = parsed(text, number);
    if (number === 1) demand(head.safeParse(value).success, 'This is no export of this program.');
    else if (foot.safeParse(value).data?.rows === number - 2) isWhole = true;
    else await batches.add(...rowIn(value, number), text.length);
  }
  demand(isWhole, 'The export is not whole: its last line is missing. Make it anew.');
  await batches.flush();
  await target.finish();
  return number - 2;
}

function createBatches(target: Target) {
  let table: Table | undefined;
  let rows: Row[] = [];
  let size = 0;

  async function flush(): Promise<void> {
    const batch = rows;
    rows = [];
    size = 0;
    if (table && batch.length > 0) await target.write(table, batch);
  }

  return {
    flush,
    async add(next: Table, row: Row, length: number): Promise<void> {
      if (next !== table || rows.length >= BATCH.rows || size > BATCH.bytes) await flush();
      table = next;
      rows.push(row);
      size += length;
    },
  };
}

function rowIn(value: unknown, number: number): [Table, Row] {
  const { data } = line.safeParse(value);
  const table = tables.find(({ name }) => name === data?.table);
  if (data && table) return [table, data.row];
  throw new TransferError(`Line ${number} is none of an export of this version: update this program, or export anew.`);
}

function parsed(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TransferError(`Line ${number} is no JSON: the export is damaged. Make it anew.`, { cause });
  }
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new TransferError(message);
}
