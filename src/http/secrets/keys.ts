import { randomBytes } from 'node:crypto';
import type { Store } from '../../store/store.ts';

/** The secrets of this deployment, made once and kept in the store. */
export interface Keys {
  /** Signs the tokens of the website channel; base64url of 32 random bytes. */
  directLine: string;
}

/** Loads the deployment's secrets, making those that are missing. */
export async function loadKeys(store: Store): Promise<Keys> {
  return { directLine: await store.secret('directline-hs256', async () => randomBytes(32).toString('base64url')) };
}
