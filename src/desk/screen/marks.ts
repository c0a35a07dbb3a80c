import { z } from 'zod';
import type { DeskRow, DeskRows } from '../../store/desk-rows.ts';
import type { Store } from '../../store/store.ts';

const markSchema = z.object({ revision: z.number().int() });

/** Marks of an agent beyond this number are dropped, the oldest first. */
const keptMarks = 300;
const mostMarks = 400;

/** How far agents have read: a mark a case, up to a turn of its conversation. */
export interface Marks {
  /** Notes that an agent has seen a case up to a turn; an earlier turn than is known changes nothing. */
  read(agentId: string, at: { reference: string; conversationId: string; revision: number }): Promise<void>;
  /** By reference: the number of messages that customers have sent since; 0 where all is read. */
  unread(agentId: string): Promise<Record<string, number>>;
}

export function createMarks(store: DeskRows & Pick<Store, 'messagesSince'>, now: () => Date): Marks {
  return {
    async read(agentId, { reference, conversationId, revision }) {
      const known = await store.deskRow(kind, agentId, reference);
      if (known && revisionOf(known) >= revision) return;
      const row = { kind, owner: agentId, key: reference, conversationId, data: { revision } };
      await store.keepDeskRow({ ...row, at: now().toISOString() });
    },
    async unread(agentId) {
      const marks = await store.deskRows({ kind, owner: agentId });
      if (marks.length > mostMarks) await forgetOldest(store, marks);
      const since = marks.flatMap((row) =>
        row.conversationId === undefined ? [] : [{ conversationId: row.conversationId, revision: revisionOf(row) }],
      );
      const counts = new Map((await store.messagesSince(since)).map((one) => [one.conversationId, one.count]));
      return Object.fromEntries(marks.map(({ key, conversationId = '' }) => [key, counts.get(conversationId) ?? 0]));
    },
  };
}

const kind = 'read';

function revisionOf({ data }: DeskRow): number {
  return markSchema.safeParse(data).data?.revision ?? 0;
}

async function forgetOldest(store: DeskRows, marks: DeskRow[]): Promise<void> {
  const oldestFirst = marks.toSorted((one, other) => one.at.localeCompare(other.at));
  for (const { owner, key } of oldestFirst.slice(0, -keptMarks)) await store.dropDeskRow(kind, owner, key);
}
