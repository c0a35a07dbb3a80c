import { parseArgs } from 'node:util';
import { decideLines } from './commands/decide.ts';
import { chosenPolicy, chosenToday, UsageError } from './commands/options.ts';
import { ConfigError, readConfig, readEnvironment } from './config.ts';

interface Command {
  summary: string;
  help: string;
  /** Resolves to the exit code. */
  run(args: string[]): Promise<number>;
}

const decideHelp = `returns decide [--policy <id or file>] [--today YYYY-MM-DD | --now <ISO instant>]

Reads one JSON object of facts a line and writes one JSON object a line: the decision, or what to ask next,
or what is wrong with the line. Exits 1 if a line was wrong.

  echo '{"reason":"changed-mind","delivery":"received","receivedOn":"2026-11-10"}' |
    npm run --silent returns -- decide --policy fourteen-day-shop --today 2026-11-21`;

const commands: Record<string, Command> = {
  decide: {
    summary: 'decide on facts, one JSON object a line',
    help: decideHelp,
    async run(args) {
      const { values } = parseArgs({
        args,
        options: { policy: { type: 'string' }, today: { type: 'string' }, now: { type: 'string' } },
      });
      const config = readConfig(readEnvironment());
      const policy = chosenPolicy(values.policy ?? config.defaultPolicy, config);
      const today = chosenToday(values, config, policy.file.timeZone);
      return (await decideLines(policy, today, process.stdin, process.stdout)) ? 0 : 1;
    },
  },
};

const overview = `returns <command>

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

returns <command> --help says more.`;

async function main([name, ...args]: string[]): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    if (name === undefined || name === '--help' || name === '-h') {
      console.log(overview);
      return 0;
    }
    console.error(`There is no command "${name}"; use one of ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
}

function isMistake(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof ConfigError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

// A reader that leaves early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
