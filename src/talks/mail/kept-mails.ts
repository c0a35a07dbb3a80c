import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../store/store.ts';

/** Where e-mails are written that no server takes. */
export function mailFolder({ dataDir }: { dataDir: string }): string {
  return join(dataDir, 'mail');
}

/** The beginning of the names of a conversation's e-mails in a folder, by which nobody learns its id. */
export function markOf(conversationId: string): string {
  return `${createHash('sha256').update(conversationId).digest('hex').slice(0, 24)}-`;
}

/** The same store; what it erases of a conversation has no e-mail left in the folder either. */
export function forgettingMails(store: Store, folder: string): Store {
  return {
    ...store,
    async erase(erasure) {
      const erased = await store.erase(erasure);
      if (erased && !erasure.isDryRun) await forgetMails(folder, erasure.conversationId);
      return erased;
    },
  };
}

async function forgetMails(folder: string, conversationId: string): Promise<void> {
  if (!existsSync(folder)) return;
  const own = (await readdir(folder)).filter((name) => name.startsWith(markOf(conversationId)));
  await Promise.all(own.map((name) => rm(join(folder, name), { force: true })));
}
