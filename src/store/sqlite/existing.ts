import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CorrectableError } from '../../errors.ts';
import { databaseFile } from './sqlite.ts';

/** The data folder has no database, most likely because it is another one that was meant. */
export class NoDatabaseError extends CorrectableError {
  readonly code = 'no-database';
  constructor(dataDir: string) {
    super(
      `There is no ${databaseFile} in DATA_DIR ${dataDir}: set DATA_DIR to the folder where the server keeps its data, or start ` +
        'the server once, which makes it.',
    );
  }
}

/** Throws NoDatabaseError where a data folder has no database yet, so that nobody makes one by a mistyped name. */
export function demandDatabase(dataDir: string): void {
  if (!existsSync(join(dataDir, databaseFile))) throw new NoDatabaseError(dataDir);
}
