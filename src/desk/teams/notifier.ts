import { z } from 'zod';
import type { CaseChange } from '../../dialogs/turns/case-changes.ts';
import type { EffectHandler, Outcome } from '../../outbox/worker.ts';
import type { Effect, Json, Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { isInTeams } from './agents.ts';
import { caseCard, headline } from './card/card.ts';
import { lineOf, noteOf, noteSchema } from './card/change.ts';
import { cardMessage } from './card/parts.ts';
import { spotSchema, type TeamsClient } from './client.ts';

/** The kind of its effects, and of its places in the store. */
export const TEAMS = 'teams';

const messages: readonly CaseChange['what'][] = ['customer-message', 'agent-message'];
const questionSchema = z.object({ channelData: z.object({ returns: z.object({ kind: z.literal('question') }) }) });

/** What a change is to show in Teams: the card as it stands then, and a line in its thread. */
export function teamsEffects(change: CaseChange): Effect[] {
  if (isSaidInThread(change)) return [];
  const { reference, what } = change;
  const key = `${TEAMS} ${reference}`;
  const line: Effect = { kind: TEAMS, key, payload: { show: 'line', note: noteOf(change) } };
  if (messages.includes(what)) return [line];
  return [{ kind: TEAMS, key, payload: { show: 'card', reference } }, line];
}

/** A question that an agent puts from the card is not in the thread yet. */
function isSaidInThread({ what, by, message }: CaseChange): boolean {
  return what === 'agent-message' && by !== undefined && isInTeams(by) && !questionSchema.safeParse(message).success;
}

const payloadSchema = z.discriminatedUnion('show', [
  z.object({ show: z.literal('card'), reference: z.string() }),
  z.object({ show: z.literal('line'), note: noteSchema }),
]);

/** Brings cards and lines from the outbox to the channel. */
export function createTeamsHandler(deps: {
  desk: Pick<Desk, 'view'>;
  store: Pick<Store, 'place' | 'keepPlace'>;
  client: TeamsClient;
  channel: string;
  deskUrl: string;
}): EffectHandler {
  const { desk, store, client } = deps;

  async function showCard(reference: string, signal: AbortSignal): Promise<Outcome> {
    const view = await desk.view(reference);
    if (!view) return { kind: 'refused' };
    const message = cardMessage(caseCard(view, deps), `${headline(view)} · ${view.shop.name}`);
    const place = await store.place(reference, TEAMS);
    if (place) return client.update(spotSchema.parse(place.data), message, signal);
    const begun = await client.begin(deps.channel, message, signal);
    if (begun.kind !== 'begun') return begun;
    const { spot } = begun;
    await store.keepPlace({ reference, desk: TEAMS, key: spot.conversationId, data: spot as Json });
    return { kind: 'delivered' };
  }

  async function showLine(note: z.infer<typeof noteSchema>, signal: AbortSignal): Promise<Outcome> {
    const [view, place] = [await desk.view(note.reference), await store.place(note.reference, TEAMS)];
    if (!view || !place) return { kind: 'refused' };
    return client.write(spotSchema.parse(place.data), lineOf(note, view), signal);
  }

  return async ({ payload }, signal) => {
    const wanted = payloadSchema.parse(payload);
    return wanted.show === 'card' ? showCard(wanted.reference, signal) : showLine(wanted.note, signal);
  };
}
