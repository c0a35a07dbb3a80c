import { type Uses, useOne } from '../uses.ts';

const HOUR_MS = 60 * 60_000;

/** How often each thing may be done within how long. */
const limits = {
  /** Codes that one chat asks for. */
  asked: { limit: 3, windowMs: HOUR_MS },
  /** Codes that are sent for one reference, whoever asks. */
  coded: { limit: 3, windowMs: HOUR_MS },
  /** Codes that are tried in one chat. */
  tried: { limit: 5, windowMs: HOUR_MS },
  /** Links that one chat asks for. */
  linked: { limit: 3, windowMs: HOUR_MS },
  /** Links to one address, which anybody can name: codes and news do not count, or strangers could hold them up. */
  addressed: { limit: 10, windowMs: 24 * HOUR_MS },
} as const;

/** Allows so many uses of each kind and key. */
export interface TalkLimits {
  /** Counts one; true if it is allowed. */
  allows(kind: keyof typeof limits, key: string): Promise<boolean>;
}

/** The limits of what brings customers back to their talks. */
export function createTalkLimits(uses: Uses, now: () => Date): TalkLimits {
  return { allows: (kind, key) => useOne(uses, `talk ${kind} ${key}`, { ...limits[kind], now: now() }) };
}
