/** Result codes of SQLite (https://sqlite.org/rescode.html) that say that the file cannot be read or written now. */
const codes = new Set([
  5, // SQLITE_BUSY: another process holds the file for longer than we wait
  8, // SQLITE_READONLY
  10, // SQLITE_IOERR
  13, // SQLITE_FULL
  14, // SQLITE_CANTOPEN
]);

/** True if SQLite could not read or write its file, such as on a full disk; not if it refused a statement. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  // The upper bits say more of the same.
  return codes.has(error.errcode & 0xff);
}
