import { parseArgs } from 'node:util';
import { backupCommand } from './commands/backup.ts';
import { casesCommand } from './commands/cases.ts';
import { chatCommand } from './commands/chat.ts';
import { checkCommand } from './commands/check.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { decideCommand } from './commands/decide.ts';
import { deskTokenCommand } from './commands/desk-token.ts';
import { diagramCommand } from './commands/diagram.ts';
import { diffCommand } from './commands/diff.ts';
import { eraseCommand } from './commands/erase.ts';
import { examplesCommand } from './commands/examples.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { exportAllCommand } from './commands/export-all.ts';
import { importCommand } from './commands/import.ts';
import { interviewCommand } from './commands/interview.ts';
import { learnCommand } from './commands/learn.ts';
import { migrateCommand } from './commands/migrate.ts';
import { outboxCommand } from './commands/outbox.ts';
import { replayCommand } from './commands/replay.ts';
import { restoreCommand } from './commands/restore.ts';
import { showCommand } from './commands/show.ts';
import { upgradeCommand } from './commands/upgrade.ts';
import { readConfig, readEnvironment } from './config.ts';
import { CorrectableError, codeOf } from './errors.ts';
import { createLog } from './log.ts';
import { demandDatabase } from './store/sqlite/existing.ts';

/** In the order of the list that `--help` prints. */
const commands: readonly Command[] = [
  decideCommand,
  checkCommand,
  examplesCommand,
  interviewCommand,
  showCommand,
  explainCommand,
  learnCommand,
  diagramCommand,
  diffCommand,
  upgradeCommand,
  replayCommand,
  chatCommand,
  casesCommand,
  outboxCommand,
  deskTokenCommand,
  migrateCommand,
  exportAllCommand,
  importCommand,
  exportCommand,
  eraseCommand,
  backupCommand,
  restoreCommand,
];

const overview = `returns <command>

${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

returns <command> --help says more.`;

const context: CommandContext = {
  input: process.stdin,
  output: process.stdout,
  print: (line) => console.log(line),
  config: () => readConfig(readEnvironment()),
  terminal() {
    const { NO_COLOR, TERM } = readEnvironment();
    const isPlain = TERM === 'dumb';
    // See https://no-color.org: any value that is not empty turns colours off.
    return { hasColours: process.stdout.isTTY === true && NO_COLOR === undefined && !isPlain, isPlain };
  },
  async withCore(use, { isMade } = { isMade: false }) {
    const config = readConfig(readEnvironment());
    if (!isMade && !config.database) demandDatabase(config.dataDir);
    // A log line has no place in the middle of a conversation on the screen.
    const log = createLog(process.stderr.isTTY ? 'silent' : config.logLevel, process.stderr);
    // Loaded only now, so that the commands without it start fast.
    const { createCore } = await import('./core.ts');
    const core = await createCore(config, log);
    try {
      return await use(core, log);
    } finally {
      await core.store.close();
    }
  },
};

async function main([name, ...args]: string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  if (!command) {
    if (name === undefined || name === '--help' || name === '-h') {
      context.print(overview);
      return 0;
    }
    console.error(`There is no command "${name}"; use one of ${commands.map((one) => one.name).join(', ')}.`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    context.print(command.help);
    return 0;
  }
  const { options, takesWords: allowPositionals = false } = command;
  return command.run(parseArgs({ args, options, allowPositionals }), context);
}

/** Advice to the user, in one line; `undefined` where the error is ours. */
function adviceOn(error: unknown): string | undefined {
  if (error instanceof CorrectableError) return error.message;
  if (!(error instanceof Error) || !codeOf(error)?.startsWith('ERR_PARSE_ARGS')) return undefined;
  return `${error.message.split('. ')[0]}; add --help to see what there is.`;
}

// A reader that leaves early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const advice = adviceOn(error);
  if (advice === undefined) throw error;
  console.error(advice);
  process.exitCode = 2;
}
