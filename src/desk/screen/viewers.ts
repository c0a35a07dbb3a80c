import { z } from 'zod';
import type { Agent } from '../../machines/case.ts';
import type { DeskRow, DeskRows } from '../../store/desk-rows.ts';

const dataSchema = z.object({ name: z.string(), reference: z.string(), typedAt: z.string().optional() });

/** Somebody who has a case open. */
export interface Viewer {
  reference: string;
  agent: Agent;
  isTyping: boolean;
}

/** Who has which case open, told by the pages themselves every half a minute. */
export interface Viewers {
  /** Notes what is open in one browser of an agent: a case, or none. */
  tell(
    place: { agent: Agent; sessionId: string },
    open: { reference: string; isTyping: boolean } | undefined,
  ): Promise<void>;
  /** The others who are there now. */
  others(agentId: string): Promise<Viewer[]>;
}

/** A page that has said nothing for so long is gone. */
const hereMs = 75_000;
const typingMs = 8_000;
const forgottenMs = 3_600_000;

export function createViewers(store: DeskRows, now: () => Date): Viewers {
  const age = (instant: string): number => now().getTime() - Date.parse(instant);

  return {
    async tell({ agent, sessionId }, open) {
      if (!open) return await store.dropDeskRow(kind, agent.id, sessionId);
      const at = now().toISOString();
      const data = { name: agent.name, reference: open.reference, ...(open.isTyping && { typedAt: at }) };
      await store.keepDeskRow({ kind, owner: agent.id, key: sessionId, data, at });
    },
    async others(agentId) {
      const rows = await store.deskRows({ kind });
      for (const { owner, key, at } of rows) if (age(at) > forgottenMs) await store.dropDeskRow(kind, owner, key);
      return onceEach(rows.filter(({ owner, at }) => owner !== agentId && age(at) <= hereMs).flatMap(viewerOf));
    },
  };

  function viewerOf({ owner, data }: DeskRow): Viewer[] {
    const read = dataSchema.safeParse(data);
    if (!read.success) return [];
    const { name, reference, typedAt } = read.data;
    const isTyping = typedAt !== undefined && age(typedAt) <= typingMs;
    return [{ reference, agent: { id: owner, name }, isTyping }];
  }
}

const kind = 'viewing';

/** An agent with two browsers counts once a case. */
function onceEach(viewers: Viewer[]): Viewer[] {
  const byPlace = new Map<string, Viewer>();
  for (const viewer of viewers) {
    const place = `${viewer.reference} ${viewer.agent.id}`;
    if (viewer.isTyping || !byPlace.has(place)) byPlace.set(place, viewer);
  }
  return [...byPlace.values()];
}
