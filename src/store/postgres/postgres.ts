import { changeOf, createChanges } from '../changes.ts';
import type { Store } from '../store.ts';
import { casesOn } from './cases.ts';
import { openDatabase, type PostgresSettings } from './database.ts';
import { deskRowsOn } from './desk-rows.ts';
import { erasingOn } from './erasing.ts';
import { findingOn } from './finding.ts';
import { keptOn } from './kept.ts';
import { startListener } from './listener.ts';
import { migratePostgres } from './migrate.ts';
import { outboxOn } from './outbox.ts';
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
  const onCommit: Parameters<typeof turnsOn>[1] = (turn) => {
    const change = changeOf(turn);
    changes.tell(change);
    listener.announce({ change });
  };
  return {
    ...turnsOn(database, onCommit),
    ...outboxOn(database),
    ...casesOn(database),
    ...keptOn(database),
    ...usesOn(database),
    ...talksOn(database),
    ...deskRowsOn(database),
    ...erasingOn(database),
    ...findingOn(database),
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
