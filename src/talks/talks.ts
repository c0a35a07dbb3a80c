import { z } from 'zod';
import type { Talks } from '../dialogs/turns/talks.ts';
import type { TalkMatter } from '../machines/events.ts';
import type { Effect, Store } from '../store/store.ts';
import { addressOf } from './address.ts';
import type { TalkKeys } from './keys.ts';
import type { TalkLimits } from './limits.ts';

/** The kind of the effects that send e-mails. */
export const MAIL = 'mail';

/** What an e-mail is to bring; addresses, codes and links are found when it is sent, and kept nowhere. */
export const mailPayload = z.discriminatedUnion('mail', [
  /** A link to this chat, to the address of its customer. */
  z.object({ mail: z.literal('link') }),
  /** A code for this chat, to the address of the customer of that reference. */
  z.object({ mail: z.literal('code'), reference: z.string() }),
  /** That there is news in this chat, to the customer who is away. */
  z.object({ mail: z.literal('news'), reference: z.string() }),
]);
type MailPayload = z.infer<typeof mailPayload>;

/** The channel whose chats can be opened by a link; on others a customer just writes. */
const WEBSITE = 'directline';

/** The ways back to the talks of the website. */
export function createTalks(deps: {
  store: Pick<Store, 'conversation' | 'presence' | 'keepContact'>;
  keys: TalkKeys;
  limits: TalkLimits;
}): Talks {
  const { store, keys, limits } = deps;

  async function earlier(chat: string, matter: Extract<TalkMatter, { kind: 'earlier-case' }>): Promise<TalkMatter> {
    if (!(await limits.allows('asked', chat))) return { ...matter, outcome: 'too-many' };
    await keys.askForCode(chat);
    return { ...matter, outcome: 'asked' };
  }

  async function mailed(chat: string, matter: Extract<TalkMatter, { kind: 'mail-talk' }>): Promise<TalkMatter> {
    const given = z.email().safeParse(matter.email).data;
    const to = given ?? (await addressOf(store, chat));
    if (to === undefined) return { ...matter, outcome: 'no-address' };
    const isAllowed = (await limits.allows('linked', chat)) && (await limits.allows('addressed', to.toLowerCase()));
    if (!isAllowed) return { ...matter, outcome: 'too-many' };
    if (given !== undefined) await store.keepContact(chat, given);
    return { ...matter, outcome: 'sent' };
  }

  return {
    async resolve(chat, matter) {
      const isHere = (await store.conversation(chat))?.channel === WEBSITE;
      if (!isHere || matter.kind === 'talk-code') return matter;
      return matter.kind === 'earlier-case' ? earlier(chat, matter) : mailed(chat, matter);
    },

    async tryCode(chat, code) {
      if (!(await keys.hasAskedForCode(chat))) return undefined;
      if (!(await limits.allows('tried', chat))) return { kind: 'talk-code', outcome: 'too-many' };
      return { kind: 'talk-code', outcome: (await keys.useCode(chat, code)) ? 'opened' : 'wrong' };
    },

    effects(chat, matter) {
      if (matter.kind === 'earlier-case' && matter.outcome === 'asked') {
        return [mailEffect(chat, { mail: 'code', reference: matter.reference })];
      }
      return matter.kind === 'mail-talk' && matter.outcome === 'sent' ? [mailEffect(chat, { mail: 'link' })] : [];
    },
  };
}

/** An effect that sends an e-mail; those of one chat follow each other. */
export function mailEffect(key: string, payload: MailPayload): Effect {
  return { kind: MAIL, key: `mail ${key}`, payload };
}
