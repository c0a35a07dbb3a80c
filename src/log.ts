import { type DestinationStream, type LogFn, type Logger, type LoggerOptions, pino } from 'pino';
import { codeOf } from './errors.ts';
import { StoreUnavailableError } from './store/unavailable.ts';

/** Names under which personal data, secrets or whole addresses (with their query) would slip into a log. */
const PRIVATE_NAME =
  /^(text|value|name|user|userId|from|e-?mail|phone|address|token|secret|password|cookie|authorization|headers|url|query|body|activity|channelData|attachments|answer|answers|facts|record|packet|caseFile|transcript)$/i;
const MAX_LENGTH = 200;
/** A chain of causes may close on itself. */
const MAX_CAUSES = 5;

/** JSON lines on standard output (or `destination`) with ids, counts and durations; personal data is left out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: {},
    timestamp: pinoTime,
    formatters: { level: (label: string) => ({ level: label }), log: withoutPrivate },
    serializers: { err: (error: unknown) => describeError(error) },
    hooks: { logMethod: withOwnMessage },
  } satisfies LoggerOptions;
  return withPrivateChildren(destination ? pino(options, destination) : pino(options));
}

/** pino does not run its formatters over what a child logger is given. */
function withPrivateChildren(log: Logger): Logger {
  const child = log.child;
  log.child = function privateChild(this: Logger, fields, options) {
    return child.call(this, withoutPrivate(fields), options);
  } as typeof child;
  return log;
}

/** pino would take the message of an error where the caller gives none. */
function withOwnMessage(this: Logger, [first, ...rest]: Parameters<LogFn>, method: LogFn): void {
  const fields: unknown = (first as unknown) instanceof Error ? { err: first } : first;
  const isWithoutMessage = typeof fields === 'object' && rest.length === 0;
  method.apply(this, [fields, ...(isWithoutMessage ? ['-'] : rest)] as Parameters<LogFn>);
}

function pinoTime(): string {
  return `,"time":"${new Date().toISOString()}"`;
}

function withoutPrivate(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, loggable(name, value)]));
}

/** Only single values pass: a whole object is where personal data hides. */
function loggable(name: string, value: unknown): unknown {
  if (name === 'err') return value;
  if (PRIVATE_NAME.test(name)) return '[private]';
  if (typeof value === 'string') return value.slice(0, MAX_LENGTH);
  return typeof value === 'object' && value !== null ? '[object]' : value;
}

/**
 * The class of an error, its code, where it was thrown, and the same of each cause; never a message: those of parsers
 * quote what the customer wrote.
 */
export function describeError(error: unknown, depth = 0, isOutage = false): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = codeOf(error);
  const { cause } = error;
  // An outage of the store is no mistake in the program, and meets every request for as long as it lasts.
  const isPlaceless = isOutage || error instanceof StoreUnavailableError;
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    // SQLite has one code for all, and a number that says which.
    ...('errcode' in error && typeof error.errcode === 'number' && { errcode: error.errcode }),
    ...(!isPlaceless && { at: at.slice(0, 8).map((line) => line.trim()) }),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1, isPlaceless) }),
  };
}
