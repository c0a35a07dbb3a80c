import { hash } from 'node:crypto';
import { budgets } from '../../budgets.ts';
import { visibleName } from '../../dialogs/wording/visible-text.ts';
import type { SentToCustomer } from '../../machines/sent-files.ts';
import type { Store, StoredFile } from '../../store/store.ts';
import { kindOf } from './kinds.ts';
import { createFileLinks, deskFilePrefix } from './links.ts';

/** A file that was uploaded at a desk, to be sent in a message. */
export type UploadedFile = Pick<SentToCustomer, 'id' | 'name' | 'contentType'>;
/** Why a file is not taken. */
export type FileRefusal = 'no-case' | 'wrong-kind' | 'too-many';

/** The files that people send to customers; they are kept, and erased, with the conversation. */
export interface DeskFiles {
  /** Keeps a file for the customer of a case, once for each key. */
  keep(file: { reference: string; key: string; name: string; bytes: Uint8Array }): Promise<UploadedFile | FileRefusal>;
  /** Files of a case with their addresses, to be sent; `undefined` if one of them is not of this case. */
  toSend(reference: string, ids: readonly string[]): Promise<SentToCustomer[] | undefined>;
  /** The file that a customer's link leads to. */
  sentAt(token: string): Promise<StoredFile | undefined>;
}

/** As many again as a customer may send. */
const most = 2 * budgets.conversation.files;

export function createDeskFiles(deps: {
  store: Pick<Store, 'case' | 'keepFile' | 'file' | 'secret'>;
  publicUrl: string;
  now(): Date;
}): DeskFiles {
  const { store, now } = deps;
  const links = createFileLinks(deps);

  return {
    async keep({ reference, key, name, bytes }) {
      const filed = await store.case(reference);
      if (!filed) return 'no-case';
      const contentType = kindOf(bytes);
      if (contentType === undefined) return 'wrong-kind';
      const { conversationId } = filed;
      const id = deskFilePrefix + hash('sha256', JSON.stringify([conversationId, key])).slice(0, 32);
      const file = { id, name: visibleName(name).slice(0, 120) || 'file', contentType };
      const isKept = await store.keepFile({ ...file, conversationId, bytes, at: now().toISOString() }, most);
      return isKept ? file : 'too-many';
    },
    async toSend(reference, ids) {
      const filed = await store.case(reference);
      const files = await Promise.all(
        ids.map(async (id) => {
          const file = id.startsWith(deskFilePrefix) ? await store.file(id) : undefined;
          if (!file || file.conversationId !== filed?.conversationId) return undefined;
          return { id, name: file.name, contentType: file.contentType, url: await links.linkTo(id) };
        }),
      );
      const found = files.filter((file) => file !== undefined);
      return found.length === ids.length ? found : undefined;
    },
    async sentAt(token) {
      const id = await links.fileAt(token);
      return id === undefined ? undefined : store.file(id);
    },
  };
}
