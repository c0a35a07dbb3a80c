import { runCommandLine } from './command-line.ts';
import { readEnvironment } from './config.ts';

// A reader that leaves early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  signals: process,
  environment: readEnvironment,
});
