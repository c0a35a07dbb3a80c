import { resolve } from 'node:path';
import { restore } from '../store/sqlite/restore.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';

/** `returns restore` */
export const restoreCommand = defineCommand({
  name: 'restore',
  summary: 'put a backup in the place of the database',
  help: `returns restore <file> [--force]

Puts a backup in the place of the database of DATA_DIR and brings it to the schema of this program. The backup stays as
it is. A folder that has a database already is left alone; with --force that one is replaced, and what is in it is lost.
While a server has it open, nothing is replaced: stop it first.

  npm run --silent returns -- restore /backups/returns-2026-11-21.db`,
  options: { force: { type: 'boolean' } },
  takesWords: true,
  async run({ values, positionals: [file, ...more] }, context) {
    if (file === undefined || more.length > 0) throw new UsageError('Give the file of the backup.');
    const { dataDir, database, initCwd } = context.config();
    if (database) throw new UsageError('The data is in PostgreSQL, by DATABASE_URL: take it back with pg_restore.');
    restore(resolve(initCwd, file), dataDir, values.force ?? false);
    context.print(`The database in ${dataDir} is that of the backup; start the server.`);
    return 0;
  },
});
