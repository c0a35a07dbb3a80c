import { randomBytes } from 'node:crypto';
import type { Store } from '../../store/store.ts';

/** The token that opens the desk. */
export interface DeskToken {
  value: string;
  source: 'configured' | 'made-now' | 'kept';
}

/** The desk's token: the one that is configured, else one that is made once and kept in the store. */
export async function deskToken(store: Pick<Store, 'secret'>, configured: string | undefined): Promise<DeskToken> {
  if (configured !== undefined) return { value: configured, source: 'configured' };
  let source: DeskToken['source'] = 'kept';
  const value = await store.secret('desk-token', async () => {
    source = 'made-now';
    return randomBytes(18).toString('hex');
  });
  return { value, source };
}
