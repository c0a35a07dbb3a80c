import { defineCommand } from './command.ts';
import { migrateDatabase } from './transfer/databases.ts';

/** `returns migrate` */
export const migrateCommand = defineCommand({
  name: 'migrate',
  summary: 'bring the database to the schema of this version',
  help: `returns migrate

Brings the database of DATABASE_URL, or of DATA_DIR, to the schema of this version. Every start does so by itself, one
process while others wait; run it before a rolling deploy where you want to see it done.

  npm run --silent returns -- migrate`,
  options: {},
  async run(_input, context) {
    context.print(await migrateDatabase(context.config()));
    return 0;
  },
});
