import { createApp } from './app.ts';
import { readConfig, readEnvironment } from './config.ts';
import { CorrectableError, codeOf } from './errors.ts';
import { createLog } from './log.ts';
import { claimFolder } from './open-store.ts';

/** Advice where the address cannot be listened on, by Node's code. */
const listenAdvice: Record<string, string> = {
  EADDRINUSE: 'The port is taken; set PORT to another one.',
  EACCES: 'The port may not be used by this user; set PORT to one above 1023.',
  EADDRNOTAVAIL: 'The address is not of this machine; set HOST to one that is, such as 127.0.0.1.',
};

try {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  const release = claimFolder(config);
  const app = await createApp(config, log);
  const { port } = await app.listen();
  log.info({ port, host: config.host }, 'listening');
  const here = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  const { value: token, isGenerated } = app.deskToken;
  console.log(`The returns assistant is at ${here}`);
  // A token that the shop set is known to the shop, and kept out of what is printed.
  console.log(`Its desk for agents is at ${here}/desk; the token is ${isGenerated ? token : 'that of DESK_TOKEN'}`);

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.close().then(
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
  const advice = error instanceof CorrectableError ? error.message : listenAdvice[codeOf(error) ?? ''];
  if (advice === undefined) throw error;
  console.error(advice);
  process.exitCode = 1;
}
