// Runs the command line: npm run returns. It makes no bundle, for one command is sooner done from the sources.
import { isNodeRecent } from './node-version.js';

if (isNodeRecent()) import('./run.js').then(({ run }) => run('cli', { isBundleMade: false }));
else process.exitCode = 2;
