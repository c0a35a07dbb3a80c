import { parseArgs } from 'node:util';
import { agentsCommand } from './commands/agents.ts';
import { backupCommand } from './commands/backup.ts';
import { casesCommand } from './commands/cases.ts';
import { chatCommand } from './commands/chat.ts';
import { checkCommand } from './commands/check.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { decideCommand } from './commands/decide.ts';
import { deskCommand } from './commands/desk.ts';
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
import { readConfig, type readEnvironment } from './config.ts';
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
  agentsCommand,
  deskCommand,
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

/** What one run of the command line stands in. */
export interface Surroundings extends Pick<CommandContext, 'input' | 'output' | 'signals'> {
  errors: CommandContext['output'];
  /** The settings' text by name, an empty one left out. */
  environment(): ReturnType<typeof readEnvironment>;
}

/** Runs the command that is named first on these words; resolves to the exit code. */
export async function runCommandLine(words: string[], surroundings: Surroundings): Promise<number> {
  try {
    return await run(words, surroundings);
  } catch (error) {
    const advice = adviceOn(error);
    if (advice === undefined) throw error;
    surroundings.errors.write(`${advice}\n`);
    return 2;
  }
}

async function run([name, ...args]: string[], surroundings: Surroundings): Promise<number> {
  const context = contextOf(surroundings);
  const command = commands.find((one) => one.name === name);
  if (!command) {
    if (name === undefined || name === '--help' || name === '-h') {
      context.print(overview);
      return 0;
    }
    const known = commands.map((one) => one.name).join(', ');
    surroundings.errors.write(`There is no command "${name}"; use one of ${known}.\n`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    context.print(command.help);
    return 0;
  }
  const { options, takesWords: allowPositionals = false } = command;
  return command.run(parseArgs({ args, options, allowPositionals }), context);
}

function contextOf({ input, output, errors, signals, environment }: Surroundings): CommandContext {
  const config = () => readConfig(environment());
  return {
    ...{ input, output, signals, config },
    print: (line) => void output.write(`${line}\n`),
    terminal() {
      const { NO_COLOR, TERM } = environment();
      const isPlain = TERM === 'dumb';
      // See https://no-color.org: any value that is not empty turns colours off.
      return { hasColours: output.isTTY === true && NO_COLOR === undefined && !isPlain, isPlain };
    },
    async connections() {
      const { connectionsOf } = await import('./connections.ts');
      return connectionsOf(config());
    },
    async withCore(use, { isMade } = { isMade: false }) {
      const settings = config();
      if (!isMade && !settings.database) demandDatabase(settings.dataDir);
      // A log line has no place in the middle of a conversation on the screen.
      const log = createLog(errors.isTTY ? 'silent' : settings.logLevel, errors);
      // Loaded only now, so that the commands without it start fast.
      const { createCore } = await import('./core.ts');
      const core = await createCore(settings, log);
      try {
        return await use(core, log);
      } finally {
        await core.store.close();
      }
    },
  };
}

/** Advice to the user, in one line; `undefined` where the error is ours. */
function adviceOn(error: unknown): string | undefined {
  if (error instanceof CorrectableError) return error.message;
  if (!(error instanceof Error) || !codeOf(error)?.startsWith('ERR_PARSE_ARGS')) return undefined;
  return `${error.message.split('. ')[0]}; add --help to see what there is.`;
}
