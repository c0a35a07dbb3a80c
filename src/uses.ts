/** Counts uses of keys in stretches of time; the store's counts over all processes. */
export interface Uses {
  /** Counts one use of `key` and returns the number of its uses in the `windowMs` before `at`, this one included. */
  countUse(key: string, at: string, windowMs: number): Promise<number>;
  /** Uncounts the last use of `key` in the `windowMs` before `at`. */
  takeBackUse(key: string, at: string, windowMs: number): Promise<void>;
}

/** Uses in the memory of this process, of at most `maxKeys` keys: beyond it the one used longest ago is forgotten. */
export function createMemoryUses(maxKeys = 50_000): Uses {
  const instants = new Map<string, number[]>();

  function recent(key: string, at: string, windowMs: number): number[] {
    const since = Date.parse(at) - windowMs;
    return (instants.get(key) ?? []).filter((instant) => instant > since);
  }

  function keep(key: string, uses: number[]): void {
    // Deleted first, so that the map is in the order of use.
    instants.delete(key);
    if (uses.length > 0) instants.set(key, uses);
    const [oldest] = instants.keys();
    if (instants.size > maxKeys && oldest !== undefined) instants.delete(oldest);
  }

  return {
    async countUse(key, at, windowMs) {
      const uses = [...recent(key, at, windowMs), Date.parse(at)];
      keep(key, uses);
      return uses.length;
    },
    async takeBackUse(key, at, windowMs) {
      keep(key, recent(key, at, windowMs).slice(0, -1));
    },
  };
}

/**
 * Counts one use unless there are `limit` already; true if it was counted. A full window stays as it is, so that it
 * opens again in time, and who goes on trying costs nothing more.
 */
export async function useOne(
  uses: Uses,
  key: string,
  { limit, windowMs, now }: { limit: number; windowMs: number; now: Date },
): Promise<boolean> {
  const at = now.toISOString();
  if ((await uses.countUse(key, at, windowMs)) <= limit) return true;
  await uses.takeBackUse(key, at, windowMs);
  return false;
}
