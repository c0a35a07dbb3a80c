/** The growth of the pauses between attempts, in milliseconds. */
export interface Backoff {
  firstMs: number;
  maxMs: number;
  /** An effect of this age that fails once more is given up. */
  giveUpAfterMs: number;
}

/**
 * The pause after one more failure: twice the last up to `maxMs`, shortened by up to half so that many do not come at
 * once.
 */
export function retryDelay(
  { firstMs, maxMs }: Backoff,
  earlierAttempts: number,
  random: () => number = Math.random,
): number {
  const full = Math.min(maxMs, firstMs * 2 ** Math.min(earlierAttempts, 30));
  return Math.round(full * (1 - random() / 2));
}
