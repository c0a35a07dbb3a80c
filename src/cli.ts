import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casesHelp, listCases, showCase } from './commands/cases/cases.ts';
import { exportRulings } from './commands/cases/export.ts';
import { chat, chatHelp } from './commands/chat/chat.ts';
import { createScreen } from './commands/chat/screen.ts';
import { paint } from './commands/chat/style.ts';
import { check, checkHelp } from './commands/check.ts';
import { decideLines } from './commands/decide.ts';
import { diagramHelp, machinePage, pagesOf, policyPage } from './commands/diagram.ts';
import { diff, diffHelp } from './commands/diff/diff.ts';
import { explainHelp, explainLines } from './commands/explain/explain.ts';
import { interviewHelp, interviewReport, interviewText } from './commands/interview.ts';
import { fileOf, learnFrom, learnHelp, lessonText, rewritten } from './commands/learn.ts';
import { chosenMoment, chosenPolicy, chosenToday, UsageError } from './commands/options.ts';
import { replay, replayHelp } from './commands/replay.ts';
import { upgrade, upgradeHelp } from './commands/upgrade.ts';
import { readConfig, readEnvironment } from './config.ts';
import type { Core } from './core.ts';
import { CorrectableError, codeOf } from './errors.ts';
import { createLog } from './log.ts';
import { loadShelf } from './policy/catalog.ts';

interface Command {
  summary: string;
  help: string;
  /** Resolves to the exit code. */
  run(args: string[]): Promise<number>;
}

