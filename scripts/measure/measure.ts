// Scores the embedded reader on real language, one JSON line of named metrics a file: npm run measure -- <folder>
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { corpusCustomersRow, measureCorpusCustomers } from './corpus/customers.ts';
import { measureOpenings } from './corpus/openings.ts';
import { measureReplies } from './corpus/replies.ts';
import { openingRow, replyRow } from './corpus/row.ts';
import { customersRow, measureCustomers } from './customers.ts';
import { dateRow, measureDates } from './dates.ts';
import { intentRow, measureIntents } from './intents.ts';
import { measureYesNo, yesNoRow } from './yes-no.ts';

/** A number, or one a label; a share that has nothing to be a share of is left out. */
type Metrics = Record<string, number | undefined | Record<string, number | undefined>>;

interface Measure {
  /** True if rows like this one are scored by it. */
  knows(row: unknown): boolean;
  score(rows: unknown[]): Metrics;
}

function measureOf<Row>(row: z.ZodType<Row>, score: (rows: Row[]) => Metrics): Measure {
  return {
    knows: (value) => row.safeParse(value).success,
    score: (values) => {
      const known = values.flatMap((value) => row.safeParse(value).data ?? []);
      const rowsOfOtherShape = values.length - known.length;
      return { ...score(known), ...(rowsOfOtherShape > 0 && { rowsOfOtherShape }) };
    },
  };
}

// A file is known by the shape of its rows: a held-out part may have any name.
const measures = [
  measureOf(dateRow, measureDates),
  measureOf(yesNoRow, measureYesNo),
  measureOf(intentRow, measureIntents),
  measureOf(customersRow, measureCustomers),
  measureOf(corpusCustomersRow, measureCorpusCustomers),
  measureOf(replyRow, measureReplies),
  measureOf(openingRow, measureOpenings),
];

/** The scores of one file of JSON lines, undefined when its rows are of no known shape. */
function measureFile(path: string): Metrics | undefined {
  const rows = rowsOf(readFileSync(path, 'utf8'));
  const measure = measures.find(({ knows }) => knows(rows?.[0]));
  return rows && measure?.score(rows);
}

function rowsOf(text: string): unknown[] | undefined {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

function filesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** Prints one line a file that holds rows of a known shape; the exit code: 0, or 2 when there is nothing to read. */
function measureFolder(folder: string | undefined): number {
  const files = folder === undefined ? undefined : filesOf(folder);
  if (folder === undefined || files === undefined) {
    console.error(folder === undefined ? 'usage: npm run measure -- <folder>' : `no such folder: ${folder}`);
    return 2;
  }
  for (const file of files
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.jsonl'))
    .map(nameOf)
    .sort()) {
    const metrics = measureFile(join(folder, file));
    if (metrics) console.log(JSON.stringify({ file, ...metrics }));
  }
  return 0;
}

function nameOf({ name }: Dirent): string {
  return name;
}

process.exitCode = measureFolder(process.argv[2]);
