import { unlessAborted } from '../../outbox/unless-aborted.ts';
import type { PendingEffect } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import { type ChangeNote, noteOf, readNote } from '../case/change-note.ts';
import { doerOf } from '../case/text/change-text.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { chatwootIdOf, isInChatwoot } from './agents.ts';
import { ChatwootError, outcomeOf } from './calls.ts';
import { caseNote, transcriptNote } from './card/card.ts';
import { changeMessages } from './card/change.ts';
import type { ChatwootApi, Status } from './client.ts';
import { CHATWOOT, type Links } from './links.ts';

/** Begins the `source_id` of all that we post, by which it is told from what agents write. */
export const ours = 'returns:';

/** The most that Chatwoot's clock may be behind ours. */
const CLOCKS_MS = 60 * 60_000;
const maxPages = 10;
const pageSize = 20;

/** Tells Chatwoot of every change of a case; those of one case in order, each once though it is tried again. */
export function createChatwootNotifier(deps: {
  api: ChatwootApi;
  links: Links;
  desk: Pick<Desk, 'view'>;
  deskUrl: string;
}): DeskNotifier {
  const { api, links, desk, deskUrl } = deps;

  /** The ids of the messages that we have posted to a conversation since the event. */
  async function posted(id: number, at: string): Promise<Set<string>> {
    const sources = new Set<string>();
    const since = (Date.parse(at) - CLOCKS_MS) / 1_000;
    let before: number | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const messages = await api.messages(id, before);
      for (const { source_id: source } of messages) if (source?.startsWith(ours)) sources.add(source);
      const oldest = messages.reduce((one, other) => (other.id < one.id ? other : one), messages[0] ?? noMessage);
      if (messages.length < pageSize || oldest.created_at < since) break;
      before = oldest.id;
    }
    return sources;
  }

  /** Tells it where the case is, or in a new conversation where that was deleted. */
  async function tell(effect: PendingEffect, note: ChangeNote, view: CaseView): Promise<void> {
    const place = await links.of(view);
    try {
      await tellAt(place, effect, note, view);
    } catch (error) {
      if (place.isNew || !(error instanceof ChatwootError) || error.status !== 404) throw error;
      const id = await links.anew(view);
      if (id === undefined) throw error;
      await tellAt({ id, isNew: true }, effect, note, view);
    }
  }

  async function tellAt(
    { id, isNew }: { id: number; isNew: boolean },
    effect: PendingEffect,
    note: ChangeNote,
    view: CaseView,
  ): Promise<void> {
    const { at } = effect;
    const there = await posted(id, at);
    if (isNew || note.what === 'filed') await introduce(id, there, asOf(view, note, at));
    for (const [index, message] of changeMessages(note, view, at).entries()) {
      const sourceId = `${ours}${effect.id}:${index}`;
      if (!there.has(sourceId)) await api.post(id, { ...message, sourceId });
    }
    // Afterwards, for what a customer comes back with opens a resolved conversation by itself.
    await attend(id, note, view, at);
  }

  /** Posts what people need to know before anything else. */
  async function introduce(id: number, there: Set<string>, view: CaseView): Promise<void> {
    const [caseNoteId, transcriptId] = [`${ours}packet`, `${ours}transcript`];
    if (!there.has(caseNoteId)) {
      // Labels are replaced as a whole, so not again once people are at work.
      await api.label(id, ['returns', ...(view.urgent ? ['urgent'] : [])]);
      if (view.urgent) await api.prioritise(id, 'urgent');
      await api.post(id, { content: caseNote(view, deskUrl), isFromCustomer: false, sourceId: caseNoteId });
    }
    const content = transcriptNote(view);
    if (content !== undefined && !there.has(transcriptId)) {
      await api.post(id, { content, isFromCustomer: false, sourceId: transcriptId });
    }
  }

  /** Has the conversation's status and assignee follow the case, where this did not begin in Chatwoot. */
  async function attend(id: number, { what }: ChangeNote, view: CaseView, at: string): Promise<void> {
    const doer = doerOf(view, what, at);
    const isTheirs = doer !== undefined && isInChatwoot(doer);
    if (what === 'claimed' && isTheirs) return assign(id, chatwootIdOf(doer));
    if (hands.has(what) && view.agent) await assign(id, chatwootIdOf(view.agent));
    if (what === 'became-urgent') await api.prioritise(id, 'urgent');
    const isGone = what === 'merged' && view.mergedInto !== undefined;
    const status = isGone ? 'resolved' : statuses[what];
    if (status && !isTheirs) await links.setStatus(view.reference, id, status);
  }

  /** Not everybody who may answer can be assigned, an administrator for one. */
  async function assign(id: number, agent: number | undefined): Promise<void> {
    if (agent === undefined) return;
    try {
      await api.assign(id, agent);
    } catch (error) {
      if (!(error instanceof ChatwootError) || error.status === 429 || error.status >= 500) throw error;
    }
  }

  return {
    kind: CHATWOOT,
    effects(change) {
      // It stands there already.
      if ((change.what === 'agent-message' || change.what === 'noted') && change.by && isInChatwoot(change.by))
        return [];
      return [{ kind: CHATWOOT, key: `${CHATWOOT} ${change.reference}`, payload: noteOf(change) }];
    },
    async handler(effect, signal) {
      const note = readNote(effect.payload);
      const view = await desk.view(note.reference);
      if (!view) return { kind: 'refused' };
      try {
        await unlessAborted(tell(effect, note, view), signal);
        return { kind: 'delivered' };
      } catch (error) {
        return outcomeOf(error, effect.attempts);
      }
    },
  };
}

/** Somebody else has the case. */
const hands: ReadonlySet<ChangeNote['what']> = new Set(['taken-over', 'assigned', 'came-back']);

const noMessage = { id: 0, created_at: 0 };

/** In the words of Chatwoot a bot has what is pending. */
const statuses: Partial<Record<ChangeNote['what'], Status>> = {
  reopened: 'open',
  'came-back': 'open',
  'handed-back': 'pending',
  closed: 'resolved',
  cancelled: 'resolved',
};

/** The case with what was said until then; what came later is told by itself. */
function asOf(view: CaseView, { what }: ChangeNote, at: string): CaseView {
  return { ...view, transcript: view.transcript.filter((one) => one.at < at || (what === 'filed' && one.at === at)) };
}
