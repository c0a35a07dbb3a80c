import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A reply as a channel's service gets it. */
export interface Posted {
  id: string;
  path: string;
  text?: string;
  replyToId?: string;
  authorization?: string | undefined;
  channelData?: { returns?: { kind: string; id?: string; [name: string]: unknown } };
  [name: string]: unknown;
}

/** What the service does with a request instead of taking it. */
export type Failure = (response: ServerResponse) => void;

/** Answers with a status. */
export const status =
  (code: number, headers: Record<string, string> = {}): Failure =>
  (response) => {
    // restify takes the chaining away from every response in the process.
    response.writeHead(code, headers);
    response.end();
  };

/** Ends the connection without an answer. */
export const drop: Failure = (response) => void response.socket?.destroy();

/** A channel's service on this machine, until the test is over; it does what `failures` says first, one a request. */
export async function fakeConnector() {
  const failures: Failure[] = [];
  const accepted: Posted[] = [];
  const attempted: Posted[] = [];
  const server = createServer((request, response) => {
    void read(request).then((posted) => {
      attempted.push(posted);
      const fail = failures.shift();
      if (fail) return fail(response);
      accepted.push(posted);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `c${accepted.length}` }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    failures,
    /** Every reply the service took, in order. */
    accepted,
    /** Every post, taken or not. */
    attempted,
  };
}

async function read(request: IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const posted = JSON.parse(Buffer.concat(chunks).toString()) as Posted;
  return { ...posted, path: request.url ?? '', authorization: request.headers.authorization };
}
