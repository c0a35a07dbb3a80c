/** Counts uses of a key in their window, over all processes where the store does. */
export interface UseCounter {
  countUse(key: string, at: string, windowMs: number): Promise<number>;
}

/** The most keys that are counted in memory. */
const MAX_KEYS = 100_000;
const HOUR_MS = 60 * 60_000;

/** How often each thing may be done within how long. */
const limits = {
  /** Codes that one chat asks for. */
  asked: { most: 3, windowMs: HOUR_MS },
  /** Codes that are sent for one reference, whoever asks. */
  coded: { most: 3, windowMs: HOUR_MS },
  /** Codes that are tried in one chat. */
  tried: { most: 5, windowMs: HOUR_MS },
  /** Links that one chat asks for. */
  linked: { most: 3, windowMs: HOUR_MS },
  /** Links to one address, which anybody can name: codes and news do not count, or strangers could hold them up. */
  addressed: { most: 10, windowMs: 24 * HOUR_MS },
} as const;

/** Allows so many uses of each kind and key. */
export interface TalkLimits {
  /** Counts one; true if it is allowed. */
  allows(kind: keyof typeof limits, key: string): Promise<boolean>;
}

/** The limits of what brings customers back to their talks. */
export function createTalkLimits(counter: UseCounter, now: () => Date): TalkLimits {
  return {
    async allows(kind, key) {
      const { most, windowMs } = limits[kind];
      return (await counter.countUse(`talk ${kind} ${key}`, now().toISOString(), windowMs)) <= most;
    },
  };
}

/** Counts in the memory of this process. */
export function createUseCounter(): UseCounter {
  const uses = new Map<string, number[]>();
  return {
    async countUse(key, at, windowMs) {
      const now = Date.parse(at);
      const counted = [...(uses.get(key) ?? []).filter((instant) => instant > now - windowMs), now];
      // Deleted first, so that the map is in the order of counting, and the oldest is forgotten.
      uses.delete(key);
      uses.set(key, counted);
      const [oldest] = uses.keys();
      if (uses.size > MAX_KEYS && oldest !== undefined) uses.delete(oldest);
      return counted.length;
    },
  };
}
