import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '../../store/store.ts';

/** What opens the desk, and whether this program made it. */
export interface DeskToken {
  value: string;
  isGenerated: boolean;
}

/** The desk's token: the one that is configured, else one that is made once and kept in the store. */
export async function deskToken(store: Pick<Store, 'secret'>, configured: string | undefined): Promise<DeskToken> {
  if (configured !== undefined) return { value: configured, isGenerated: false };
  const value = await store.secret('desk-token', async () => randomBytes(18).toString('hex'));
  return { value, isGenerated: true };
}

/** Compares in a time that tells nothing of either text. */
export function isSameSecret(expected: string, given: string): boolean {
  const [one, other] = [expected, given].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(one, other);
}
