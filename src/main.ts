import { createApp } from './app.ts';
import { ConfigError, readConfig, readEnvironment } from './config.ts';
import { DeploymentError } from './core.ts';
import { createLog } from './log.ts';
import { PolicyFileError } from './policy/format/policy-file-error.ts';

try {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
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
      () => log.info('stopped'),
      (error: unknown) => {
        log.error({ err: error }, 'stop failed');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  const isMistake =
    error instanceof ConfigError || error instanceof PolicyFileError || error instanceof DeploymentError;
  const isPortTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (!isMistake && !isPortTaken) throw error;
  console.error(isPortTaken ? 'The port is taken; set PORT to another one.' : (error as Error).message);
  process.exitCode = 1;
}
