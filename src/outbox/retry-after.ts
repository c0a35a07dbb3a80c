/** However long the other side asks for, it is tried again after an hour. */
const MAX_MS = 60 * 60 * 1_000;

/** The pause a `Retry-After` header asks for, in seconds or until a date; `undefined` when it says nothing usable. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MAX_MS);
}
