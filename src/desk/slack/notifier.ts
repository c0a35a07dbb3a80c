import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { CaseChange } from '../../dialogs/turns/case-changes.ts';
import { asJson } from '../../json.ts';
import type { EffectHandler } from '../../outbox/worker.ts';
import type { Effect, Store } from '../../store/store.ts';
import { cut } from '../case/excerpts.ts';
import type { Desk } from '../desk.ts';
import { isInSlack } from './agents.ts';
import { section } from './card/blocks.ts';
import { caseCard } from './card/card.ts';
import { type Line, lineOf, type Note, noteOf, noteSchema, soFar } from './card/change.ts';
import { outcomeOf, reasonOf, type SlackApi } from './client.ts';
import { keyOf, linkOf, SLACK, type SlackLink } from './links.ts';
import { createPosts } from './posts.ts';
import { type ShownCase, shownCase } from './shown-case.ts';

/** What Slack has to hear of a change, in order for each case; what was said in Slack stands there already. */
export function slackEffects(change: CaseChange): Effect[] {
  if (change.what === 'agent-message' && change.by && isInSlack(change.by)) return [];
  return [{ kind: SLACK, key: `${SLACK} ${change.reference}`, payload: asJson(noteOf(change)) }];
}

export interface DeliveryDeps {
  api: Pick<SlackApi, 'chat' | 'conversations'>;
  channel: string;
  store: Pick<Store, 'place' | 'keepPlace' | 'firstSeen' | 'case' | 'conversation'>;
  desk: Pick<Desk, 'view'>;
  deskUrl: string;
  now(): Date;
  log: Logger;
}

/** Keeps the card of a case as the case is, and its thread as the conversation goes. */
export function createSlackDelivery(deps: DeliveryDeps): EffectHandler {
  const { channel, store, deskUrl, log } = deps;
  const posts = createPosts(deps);

  async function keep(view: ShownCase, ts: string): Promise<SlackLink> {
    const place = { channel, ts, shown: digestOf(view, deskUrl) };
    await store.keepPlace({ reference: view.reference, desk: SLACK, key: keyOf(place), data: place });
    return place;
  }

  async function repost(view: ShownCase): Promise<SlackLink> {
    return keep(view, await posts.send(caseCard(view, deskUrl)));
  }

  async function update(view: ShownCase, { ts }: SlackLink): Promise<SlackLink> {
    try {
      await posts.update(caseCard(view, deskUrl), { channel, ts });
      return await keep(view, ts);
    } catch (error) {
      if (!isGone(error)) throw error;
      return repost(view);
    }
  }

  async function cardOf(view: ShownCase): Promise<{ place: SlackLink; isNew: boolean }> {
    const place = await linkOf(store, view.reference);
    // A deployment may have moved to another channel.
    if (place?.channel !== channel) {
      const { ts, isEarlier } = await posts.once(caseCard(view, deskUrl), view.at);
      return { place: await (isEarlier ? update(view, { channel, ts }) : keep(view, ts)), isNew: true };
    }
    const isCurrent = place.shown === digestOf(view, deskUrl);
    return { place: isCurrent ? place : await update(view, place), isNew: false };
  }

  async function say(line: Line, carried: string, view: ShownCase, place: SlackLink): Promise<void> {
    const metadata = { event_type: 'returns_line', event_payload: { effect: carried } };
    const post = { ...line, brief: [section(cut(line.text, 500))], metadata };
    try {
      await posts.once({ ...post, thread: place.ts }, view.at);
    } catch (error) {
      if (!isGone(error)) throw error;
      await posts.send({ ...post, thread: (await repost(view)).ts });
    }
  }

  async function tell(effectId: number, note: Note): Promise<void> {
    const view = await shownCase(deps, note.reference);
    if (!view) return;
    const { place, isNew } = await cardOf(view);
    const line = lineOf(note, view);
    const start = isNew && note.what !== 'filed' ? soFar(view) : undefined;
    if (start) await say(start, `${effectId} start`, view, place);
    // The message itself is the last of the conversation so far.
    if (line && !(start && note.what === 'customer-message')) await say(line, String(effectId), view, place);
  }

  return async ({ id, payload }, signal) => {
    const note = noteSchema.parse(payload);
    try {
      await unlessAborted(tell(id, note), signal);
      return { kind: 'delivered' };
    } catch (error) {
      const { reason, ...outcome } = outcomeOf(error);
      if (reason !== undefined) log.error({ reference: note.reference, reason, effectId: id }, 'Slack refused a call');
      return outcome;
    }
  };
}

/** What the card shows, in short: where nothing on it changes it is left alone. */
function digestOf(view: ShownCase, deskUrl: string): string {
  return createHash('sha256')
    .update(JSON.stringify(caseCard(view, deskUrl).blocks))
    .digest('base64url');
}

/** Whether somebody has deleted the card; the case still needs one. */
function isGone(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason === 'message_not_found' || reason === 'thread_not_found';
}

/** The work goes on, but nobody waits for it any more. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop));
}
