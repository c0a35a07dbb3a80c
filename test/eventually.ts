import { vi } from 'vitest';

/** So long that only what never happens is not waited for; below the time-out of a test. */
export const patienceMs = 60_000;

/** Waits until `check` no longer throws, and resolves to what it returns; rejects with its last error after a minute. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: patienceMs, interval: 20 });
}
