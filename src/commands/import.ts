import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { importLines } from '../store/transfer/lines.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';
import { openTarget } from './transfer/databases.ts';

/** `returns import` */
export const importCommand = defineCommand({
  name: 'import',
  summary: 'take all data of another database over',
  help: `returns import <file>

Takes the file of "returns export-all" into a database without conversations: that of DATABASE_URL, or of DATA_DIR where
there is none. All of it is taken over or nothing. Stop the servers of the old database before the export, and start
those of the new one after the import.

  npm run --silent returns -- import shop.jsonl`,
  options: {},
  takesWords: true,
  async run({ positionals: [file, ...more] }, context) {
    if (file === undefined || more.length > 0) throw new UsageError('Give the name of one file.');
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    const target = await openTarget(context.config());
    try {
      context.print(`${await importLines(linesIn(file), target)} rows were taken over.`);
    } finally {
      await target.close();
    }
    return 0;
  },
});

/** The file is opened when the first line is asked for: a reader that nobody reads loses what it has read. */
async function* linesIn(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}
