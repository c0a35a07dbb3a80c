import { codeOf } from '../errors.ts';
import { isRefusal, sqlStateOf } from './postgres/refusals.ts';
import { storeOutage } from './unavailable.ts';

/** Codes of an unusable data folder: not writable, no folder, full, no database, or one of a newer program. */
const unusable = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'EIO',
  'store-full',
  'store-unavailable',
  'ENOSPC',
  'ERR_SQLITE_ERROR',
  'newer-database',
]);

/** True for an error that tells of the data folder, and of no mistake in this program. */
export function isUnusableFolder(error: Error): boolean {
  return unusable.has(codeOf(error) ?? '');
}

/** True for an error that tells of the database server, and of no mistake in this program. */
export function isUnusableDatabase(error: Error): boolean {
  return isRefusal(error) || ['newer-database', 'store-full', 'store-unavailable'].includes(codeOf(error) ?? '');
}

/** https://sqlite.org/rescode.html#notadb */
const SQLITE_NOTADB = 26;

/** What to do about a data folder that cannot be used, to stand behind what is wrong with it; '' where that says it. */
export function folderAdvice(cause: Error): string {
  const code = codeOf(cause);
  if (code === 'newer-database') return '';
  if (storeOutage(cause)?.code === 'store-full') return '; make room on its disk, or set DATA_DIR to another one';
  if ('errcode' in cause && cause.errcode === SQLITE_NOTADB)
    return '; restore a backup of it with "returns restore <file>", or set DATA_DIR to another folder';
  return code === 'ERR_SQLITE_ERROR'
    ? '; set DATA_DIR to a folder of its own, on a disk that works'
    : '; set DATA_DIR to a folder that this program may make and write';
}

/** What to do by the SQLSTATE of a refusal: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const refusalAdvice: Record<string, string> = {
  '3D000': '; make it with createdb, or name one that there is',
  '28000': '; see that its user may use it',
  '28P01': '; see that its user and password are right',
  '42501': '; let its user make and change tables there',
};

/** Likewise about a database that cannot be used. */
export function databaseAdvice(cause: Error): string {
  const refusal = [cause, cause.cause].find(isRefusal);
  if (refusal) return refusalAdvice[sqlStateOf(refusal) ?? ''] ?? '';
  switch (codeOf(cause)) {
    case 'store-full':
      return '; make room on the disk of the database server';
    case 'store-unavailable':
      return '; see that the database server runs and can be reached from here';
    default:
      return '';
  }
}

/** The innermost error says what happened; several attempts at one name are one. */
export function reasonOf(error: Error): string {
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
}
