import { createHmac, hash, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../../http/secrets/same-secret.ts';
import type { Store } from '../../../store/store.ts';

const lifeMs = 5 * 60_000;
const randomLength = 22;

/**
 * Challenges for passkeys: signed with what they are for, so that asking for one leaves nothing in the store; five
 * minutes long, and taken once.
 */
export interface Challenges {
  make(purpose: string): string;
  /** True the first time that this challenge, made for this purpose, comes back in time. */
  take(challenge: string, purpose: string): Promise<boolean>;
}

/** `challenge` is what a browser signs: base64url of our text. */
export async function createChallenges(
  store: Pick<Store, 'secret' | 'firstSeen'>,
  now: () => Date,
): Promise<Challenges> {
  const secret = await store.secret('desk-passkeys-hs256', async () => randomBytes(32).toString('base64url'));
  const sign = (nonce: string, until: string, purpose: string): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([nonce, until, purpose]))
      .digest('base64url');

  return {
    make(purpose) {
      const nonce = randomBytes(16).toString('base64url');
      const until = (now().getTime() + lifeMs).toString(36);
      return `${nonce}${until}.${sign(nonce, until, purpose)}`;
    },
    async take(challenge, purpose) {
      const [made = '', signature = ''] = challenge.split('.');
      const [nonce, until] = [made.slice(0, randomLength), made.slice(randomLength)];
      if (!isSameSecret(sign(nonce, until, purpose), signature)) return false;
      const end = Number.parseInt(until, 36);
      if (end <= now().getTime()) return false;
      const key = `desk passkey challenge ${hash('sha256', challenge, 'base64url')}`;
      return store.firstSeen(key, new Date(end).toISOString(), now().toISOString());
    },
  };
}
