import { z } from 'zod';
import type { CaseChange } from '../../dialogs/turns/writes/case-changes.ts';
import type { Outcome } from '../../outbox/outcome.ts';
import type { Effect, JsonObject, Store } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import { type ChangeNote, noteOf, readNote } from '../case/change-note.ts';
import { headingOf } from '../case/text/case-text.ts';
import { changeText } from '../case/text/change-text.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { fillIn, words } from '../words/words.ts';
import { isInTeams } from './agents.ts';
import { briefCard, caseCard } from './card/card.ts';
import { changeMessage, transcriptMessage } from './card/change.ts';
import { cardMessage, plainMessage } from './card/parts.ts';
import type { Spot, TeamsClient } from './client.ts';
import { keepLink, linkOf, TEAMS } from './links.ts';

const messages: readonly CaseChange['what'][] = ['customer-message', 'agent-message', 'noted'];
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

  /** The card in the channel of cases, at its place or anew; smaller where Teams finds it too large. */
  async function showCard(view: CaseView, signal: AbortSignal, isAnew = false): Promise<Outcome> {
    const link = isAnew ? undefined : await placeOf(view.reference);
    const put = (message: JsonObject): Promise<Outcome> =>
      link ? client.update(link, message, signal) : begin(view.reference, message, signal);
    const outcome = await fitted(messagesOf(view), put);
    return link && isGone(outcome) ? showCard(view, signal, true) : outcome;
  }

  async function begin(reference: string, message: JsonObject, signal: AbortSignal): Promise<Outcome> {
    const begun = await client.begin(deps.channel, message, signal);
    if (begun.kind !== 'begun') return begun;
    await keepLink(store, reference, begun.spot);
    return { kind: 'delivered' };
  }

  /** A deployment may have moved to another channel, where its cases are to be shown anew. */
  async function placeOf(reference: string): Promise<Spot | undefined> {
    const link = await linkOf(store, reference);
    return link?.conversationId.split(';')[0] === deps.channel ? link : undefined;
  }

  function messagesOf(view: CaseView): JsonObject[] {
    const summary = `${headingOf(view)} · ${view.shop.name}`;
    return [caseCard(view, deps), briefCard(view, deps)].map((card) => cardMessage(card, summary));
  }

  /** A change in the thread of its case, which is begun anew where it is gone. */
  async function showLine(note: ChangeNote, view: CaseView, at: string, signal: AbortSignal): Promise<Outcome> {
    const change = changeText(note, view, at);
    const message = change ? changeMessage(change, view) : transcriptMessage(view);
    if (!message) return { kind: 'delivered' };
    const pieces = [message, plainMessage(fillIn(words.teams.tooLong, { heading: headingOf(view) }))];
    const write = (to: Spot): Promise<Outcome> => fitted(pieces, (one) => client.write(to, one, signal));
    const link = await placeOf(view.reference);
    const outcome = link && (await write(link));
    if (outcome && !isGone(outcome)) return outcome;
    const shown = await showCard(view, signal, true);
    const anew = await placeOf(view.reference);
    return shown.kind === 'delivered' && anew ? write(anew) : shown;
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
      const note = wanted.show === 'line' ? readNote(wanted.note) : undefined;
      const view = await desk.view(note?.reference ?? referenceIn(wanted));
      if (!view) return { kind: 'refused' };
      return note ? showLine(note, view, at, signal) : showCard(view, signal);
    },
  };
}

function referenceIn(wanted: z.infer<typeof payloadSchema>): string {
  return wanted.show === 'card' ? wanted.reference : '';
}

/** Puts the first of several messages, each smaller than the last, that is not too large. */
async function fitted(messages: JsonObject[], put: (message: JsonObject) => Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome = { kind: 'refused' };
  for (const message of messages) {
    outcome = await put(message);
    if (outcome.kind !== 'refused' || outcome.status !== 413) return outcome;
  }
  return outcome;
}

/** True if somebody has deleted the thread; the case still needs one. */
function isGone(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && (outcome.status === 404 || outcome.status === 410);
}

/** A question that an agent puts from the card is not in the thread yet. */
function isWrittenInThread({ what, by, message }: CaseChange): boolean {
  if (what === 'noted') return by !== undefined && isInTeams(by);
  return what === 'agent-message' && by !== undefined && isInTeams(by) && !questionSchema.safeParse(message).success;
}
