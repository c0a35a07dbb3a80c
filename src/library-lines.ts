import type { Logger } from 'pino';

/**
 * Has lines that libraries would write on the console go into the log, with where they come from and without their
 * words, which may quote tokens or what a customer wrote; warnings of Node with their names.
 */
export function logLibraryLines(log: Logger): void {
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    console[level] = () => log[level === 'error' ? 'warn' : 'debug']({ at: callerLine() }, 'a library wrote a line');
  }
  process.removeAllListeners('warning');
  process.on('warning', ({ name, stack }) =>
    log.warn({ warning: name, at: stack?.split('\n')[1]?.trim() }, 'node warns'),
  );
}

/** The line of code that called the console. */
function callerLine(): string | undefined {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace);
  return trace.stack?.split('\n')[3]?.trim();
}
