import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ParseArgsConfig, parseArgs } from 'node:util';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Connection } from '../desk/doctor/doctor.ts';
import type { Conversations } from '../dialogs/turns/conversations.ts';
import type { Policies } from '../dialogs/turns/policies.ts';
import type { Store } from '../store/store.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of `returns`. */
export interface Command<O extends Options = Options> {
  name: string;
  /** A few words for the list of all commands. */
  summary: string;
  /** The text that `--help` prints. */
  help: string;
  /** As `parseArgs` of `node:util` takes them; others are refused before `run`. */
  options: O;
  /** True if words beside the options are taken; else they are refused. */
  takesWords?: boolean;
  /** Resolves to the exit code; throws a `CorrectableError` for what the user can put right. */
  run(input: CommandInput<O>, context: CommandContext): Promise<number>;
}

/** The user's input: `values` of the options, and the words beside them. */
export type CommandInput<O extends Options> = Pick<
  ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>,
  'values' | 'positionals'
>;

/** As much of the product as commands use. */
export interface CommandCore {
  store: Store;
  policies: Policies;
  conversations: Conversations;
  /** The policy for who names none. */
  defaultPolicy: string;
}

/** The environment that a command runs in. */
export interface CommandContext {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  /** Emits SIGINT and SIGTERM, as the process does. */
  signals: EventEmitter;
  /** Writes a line on the output. */
  print(line: string): void;
  /** The settings; throws `ConfigError`. */
  config(): Config;
  /** The abilities of a terminal: with colours or not; `isPlain` where it can do nothing but print. */
  terminal(): { hasColours: boolean; isPlain: boolean };
  /** The connections to desks that are set up; throws `ConfigError`. */
  connections(): Promise<Connection[]>;
  /**
   * Opens the store and the parts above it, for as long as `use` runs. Throws NoDatabaseError where there is no store yet,
   * unless `isMade`.
   */
  withCore<T>(use: (core: CommandCore, log: Logger) => Promise<T>, options?: { isMade: boolean }): Promise<T>;
}

/** A command as it is, its options known to `run` by their types. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}
