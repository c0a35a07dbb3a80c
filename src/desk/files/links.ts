import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../http/secrets/same-secret.ts';
import type { Store } from '../../store/store.ts';

/** The addresses at which customers fetch what people sent them. */
export interface FileLinks {
  linkTo(fileId: string): Promise<string>;
  /** The id of the file that an address of ours leads to; `undefined` for any other. */
  fileAt(token: string): Promise<string | undefined>;
}

/** Files of the desk are told by this from those of customers, which no link opens. */
export const deskFilePrefix = 'desk-';

/** Signed links, which hold as long as the file is kept; the key is made once and kept in the store. */
export function createFileLinks({ store, publicUrl }: { store: Pick<Store, 'secret'>; publicUrl: string }): FileLinks {
  const key = (): Promise<string> =>
    store.secret('desk-files-hs256', async () => randomBytes(32).toString('base64url'));
  const signed = async (id: string): Promise<string> =>
    createHmac('sha256', await key())
      .update(id)
      .digest('base64url');

  return {
    linkTo: async (id) => `${publicUrl}/files/${id}.${await signed(id)}`,
    async fileAt(token) {
      const [id = '', signature = ''] = token.split('.', 2);
      const isOurs = id.startsWith(deskFilePrefix) && isSameSecret(await signed(id), signature);
      return isOurs ? id : undefined;
    },
  };
}
