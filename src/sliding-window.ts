/** Counts events by key within a stretch of time that ends now. */
export interface SlidingWindow {
  isFull(key: string): boolean;
  /** Counts one; a full window stays as it is, so that it opens again in time. */
  add(key: string): void;
  /** Uncounts the last one. */
  takeBack(key: string): void;
}

export interface SlidingWindowOptions {
  /** The most that fit. */
  limit: number;
  lengthMs: number;
  /** The most keys that are remembered; beyond it the one that was counted longest ago is forgotten. */
  maxKeys: number;
  now(): Date;
}

/** A sliding window in memory, of at most `limit` instants for each of `mostKeys` keys. */
export function createSlidingWindow({ limit, lengthMs, maxKeys, now }: SlidingWindowOptions): SlidingWindow {
  const instants = new Map<string, number[]>();

  function recent(key: string): number[] {
    const since = now().getTime() - lengthMs;
    return (instants.get(key) ?? []).filter((instant) => instant > since);
  }

  return {
    isFull: (key) => recent(key).length >= limit,
    add(key) {
      const counted = recent(key);
      if (counted.length >= limit) return;
      // Deleted first, so that the map is in the order of counting.
      instants.delete(key);
      instants.set(key, [...counted, now().getTime()]);
      const [oldest] = instants.keys();
      if (instants.size > maxKeys && oldest !== undefined) instants.delete(oldest);
    },
    takeBack(key) {
      const rest = recent(key).slice(0, -1);
      if (rest.length === 0) instants.delete(key);
      else instants.set(key, rest);
    },
  };
}
