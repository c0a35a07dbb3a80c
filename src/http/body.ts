import type { IncomingMessage } from 'node:http';
import { budgets } from '../budgets.ts';
import { HttpError } from './errors.ts';
import { shapeOf } from './json-shape.ts';

const { allBodiesBytes, jsonBytes, jsonDepth, jsonValues } = budgets.request;

/** Bytes that the bodies which are being read now may come to. */
let reserved = 0;

/**
 * Reads a request's body; throws 413 as soon as it is known to be longer than `limit` bytes, without reading on, and 503
 * while too many others are being read.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = req.headers['content-length'];
  if (Number(declared ?? 0) > limit) throw tooLarge(limit);
  const bytes = declared === undefined ? limit : Number(declared);
  if (reserved + bytes > allBodiesBytes) {
    throw new HttpError(503, 'busy', 'too much is being sent at this moment; try again', { retryAfterSeconds: 2 });
  }
  reserved += bytes;
  return collect(req, limit).finally(() => {
    reserved -= bytes;
  });
}

function tooLarge(limit: number): HttpError {
  return new HttpError(413, 'too-large', `the body is larger than ${limit / 1024} KB`);
}

function collect(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on('data', onData).once('end', onEnd).once('error', onGone).once('close', onGone);

    function onData(chunk: Buffer): void {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else finish(() => reject(tooLarge(limit)));
    }
    function onEnd(): void {
      finish(() => resolve(Buffer.concat(chunks)));
    }
    function onGone(): void {
      finish(() => reject(new HttpError(400, 'incomplete', 'the body ended too early')));
    }
    function finish(then: () => void): void {
      req.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      // Whoever answers decides what becomes of the rest; an error on the way must not be thrown.
      req.on('error', () => undefined);
      then();
    }
  });
}

/**
 * Reads a JSON body; an empty one is `undefined`. Throws 413, and 400 when it is not JSON in UTF-8, nested too deep, or
 * of too many values.
 */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(req, jsonBytes);
  return bytes.length === 0 ? undefined : parseJson(bytes);
}

/** Parses JSON in UTF-8; throws 400 when it is none, nested too deep, or of too many values, and 413 as above. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > jsonBytes) throw tooLarge(jsonBytes);
  const { depth, values } = shapeOf(bytes);
  if (depth > jsonDepth) throw new HttpError(400, 'too-deep', `JSON nested deeper than ${jsonDepth}`);
  if (values > jsonValues) throw new HttpError(400, 'too-many-values', `JSON of more than ${jsonValues} values`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new HttpError(400, 'invalid-json', 'the body is not JSON', { cause });
  }
}
