import { z } from 'zod';
import { ReturnsError } from '../errors.ts';

/** The store cannot be written or read now; nothing of what was to be written is kept. */
export class StoreUnavailableError extends ReturnsError {
  readonly code: 'store-full' | 'store-unavailable';

  constructor(code: 'store-full' | 'store-unavailable', options: ErrorOptions) {
    super('the store cannot be written or read now', options);
    this.code = code;
  }
}

/** SQLite's result codes, without what they are extended by: https://sqlite.org/rescode.html */
const sqlite = { busy: 5, readOnly: 8, ioError: 10, full: 13, cannotOpen: 14 } as const;
const sqliteOutages = new Set<number>([sqlite.busy, sqlite.readOnly, sqlite.ioError, sqlite.cannotOpen]);

/** Codes of the system, and classes of PostgreSQL's SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const fullCodes = /^(ENOSPC|EDQUOT|EFBIG|53100)$/;
const outageCodes =
  /^(EROFS|EIO|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|53\w{3}|57P\w{2}|25006)$/;

const failureSchema = z.looseObject({ code: z.string().optional(), errcode: z.number().optional() });

/** What was thrown, as an outage of the store if it is one; `undefined` for any other error. */
export function storeOutage(cause: unknown): StoreUnavailableError | undefined {
  if (cause instanceof StoreUnavailableError) return cause;
  const { code = '', errcode = 0 } = failureSchema.safeParse(cause).data ?? {};
  const result = code === 'ERR_SQLITE_ERROR' ? errcode & 0xff : 0;
  if (result === sqlite.full || fullCodes.test(code)) return new StoreUnavailableError('store-full', { cause });
  if (sqliteOutages.has(result) || outageCodes.test(code))
    return new StoreUnavailableError('store-unavailable', { cause });
  return undefined;
}