const decideHelp = `returns decide [--policy <id or file>] [--today YYYY-MM-DD | --now <ISO instant>]

Reads one JSON object of facts a line and writes one JSON object a line: the decision, or what to ask next,
or what is wrong with the line. Exits 1 if a line was wrong. Periods in hours need the time of day: with --today alone,
one that ends in the course of that day is unknown.

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
      const policy = chosenPolicy(values.policy ?? config.defaultPolicy, config, values);
      const at = chosenMoment(values, config, policy.file.timeZone);
      return (await decideLines(policy, at, process.stdin, process.stdout)) ? 0 : 1;
    },
  },
  check: {
    summary: 'find what is wrong with a policy file, for all customers',
    help: checkHelp,
    async run(args) {
      const { values, positionals } = parseArgs({
        args,
        options: { json: { type: 'boolean' }, today: { type: 'string' } },
        allowPositionals: true,
      });
      const config = readConfig(readEnvironment());
      const todayIn = (timeZone: string) => chosenToday(values, config, timeZone);
      const print = (text: string) => console.log(text);
      return check(positionals, config, { isJson: values.json ?? false, todayIn, print }) ? 0 : 1;
    },
  },
  interview: {
    summary: 'how many questions a policy asks its customers',
    help: interviewHelp,
    async run(args) {
      const { values } = parseArgs({ args, options: { policy: { type: 'string' }, json: { type: 'boolean' } } });
      const config = readConfig(readEnvironment());
      const policy = chosenPolicy(values.policy ?? config.defaultPolicy, config);
      console.log(values.json ? JSON.stringify(interviewReport(policy), undefined, 2) : interviewText(policy));
      return 0;
    },
  },
  explain: {
    summary: 'tell why: clauses, facts, what else could have come',
    help: explainHelp,
    async run(args) {
      const { values } = parseArgs({
        args,
        options: {
          policy: { type: 'string' },
          today: { type: 'string' },
          now: { type: 'string' },
          facts: { type: 'string' },
          json: { type: 'boolean' },
        },
      });
      const config = readConfig(readEnvironment());
      const policy = chosenPolicy(values.policy ?? config.defaultPolicy, config, values);
      const at = chosenMoment(values, config, policy.file.timeZone);
      const options = { facts: values.facts, isJson: values.json ?? false };
      const io = { input: process.stdin, output: process.stdout };
      return (await explainLines(policy, at, options, io)) ? 0 : 1;
    },
  },
  learn: {
    summary: 'set the likelihoods of a policy from decisions',
    help: learnHelp,
    async run(args) {
      const { values } = parseArgs({ args, options: { policy: { type: 'string' }, write: { type: 'boolean' } } });
      const config = readConfig(readEnvironment());
      const name = values.policy ?? config.defaultPolicy;
      const policy = chosenPolicy(name, config);
      return withCore(async ({ store }) => {
        const lesson = learnFrom(policy, await store.decisions());
        if (values.write) writeFileSync(fileOf(policy, name, config), rewritten(policy, lesson));
        process.stdout.write(lessonText(policy, lesson));
        return 0;
      });
    },
  },
  diagram: {
    summary: 'draw a policy, or the conversation',
    help: diagramHelp,
    async run(args) {
      const { values } = parseArgs({
        args,
        options: { policy: { type: 'string' }, machine: { type: 'boolean' }, write: { type: 'boolean' } },
      });
      const config = readConfig(readEnvironment());
      if (values.write) {
        const newest = [...loadShelf(config.policiesDir).values()].flatMap((versions) => versions.at(-1) ?? []);
        for (const [file, text] of pagesOf(newest)) writeFileSync(join(config.initCwd, 'docs/diagrams', file), text);
        return 0;
      }
      const name = values.policy ?? config.defaultPolicy;
      process.stdout.write(values.machine ? machinePage() : policyPage(chosenPolicy(name, config)));
      return 0;
    },
  },
  diff: {
    summary: 'who is answered otherwise by another version of a policy',
    help: diffHelp,
    async run(args) {
      const { values, positionals } = parseArgs({
        args,
        options: {
          today: { type: 'string' },
          now: { type: 'string' },
          stored: { type: 'boolean' },
          json: { type: 'boolean' },
        },
        allowPositionals: true,
      });
      const [old, fresh, ...more] = positionals;
      if (old === undefined || fresh === undefined || more.length > 0) {
        throw new UsageError('Give two policies to compare: returns diff <old> <new>.');
      }
      const config = readConfig(readEnvironment());
      const pair = { old: chosenPolicy(old, config, values), new: chosenPolicy(fresh, config, values) };
      const options = { today: chosenToday(values, config, pair.new.file.timeZone), isJson: values.json ?? false };
      const { text, isSame } = values.stored
        ? await withCore(({ store }) => diff(pair, options, store))
        : await diff(pair, options);
      console.log(text);
      return isSame ? 0 : 1;
    },
  },
  upgrade: {
    summary: 'rewrite policies of an earlier version of this program',
    help: upgradeHelp,
    async run(args) {
      const { values, positionals } = parseArgs({
        args,
        options: { 'dry-run': { type: 'boolean' } },
        allowPositionals: true,
      });
      const { initCwd } = readConfig(readEnvironment());
      console.log(upgrade(positionals, { initCwd, isDryRun: values['dry-run'] ?? false }));
      return 0;
    },
  },
  replay: {
    summary: 'decide stored decisions anew: the same comes out',
    help: replayHelp,
    async run(args) {
      const { values } = parseArgs({ args, options: { since: { type: 'string' }, json: { type: 'boolean' } } });
      const options = { since: values.since, isJson: values.json ?? false };
      const { text, isSame } = await withCore((core) => replay(options, core));
      console.log(text);
      return isSame ? 0 : 1;
    },
  },
  chat: {
    summary: 'talk in the terminal, as on the website',
    help: chatHelp,
    async run(args) {
      const { values } = parseArgs({
        args,
        options: { policy: { type: 'string' }, conversation: { type: 'string' }, new: { type: 'boolean' } },
      });
      const { policy: policyId, conversation: conversationId, new: isNew = false } = values;
      const environment = readEnvironment();
      const { dataDir, defaultPolicy } = readConfig(environment);
      return withCore(async ({ store, conversations }, log) => {
        const screen = createScreen({
          input: process.stdin,
          output: process.stdout,
          hasColours: hasColours(environment),
          isPlain: environment.TERM === 'dumb',
        });
        const onFailure = (error: unknown) => log.error({ err: error }, 'message not saved');
        try {
          return await chat(
            { policyId, conversationId, isNew },
            { store, conversations, screen, dataDir, defaultPolicy, onFailure },
          );
        } finally {
          screen.leave();
        }
      });
    },
  },
  cases: {
    summary: 'list the cases for people, show one, or export rulings',
    help: casesHelp,
    async run(args) {
      const { values, positionals } = parseArgs({
        args,
        options: { open: { type: 'boolean' }, json: { type: 'boolean' }, since: { type: 'string' } },
        allowPositionals: true,
      });
      const [reference, ...more] = positionals;
      if (more.length > 0) throw new UsageError('Give one reference, or none to list the cases.');
      if (reference === 'export') {
        return withCore(async (core) => {
          console.log(await exportRulings({ since: values.since }, core));
          return 0;
        });
      }
      const { open: isOpenOnly = false, json: isJson = false } = values;
      return withCore(async ({ store, policies }) => {
        const deps = { store, policies, width: Math.min(process.stdout.columns || 80, 100) };
        const text = await (reference === undefined
          ? listCases({ isOpenOnly, isJson }, deps)
          : showCase(reference, isJson, deps));
        console.log(paint(text, hasColours(readEnvironment())));
        return 0;
      });
    },
  },
};

/** Runs a command on the core of the product, which is loaded only now, so that the others start fast. */
async function withCore<T>(run: (core: Core, log: ReturnType<typeof createLog>) => Promise<T>): Promise<T> {
  const config = readConfig(readEnvironment());
  // A log line has no place in the middle of a conversation on the screen.
  const log = createLog(process.stderr.isTTY ? 'silent' : config.logLevel, process.stderr);
  const { createCore } = await import('./core.ts');
  const core = await createCore(config, log);
  try {
    return await run(core, log);
  } finally {
    await core.store.close();
  }
}

/** See https://no-color.org: any value that is not empty turns colours off. */
function hasColours({ NO_COLOR, TERM }: ReturnType<typeof readEnvironment>): boolean {
  return process.stdout.isTTY === true && NO_COLOR === undefined && TERM !== 'dumb';
}

const overview = `returns <command>

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
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
  return error instanceof CorrectableError || isAboutOptions(error);
}

function isAboutOptions(error: unknown): boolean {
  return codeOf(error)?.startsWith('ERR_PARSE_ARGS') ?? false;
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
  console.error(
    isAboutOptions(error) ? `${error.message.split('. ')[0]}; add --help to see what there is.` : error.message,
  );
  process.exitCode = 2;
}
