/** The growth of the pauses between attempts, in milliseconds. */
export interface Backoff {
  firstMs: number;
  maxMs: number;
  /** After so many attempts that failed an effect is given up; no clock says so, which may step. */
  maxAttempts: number;
}

/**
 * The pause after one more failure: twice the last up to `maxMs`, shortened by up to half so that many do not come at
 * once.
 */
export function retryDelay(
  { firstMs, maxMs }: Pick<Backoff, 'firstMs' | 'maxMs'>,
  earlierAttempts: number,
  random: () => number = Math.random,
): number {
  const full = Math.min(maxMs, firstMs * 2 ** Math.min(earlierAttempts, 30));
  return Math.round(full * (1 - random() / 2));
}
