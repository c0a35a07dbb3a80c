import { resolve } from 'node:path';
import { backUp } from '../store/sqlite/backup.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';

/** `returns backup` */
export const backupCommand = defineCommand({
  name: 'backup',
  summary: 'copy the database to one file, while the server runs',
  help: `returns backup <file>

Copies the database of DATA_DIR to a new file, as it is at one instant; the server may go on answering customers. The
copy is read back before the command ends well. It is as private as the original: it holds what customers wrote, and the
keys that sign links. Keep the folder of policies with it.

Never copy returns.db of a running server by hand: what was written last stands in returns.db-wal.

  npm run --silent returns -- backup /backups/returns-2026-11-21.db`,
  options: {},
  takesWords: true,
  async run({ positionals: [file, ...more] }, context) {
    if (file === undefined || more.length > 0) throw new UsageError('Give the new file that the copy shall be.');
    const { dataDir, database, initCwd } = context.config();
    if (database) throw new UsageError('The data is in PostgreSQL, by DATABASE_URL: copy it with pg_dump.');
    const target = resolve(initCwd, file);
    await backUp(dataDir, target);
    context.print(`The database is in ${target}.`);
    return 0;
  },
});
