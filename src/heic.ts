import { createQueue } from './dialogs/turns/queue.ts';
import { isTooLargeHeic, type ReadHeic } from './http/heic.ts';
import { startThread } from './thread.ts';

/** A phone's picture takes a second or two; who sends one waits for the answer. */
const LONGEST_MS = 10_000;

/**
 * Reads HEIC pictures one after the other, each in a thread that is ended after ten seconds: what decodes them is a
 * library for bytes that anybody sends.
 */
export function createHeicReader(longestMs = LONGEST_MS): ReadHeic {
  const inTurn = createQueue();
  return (bytes) =>
    isTooLargeHeic(bytes) ? Promise.resolve(undefined) : inTurn('heic', () => inThread(bytes, longestMs));
}

function inThread(bytes: Uint8Array, longestMs: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const worker = startThread('heic-worker', bytes);
    const timer = setTimeout(() => end(undefined), longestMs);
    const end = (jpeg: Uint8Array | undefined): void => {
      clearTimeout(timer);
      resolve(jpeg);
      void worker.terminate();
    };
    worker.once('message', (jpeg: Uint8Array) => end(jpeg));
    // Whatever is wrong with the picture: it cannot be read here.
    worker.once('error', () => end(undefined));
    worker.once('exit', () => end(undefined));
  });
}
