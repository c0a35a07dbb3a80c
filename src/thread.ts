import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A thread for one policy that needs more is ended. */
const MAX_MEGABYTES = 700;

/** Starts a thread of its own, which gets `workerData` and no more memory than one policy may need. */
export function startThread(name: 'plan-worker' | 'load-worker' | 'heic-worker', workerData: unknown): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MAX_MEGABYTES };
  // The decoder of pictures writes lines of its own about each that it cannot read.
  const isQuiet = name === 'heic-worker';
  return new Worker(fileOf(name), { workerData, resourceLimits, stdout: isQuiet, stderr: isQuiet });
}

/** Beside this module, in the sources as in a bundle of them. */
function fileOf(name: string): string {
  const bundled = join(import.meta.dirname, `${name}.js`);
  return existsSync(bundled) ? bundled : join(import.meta.dirname, `${name}.ts`);
}
