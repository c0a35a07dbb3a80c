import { once } from 'node:events';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { stopListening } from '../../src/http/listening.ts';

const messageSchema = z.object({ codes: z.array(z.string()).optional() });

/** Clients of a thread of their own, each with a new connection for each request; resolves once some were answered. */
async function crowd(port: number, clients: number) {
  const worker = new Worker(new URL('../fixtures/new-connections.ts', import.meta.url), {
    workerData: { port, clients },
  });
  onTestFinished(async () => void (await worker.terminate()));
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const busy = Promise.withResolvers<void>();
  let answers = 0;
  worker.on('message', (message) => {
    const { codes } = messageSchema.parse(message);
    if (codes) return resolve(codes);
    answers += 1;
    return answers === 5 * clients ? busy.resolve() : undefined;
  });
  await busy.promise;
  return { lastCodes: promise };
}

test('clients who never pause and keep no connection are refused after the last answer, and not reset', async () => {
  const lastCodes: string[] = [];
  for (let stop = 0; stop < 3; stop += 1) {
    const server = createServer((_req, res) => {
      // As long as a turn, so that others wait meanwhile.
      for (const end = performance.now() + 2; performance.now() < end; );
      res.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const clients = await crowd(address.port, 12);
    await stopListening(server, 50);
    lastCodes.push(...(await clients.lastCodes));
    server.closeAllConnections();
  }
  // Only the kernel knows who comes in the very last microseconds.
  expect(lastCodes.filter((code) => code !== 'ECONNREFUSED').length).toBeLessThan(3);
  expect(lastCodes).toHaveLength(36);
}, 60_000);
