import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { unlessAborted } from '../../outbox/unless-aborted.ts';
import type { PendingEffect, Store } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import { type ChangeNote, noteOf, readNote } from '../case/change-note.ts';
import { changeText } from '../case/text/change-text.ts';
import { cut } from '../case/text/excerpts.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { isInSlack } from './agents.ts';
import { section } from './card/blocks.ts';
import { caseCard } from './card/card.ts';
import { changeMessage, type ThreadMessage, transcriptMessage } from './card/change.ts';
import { outcomeOf, reasonOf, type SlackApi } from './client.ts';
import { keyOf, linkOf, SLACK, type SlackLink } from './links.ts';
import { createPosts } from './posts.ts';

export interface SlackNotifierDeps {
  api: Pick<SlackApi, 'chat' | 'conversations'>;
  channel: string;
  store: Pick<Store, 'caseLink' | 'keepCaseLink' | 'firstSeen'>;
  desk: Pick<Desk, 'view'>;
  deskUrl: string;
  now(): Date;
  log: Logger;
}

/** Keeps the card of a case as the case is, and its thread as the conversation goes. */
export function createSlackNotifier(deps: SlackNotifierDeps): DeskNotifier {
  const { channel, store, deskUrl, log } = deps;
  const posts = createPosts(deps);

  async function keep(view: CaseView, ts: string): Promise<SlackLink> {
    const link = { channel, ts, shown: digestOf(view, deskUrl) };
    await store.keepCaseLink({ reference: view.reference, desk: SLACK, key: keyOf(link), data: link });
    return link;
  }

  async function repost(view: CaseView): Promise<SlackLink> {
    return keep(view, await posts.send(caseCard(view, deskUrl)));
  }

  async function update(view: CaseView, { ts }: SlackLink): Promise<SlackLink> {
    try {
      await posts.update(caseCard(view, deskUrl), { channel, ts });
      return await keep(view, ts);
    } catch (error) {
      if (!isGone(error)) throw error;
      return repost(view);
    }
  }

  async function cardOf(view: CaseView): Promise<{ link: SlackLink; isNew: boolean }> {
    const link = await linkOf(store, view.reference);
    // A deployment may have moved to another channel.
    if (link?.channel !== channel) {
      const { ts, isEarlier } = await posts.once(caseCard(view, deskUrl), view.at);
      return { link: await (isEarlier ? update(view, { channel, ts }) : keep(view, ts)), isNew: true };
    }
    const isCurrent = link.shown === digestOf(view, deskUrl);
    return { link: isCurrent ? link : await update(view, link), isNew: false };
  }

  async function say(line: ThreadMessage, effect: string, view: CaseView, link: SlackLink): Promise<void> {
    const metadata = { event_type: 'returns_line', event_payload: { effect } };
    const post = { ...line, brief: [section(cut(line.text, 500))], metadata };
    try {
      await posts.once({ ...post, thread: link.ts }, view.at);
    } catch (error) {
      if (!isGone(error)) throw error;
      await posts.send({ ...post, thread: (await repost(view)).ts });
    }
  }

  async function tell({ id, at }: PendingEffect, note: ChangeNote): Promise<void> {
    const view = await deps.desk.view(note.reference);
    if (!view) return;
    const { link, isNew } = await cardOf(view);
    if (note.what === 'filed') {
      const transcript = transcriptMessage(view);
      if (transcript) await say(transcript, String(id), view, link);
      return;
    }
    const transcript = isNew ? transcriptMessage(view) : undefined;
    if (transcript) await say(transcript, `${id} start`, view, link);
    const change = changeText(note, view, at);
    // The message itself is the last of the conversation so far.
    if (change && !(transcript && note.what === 'customer-message')) {
      await say(changeMessage(change), String(id), view, link);
    }
  }

  return {
    kind: SLACK,
    effects(change) {
      // What was written in Slack stands there already.
      if ((change.what === 'agent-message' || change.what === 'noted') && change.by && isInSlack(change.by)) return [];
      return [{ kind: SLACK, key: `${SLACK} ${change.reference}`, payload: noteOf(change) }];
    },
    async handler(effect, signal) {
      const note = readNote(effect.payload);
      try {
        await unlessAborted(tell(effect, note), signal);
        return { kind: 'delivered' };
      } catch (error) {
        const { reason, ...outcome } = outcomeOf(error);
        const { reference } = note;
        if (reason !== undefined) log.error({ reference, reason, effectId: effect.id }, 'Slack refused a call');
        return outcome;
      }
    },
  };
}

/** A digest of the card: where nothing on it changes it is left alone. */
function digestOf(view: CaseView, deskUrl: string): string {
  return createHash('sha256')
    .update(JSON.stringify(caseCard(view, deskUrl).blocks))
    .digest('base64url');
}

/** True if somebody has deleted the card; the case still needs one. */
function isGone(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason === 'message_not_found' || reason === 'thread_not_found';
}
