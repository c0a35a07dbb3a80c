import { createHash } from 'node:crypto';
import type { CaseChange } from '../../dialogs/turns/writes/case-changes.ts';
import { wordsIn } from '../../dialogs/wording/catalog/words.ts';
import { readRecord } from '../../machines/record/record.ts';
import type { EffectHandler, Outcome } from '../../outbox/outcome.ts';
import type { Effect, PendingEffect, Store, StoredConversation } from '../../store/store.ts';
import { addressOf } from '../address.ts';
import type { Talk, TalkKeys } from '../keys.ts';
import type { TalkLimits } from '../limits.ts';
import { MAIL, mailEffect, mailPayload } from '../talks.ts';
import { compose, type Letter } from './compose.ts';
import type { Mailer } from './mailer.ts';

/** A customer who was not there for so long is away, and written to. */
const AWAY_MS = 5 * 60_000;

/** Who is still there so long after a message has seen it; a device that fell asleep seems to be there for a while. */
const SURELY_SEEN_MS = 60_000;

/** HTTP's word for it, so that waiting is told from a mail server that cannot be reached. */
export const TOO_EARLY = 425;

/** What people do that a customer who is away should know of. */
const news: ReadonlySet<CaseChange['what']> = new Set([
  'agent-message',
  'ruled',
  'corrected',
  'ruling-withdrawn',
  'handed-back',
  'closed',
]);

const done: Outcome = { kind: 'delivered' };

/** Options of the e-mails; `app.ts` puts them together. */
export interface MailDeps {
  store: Pick<Store, 'conversation' | 'case' | 'decision' | 'presence' | 'absenceMailed'>;
  keys: TalkKeys;
  limits: TalkLimits;
  mailer: Mailer;
  /** Where customers reach this deployment. */
  publicUrl: string;
  /** The name of a policy's shop. */
  shopName(policyId: string): string;
  now(): Date;
}

/** The e-mails that bring customers back, told of changes as desks are. */
export function createMails(deps: MailDeps): {
  kind: string;
  effects(change: CaseChange): Effect[];
  handler: EffectHandler;
} {
  const { store, keys, limits, mailer, now } = deps;

  /** A link to this very chat. */
  async function sendLink(effect: PendingEffect): Promise<Outcome> {
    const talk = await talkOf(effect.conversationId);
    return talk ? send(effect, talk, (link) => ({ mail: 'link', link })) : done;
  }

  /** Whether the reference is known, and has an address, nobody hears who typed it. */
  async function sendCode(effect: PendingEffect, reference: string): Promise<Outcome> {
    const chat = await talkOf(effect.conversationId);
    const found = (await store.case(reference)) ?? (await store.decision(reference));
    const talk = found && (await talkOf(found.conversationId));
    const isOther = chat && talk && talk.id !== chat.id && talk.policyId === chat.policyId;
    if (!isOther) return done;
    // Counted once, not at every attempt.
    if (effect.attempts === 0 && !(await limits.allows('coded', reference))) return done;
    return send(effect, talk, async (link) => {
      const code = await keys.issueCode(chat.id, claimsOf(talk));
      return { mail: 'code', link, reference, code };
    });
  }

  /** Waits until it is clear that the customer is away, and writes once for each time that they are. */
  async function sendNews(effect: PendingEffect, reference: string): Promise<Outcome> {
    const talk = await talkOf(effect.conversationId);
    if (!talk) return done;
    const { seenAt, mailedAt } = (await store.presence(talk.id)) ?? {};
    if (mailedAt !== undefined && mailedAt > (seenAt ?? '')) return done;
    if (seenAt !== undefined && Date.parse(seenAt) - Date.parse(effect.at) > SURELY_SEEN_MS) return done;
    const awayMs = now().getTime() - Date.parse(seenAt ?? effect.at);
    if (awayMs < AWAY_MS) return { kind: 'later', afterMs: AWAY_MS - awayMs, status: TOO_EARLY };
    const outcome = await send(effect, talk, (link) => ({ mail: 'news', link, reference }));
    if (outcome.kind === 'delivered') await store.absenceMailed(talk.id, now().toISOString());
    return outcome;
  }

  /** A chat of the website, which alone can be opened by a link. */
  async function talkOf(conversationId: string): Promise<StoredConversation | undefined> {
    const stored = await store.conversation(conversationId);
    return stored?.channel === 'directline' ? stored : undefined;
  }

  async function send(
    effect: PendingEffect,
    talk: StoredConversation,
    write: (link: string) => Letter | Promise<Letter>,
  ): Promise<Outcome> {
    const to = await addressOf(store, talk.id);
    if (to === undefined) return done;
    const secret = await keys.issue('link', claimsOf(talk));
    const letter = await write(`${deps.publicUrl}/shops/${talk.policyId}#talk=${secret}`);
    const words = wordsIn(readRecord(talk.record).language);
    const mail = compose(words, deps.shopName(talk.policyId), letter);
    return mailer.send({ conversationId: talk.id, id: messageId(effect), to, ...mail });
  }

  /** The same for every attempt, and for no other effect of any deployment. */
  function messageId({ id, conversationId, at }: PendingEffect): string {
    const name = createHash('sha256').update(`${conversationId} ${id} ${at}`).digest('hex').slice(0, 32);
    return `${name}@${new URL(deps.publicUrl).hostname}`;
  }

  return {
    kind: MAIL,
    effects: ({ what, reference }) => (news.has(what) ? [mailEffect(reference, { mail: 'news', reference })] : []),
    async handler(effect) {
      const { success, data: payload } = mailPayload.safeParse(effect.payload);
      if (!success) return { kind: 'refused' };
      if (payload.mail === 'link') return sendLink(effect);
      return payload.mail === 'code' ? sendCode(effect, payload.reference) : sendNews(effect, payload.reference);
    },
  };
}

function claimsOf({ id, userId, policyId }: StoredConversation): Talk {
  return { conv: id, user: userId, policy: policyId };
}
