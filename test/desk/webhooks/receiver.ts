import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const eventSchema = z.strictObject({
  type: z.string().regex(/^case\.[a-z_]+$/),
  timestamp: z.iso.datetime(),
  data: z.looseObject({ reference: z.string(), case: z.looseObject({ state: z.string() }) }),
});

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  event: z.infer<typeof eventSchema>;
}

/** Another system that is sent events; `answers` are given first, 204 after them. */
export async function startReceiver(...answers: ((response: ServerResponse) => void)[]) {
  const received: Received[] = [];
  let isDown = false;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    if (isDown) return status(503)(response);
    received.push({ headers: request.headers, body, event: eventSchema.parse(JSON.parse(body)) });
    const answer = answers.shift() ?? status(204);
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received,
    setDown(down: boolean) {
      isDown = down;
    },
  };
}

export function status(code: number, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    // restify takes the result of writeHead away.
    response.writeHead(code, headers);
    response.end();
  };
}
