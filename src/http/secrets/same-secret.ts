import { hash, timingSafeEqual } from 'node:crypto';

/** True if the two texts are the same; compared in a time that tells nothing of either, not even its length. */
export function isSameSecret(expected: string, given: string): boolean {
  return timingSafeEqual(hash('sha256', expected, 'buffer'), hash('sha256', given, 'buffer'));
}
