/** A table that goes along when all data moves to another database, with the columns that order its rows. */
export interface Table {
  name: string;
  order: readonly string[];
  /** The column that the database numbers by itself. */
  numbered?: string;
}

/** In every database under these names, with the same columns. */
export const tables: readonly Table[] = [
  { name: 'conversations', order: ['id'] },
  { name: 'turns', order: ['conversation_id', 'revision'] },
  { name: 'activities', order: ['conversation_id', 'seq'] },
  { name: 'events', order: ['conversation_id', 'revision', 'position'] },
  { name: 'cases', order: ['number'], numbered: 'number' },
  { name: 'decisions', order: ['number'], numbered: 'number' },
  { name: 'returns', order: ['rma'] },
  { name: 'outbox', order: ['id'], numbered: 'id' },
  { name: 'files', order: ['id'] },
  { name: 'case_places', order: ['reference', 'desk'] },
  { name: 'seen', order: ['key'] },
  { name: 'talk_keys', order: ['digest'] },
  { name: 'presence', order: ['conversation_id'] },
  { name: 'desk_rows', order: ['kind', 'owner', 'key'] },
  { name: 'policies', order: ['digest'] },
  { name: 'plans', order: ['digest', 'planner'] },
  { name: 'secrets', order: ['name'] },
];

/** Tables that stay behind: counts of the last minutes, what says that a database can be written, and what is made anew. */
export const leftBehind: readonly string[] = ['uses', 'pulse', 'case_index', 'case_words'];

/** The value of a column. */
export type Cell = string | number | null | Uint8Array;
export type Row = Record<string, Cell>;

/** A database that is read as of one instant. */
export interface Source {
  rows(table: Table): AsyncIterable<Row>;
  close(): Promise<void>;
}

/** A database that is filled in one transaction. */
export interface Target {
  /** True if no conversation is in it. */
  isEmpty(): Promise<boolean>;
  /** Empties a table. */
  clear(table: Table): Promise<void>;
  write(table: Table, rows: Row[]): Promise<void>;
  /** Keeps all that was written; without it nothing is. */
  finish(): Promise<void>;
  close(): Promise<void>;
}
