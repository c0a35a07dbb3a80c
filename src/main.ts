import { createApp } from './app.ts';
import { readConfig, readEnvironment } from './config.ts';
import type { DeskToken } from './desk/page/token.ts';
import { CorrectableError, codeOf } from './errors.ts';
import { logLibraryLines } from './library-lines.ts';
import { createLog, describeError } from './log.ts';
import { claimFolder } from './open-store.ts';

/** Advice where the address cannot be listened on, by Node's code. */
const listenAdvice: Record<string, string> = {
  EADDRINUSE: 'The port is taken; set PORT to another one.',
  EACCES: 'The port may not be used by this user; set PORT to one above 1023.',
  EADDRNOTAVAIL: 'The address is not of this machine; set HOST to one that is, such as 127.0.0.1.',
};

/** Advice where the data cannot be kept. */
const outageAdvice: Record<string, string> = {
  'store-full': 'The disk of DATA_DIR is full; make room on it, or set DATA_DIR to another one.',
  'store-unavailable':
    'What is in DATA_DIR cannot be read or written now; see that its disk works and nobody else uses it.',
};

/** What is printed of the desk's token: itself only when it was made now, for logs are kept and read by many. */
function tokenLine({ value, source }: DeskToken): string {
  if (source === 'made-now') return value;
  return source === 'configured'
    ? 'that of DESK_TOKEN'
    : 'that of the first start; npm run --silent returns -- desk-token shows it';
}

try {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  logLibraryLines(log);
  const release = claimFolder(config);
  const app = await createApp(config, log);
  const { port } = await app.listen();
  log.info({ port, host: config.host }, 'listening');
  const here = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  console.log(`The returns assistant is at ${here}`);
  console.log(`Its desk for agents is at ${here}/desk; the token is ${tokenLine(app.deskToken)}`);

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    // Whoever stops it by hand waits for nobody who sends customers.
    app.close({ graceMs: signal === 'SIGTERM' ? config.drainMs : 0 }).then(
      () => {
        release();
        log.info('stopped');
      },
      (error: unknown) => {
        log.error({ err: error }, 'stop failed');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGHUP', () => {
    app.reload().catch((error: unknown) => log.error({ err: error }, 'policies not taken; the versions in force stay'));
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${adviceOn(error)}\n`);
  // What is open by now, such as the database, would keep the process.
  process.exit(1);
}

/** What to do where the start failed, in one line. */
function adviceOn(error: unknown): string {
  if (error instanceof CorrectableError) return error.message;
  const known = listenAdvice[codeOf(error) ?? ''] ?? outageAdvice[codeOf(error) ?? ''];
  if (known !== undefined) return known;
  const { type, code, at } = describeError(error);
  return `It cannot start because of a mistake in this program; please report this line: ${JSON.stringify({ type, code, at })}`;
}
