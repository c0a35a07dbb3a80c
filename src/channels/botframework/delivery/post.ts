import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { codeOf } from '../../../errors.ts';

/** Connections are kept, so that not every reply begins with a handshake. */
const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/** A request whose body is text. */
export interface Post {
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

/** The part of an answer that counts. */
export interface Posted {
  status: number;
  retryAfter: string | null;
}

/** An answer that is longer, or takes longer, ends its connection. */
const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_ANSWER_MS = 5_000;

/**
 * Posts to an address, without following a redirect or using the answer's body; throws where no answer comes. It is
 * made of Node's own client, which does less for a post than `fetch`.
 */
export function post(address: string, request: Post): Promise<Posted> {
  return send(new URL(address), request, false);
}

function send(url: URL, request: Post, isAgain: boolean): Promise<Posted> {
  const { headers, body, signal } = request;
  const { promise, resolve, reject } = Promise.withResolvers<Posted>();
  const isSecure = url.protocol === 'https:';
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    agent: isSecure ? agents.https : agents.http,
    signal,
  };
  const sent = (isSecure ? httpsRequest : httpRequest)(url, options, (response) => {
    dispose(response);
    resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null });
  });
  sent.once('error', (error) => {
    // The other side closed a kept connection just then, so it has read nothing.
    const isStale = sent.reusedSocket && codeOf(error) === 'ECONNRESET';
    if (isStale && !isAgain) resolve(send(url, request, true));
    else reject(error);
  });
  sent.end(body);
  return promise;
}

/** Reads a body to its end, so that its connection can be used again. */
function dispose(response: IncomingMessage): void {
  let bytes = 0;
  const deadline = setTimeout(() => response.destroy(), MAX_ANSWER_MS).unref();
  response
    .on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_ANSWER_BYTES) response.destroy();
    })
    .on('error', () => undefined)
    .once('close', () => clearTimeout(deadline));
}
