import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, ReturnsError } from '../errors.ts';
import { storeOutage } from '../store/unavailable.ts';

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

/**
 * The part of an error that the caller may know; an outage of the store is 503, and whatever else is no
 * `HttpError` and no missing route is `internal`.
 */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResourceNotFoundError') return new HttpError(404, 'not-found', 'there is nothing at this address');
  if (name === 'MethodNotAllowedError') {
    return new HttpError(405, 'method-not-allowed', 'this address does not take this method');
  }
  const outage = storeOutage(error);
  if (outage) {
    return new HttpError(503, outage.code, 'this could not be stored now; please send it again in a moment', {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
  if (codeOf(error) === 'newer-record') {
    // In a rolling deploy the next try may come to a process that can read it.
    const message = 'a newer version of this program has been here; please send it again in a moment';
    return new HttpError(503, 'newer-record', message, { cause: error, retryAfterSeconds: 2 });
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
