import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, ReturnsError } from '../errors.ts';

/** An answer other than success; `message` is written for the caller and holds nothing private. */
export class HttpError extends ReturnsError {
  readonly statusCode: number;
  readonly code: string;
  /** When it is worth trying again. */
  readonly retryAfterSeconds: number | undefined;
  constructor(
    statusCode: number,
    code: string,
    message: string,
    { retryAfterSeconds, ...options }: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The most bytes of an unwanted body that are read and thrown away so that the caller gets to see the answer. */
const DISCARD_BYTES = 16 * 1024 * 1024;
const DISCARD_MS = 3_000;

/** The body of every error on every route. */
export function errorBody({ code, message }: HttpError): string {
  return JSON.stringify({ error: { code, message } });
}

/** What may work in a moment, here or on another process, by the code of the error. */
const passing: Readonly<Record<string, string>> = {
  'store-full': 'there is no room to keep anything just now; send it again in a moment',
  'store-unavailable': 'nothing can be kept just now; send it again in a moment',
  'newer-record': 'a newer version of this program has been here; send it again in a moment',
};

/** True if the request was refused for something that is to pass by itself, which is worth a line in the log. */
export function isPassing({ code }: HttpError): boolean {
  return passing[code] !== undefined;
}

/**
 * The part of an error that the caller may know; whatever is not an `HttpError`, a missing route or soon over is
 * `internal`.
 */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const code = codeOf(error) ?? '';
  const hope = passing[code];
  if (hope !== undefined) return new HttpError(503, code, hope, { cause: error, retryAfterSeconds: 2 });
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResourceNotFoundError') return new HttpError(404, 'not-found', 'there is nothing at this address');
  if (name === 'MethodNotAllowedError') {
    return new HttpError(405, 'method-not-allowed', 'this address does not take this method');
  }
  return new HttpError(500, 'internal', 'something went wrong here; please send it again');
}

/** Answers with the error, unless an answer was begun already. */
export async function sendError(req: IncomingMessage, res: ServerResponse, error: HttpError): Promise<void> {
  if (res.headersSent) return;
  const body = errorBody(error);
  const isUnread = !req.complete;
  res.writeHead(error.statusCode, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...(error.retryAfterSeconds !== undefined && { 'Retry-After': String(error.retryAfterSeconds) }),
    ...(isUnread && { Connection: 'close' }),
  });
  if (isUnread) {
    // Closing while the caller still writes would reset the connection and lose the answer on its way.
    res.write(body);
    await discard(req);
    res.end();
  } else {
    res.end(body);
  }
}

async function discard(req: IncomingMessage): Promise<void> {
  const enough = new AbortController();
  let bytes = 0;
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DISCARD_BYTES) enough.abort();
  });
  req.once('close', () => enough.abort());
  req.once('end', () => enough.abort());
  await wait(DISCARD_MS, undefined, { signal: enough.signal }).catch(() => undefined);
}
