import type { IncomingMessage } from 'node:http';
import { HttpError } from './errors.ts';

/** The largest JSON body any route takes. */
const JSON_LIMIT_BYTES = 256 * 1024;
const JSON_DEPTH = 32;

/** Reads a request's body; throws 413 as soon as it is known to be longer than `limit` bytes, without reading on. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = (): HttpError => new HttpError(413, 'too-large', `the body is larger than ${limit / 1024} KB`);
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    req.on('data', onData).once('end', onEnd).once('error', onGone).once('close', onGone);

    function onData(chunk: Buffer): void {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else finish(() => reject(tooLarge()));
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
 * Reads a JSON body; an empty one is `undefined`. Throws 413, and 400 when it is not JSON in UTF-8 or nested too deep.
 */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(req, JSON_LIMIT_BYTES);
  return bytes.length === 0 ? undefined : parseJson(bytes);
}

/** Parses JSON in UTF-8; throws 400 when it is none, or nested so deep that recursion over it would overflow. */
export function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new HttpError(400, 'invalid-json', 'the body is not JSON', { cause });
  }
  if (isDeeperThan(JSON_DEPTH, value)) throw new HttpError(400, 'too-deep', `JSON nested deeper than ${JSON_DEPTH}`);
  return value;
}

function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
