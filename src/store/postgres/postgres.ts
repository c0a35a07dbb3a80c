import { changeOf, createChanges, ownChangeOf } from '../changes.ts';
import type { Store } from '../store.ts';
import { casesOn } from './cases.ts';
import { openDatabase, type PostgresSettings } from './database.ts';
import { deskRowsOn } from './desk-rows.ts';
import { erasingOn } from './erasing.ts';
import { findingOn } from './finding.ts';
import { keptOn } from './kept.ts';
import { KnownConversations } from './known.ts';
import { startListener } from './listener.ts';
import { migratePostgres } from './migrate.ts';
import { outboxOn } from './outbox.ts';
import { ratesOn } from './rates.ts';
import { talksOn } from './talks.ts';
import { turnsOn } from './turns.ts';
import { usesOn } from './uses.ts';

/**
 * Opens a database that any number of processes share, and brings it to the newest schema. Throws
 * StoreUnavailableError or NewerDatabaseError, and an error of the driver when the database refuses us.
 */
export async function openPostgresStore(settings: PostgresSettings): Promise<Store> {
  await migratePostgres(settings);
  const database = openDatabase(settings);
  const changes = createChanges();
  const listener = startListener(settings, changes);
  await listener.ready();
  const onCommit: Parameters<typeof turnsOn>[2] = (turn, committed) => {
    changes.tell(ownChangeOf(turn, committed));
    listener.announce({ change: changeOf(turn) });
  };
  const known = new KnownConversations();
  // Of a commit of this process it knows more than was told.
  changes.watch(({ conversationId, messages }) => messages ?? known.forget(conversationId));
  const erasing = erasingOn(database);
  return {
    ...turnsOn(database, known, onCommit),
    ...outboxOn(database),
    ...casesOn(database),
    ...keptOn(database),
    ...usesOn(database),
    ...ratesOn(database),
    ...talksOn(database),
    ...deskRowsOn(database),
    ...findingOn(database),
    ...erasing,
    async erase(erasure) {
      const erased = await erasing.erase(erasure);
      const { conversationId, isDryRun } = erasure;
      known.forget(conversationId);
      if (erased && !isDryRun) listener.announce({ change: { conversationId } });
      return erased;
    },
    watch: changes.watch,
    watchTyping: changes.watchTyping,
    tellTyping(conversationId) {
      changes.tellTyping(conversationId);
      listener.announce({ typing: conversationId });
    },
    async close() {
      await listener.close();
      await database.close();
    },
  };
}
