// Starts the product: npm start. No static import of anything that an old Node could not read.
import { isNodeRecent } from './node-version.js';

if (isNodeRecent()) import('./run.js').then(({ run }) => run('main', { isBundleMade: true }));
else process.exitCode = 1;
