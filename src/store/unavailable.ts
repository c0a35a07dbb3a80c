import { z } from 'zod';
import { ReturnsError } from '../errors.ts';
import type { Store } from './store.ts';

/**
 * The store cannot be reached, or cannot write: nothing of the call is known to have been kept. The same call may work
 * later; a turn that comes again under its key is not written twice.
 */
export class StoreUnavailableError extends ReturnsError {
  readonly code: 'store-unavailable' | 'store-full';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = isFull(options?.cause) ? 'store-full' : 'store-unavailable';
  }
}

/** See https://sqlite.org/rescode.html */
const sqliteFull = 13;
/** Codes of the system, and PostgreSQL's `disk_full`. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);
const failureSchema = z.looseObject({ code: z.string().optional(), errcode: z.number().optional() });

/** True if a store cannot write because its disk has no room. */
export function isFull(error: unknown): boolean {
  const { code = '', errcode = 0 } = failureSchema.safeParse(error).data ?? {};
  return fullCodes.has(code) || (code === 'ERR_SQLITE_ERROR' && (errcode & 0xff) === sqliteFull);
}

/** Lets `call` fail with a StoreUnavailableError where its error is one by `isUnavailable`. */
export async function orUnavailable<T>(call: () => Promise<T>, isUnavailable: (error: unknown) => boolean): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!isUnavailable(cause)) throw cause;
    throw new StoreUnavailableError('the store cannot be used just now', { cause });
  }
}

/** The same store, whose calls fail with a StoreUnavailableError where their error is one by `isUnavailable`. */
export function withUnavailable(store: Store, isUnavailable: (error: unknown) => boolean): Store {
  return new Proxy(store, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...values: unknown[]): unknown => {
        const result: unknown = Reflect.apply(call, target, values);
        return result instanceof Promise ? orUnavailable(() => result, isUnavailable) : result;
      };
    },
  });
}
