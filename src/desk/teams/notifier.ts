import { z } from 'zod';
import type { CaseChange } from '../../dialogs/turns/writes/case-changes.ts';
import type { Outcome } from '../../outbox/outcome.ts';
import type { Effect, Json, Store } from '../../store/store.ts';
import { noteOf, readNote } from '../case/change-note.ts';
import { headingOf } from '../case/text/case-text.ts';
import { changeText } from '../case/text/change-text.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { isInTeams } from './agents.ts';
import { caseCard } from './card/card.ts';
import { changeMessage, transcriptMessage } from './card/change.ts';
import { cardMessage } from './card/parts.ts';
import type { TeamsClient } from './client.ts';
import { keepLink, linkOf, TEAMS } from './links.ts';

const messages: readonly CaseChange['what'][] = ['customer-message', 'agent-message'];
const questionSchema = z.object({ channelData: z.object({ returns: z.object({ kind: z.literal('question') }) }) });

const payloadSchema = z.discriminatedUnion('show', [
  z.object({ show: z.literal('card'), reference: z.string() }),
  z.object({ show: z.literal('line'), note: z.json() }),
]);

/** Keeps the card of a case as the case is, and its thread as the conversation goes. */
export function createTeamsNotifier(deps: {
  desk: Pick<Desk, 'view'>;
  store: Pick<Store, 'caseLink' | 'keepCaseLink'>;
  client: TeamsClient;
  channel: string;
  deskUrl: string;
}): DeskNotifier {
  const { desk, store, client } = deps;

  async function showCard(reference: string, signal: AbortSignal): Promise<Outcome> {
    const view = await desk.view(reference);
    if (!view) return { kind: 'refused' };
    const message = cardMessage(caseCard(view, deps), `${headingOf(view)} · ${view.shop.name}`);
    const link = await linkOf(store, reference);
    if (link) return client.update(link, message, signal);
    const begun = await client.begin(deps.channel, message, signal);
    if (begun.kind !== 'begun') return begun;
    await keepLink(store, reference, begun.spot);
    return { kind: 'delivered' };
  }

  async function showLine(payload: Json, at: string, signal: AbortSignal): Promise<Outcome> {
    const note = readNote(payload);
    const [view, link] = [await desk.view(note.reference), await linkOf(store, note.reference)];
    if (!view || !link) return { kind: 'refused' };
    const change = changeText(note, view, at);
    const message = change ? changeMessage(change, view) : transcriptMessage(view);
    return message ? client.write(link, message, signal) : { kind: 'delivered' };
  }

  return {
    kind: TEAMS,
    effects(change) {
      if (isWrittenInThread(change)) return [];
      const { reference, what } = change;
      const key = `${TEAMS} ${reference}`;
      const line: Effect = { kind: TEAMS, key, payload: { show: 'line', note: noteOf(change) } };
      if (messages.includes(what)) return [line];
      return [{ kind: TEAMS, key, payload: { show: 'card', reference } }, line];
    },
    async handler({ payload, at }, signal) {
      const wanted = payloadSchema.parse(payload);
      return wanted.show === 'card' ? showCard(wanted.reference, signal) : showLine(wanted.note, at, signal);
    },
  };
}

/** A question that an agent puts from the card is not in the thread yet. */
function isWrittenInThread({ what, by, message }: CaseChange): boolean {
  return what === 'agent-message' && by !== undefined && isInTeams(by) && !questionSchema.safeParse(message).success;
}
