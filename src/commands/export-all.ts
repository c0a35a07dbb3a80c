import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../errors.ts';
import { exportLines, TransferError } from '../store/transfer/lines.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';
import { openSource } from './transfer/databases.ts';

/** `returns export-all` */
export const exportAllCommand = defineCommand({
  name: 'export-all',
  summary: 'write all data to a file, for another database',
  help: `returns export-all <file>

Writes all conversations, cases, decisions, files and secrets to a new file, a row a line in JSON, as of one instant, also while
servers run. "returns import <file>" takes it into another database. The file holds personal data and secrets: whoever
has it has the shop.

  npm run --silent returns -- export-all shop.jsonl
  DATABASE_URL=postgres://… npm run --silent returns -- import shop.jsonl`,
  options: {},
  takesWords: true,
  async run({ positionals: [file, ...more] }, context) {
    if (file === undefined || more.length > 0) throw new UsageError('Give the name of a new file.');
    const source = await openSource(context.config());
    try {
      await pipeline(withBreaks(exportLines(source)), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') throw new TransferError(`${file} exists already; name a new file.`, { cause });
      if (cause instanceof Error && 'syscall' in cause)
        throw new TransferError(`${file} cannot be written: ${cause.message}`, { cause });
      throw cause;
    } finally {
      await source.close();
    }
    context.print(`All data is in ${file}.`);
    return 0;
  },
});

async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
