import { hash, randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

/** How long each kind of key opens its conversation, in milliseconds. */
const lives = {
  /** Of a browser, from its last renewal. */
  browser: 90 * DAY_MS,
  /** In an e-mail. */
  link: 14 * DAY_MS,
  /** In an e-mail, to be typed into the chat that asked for it. */
  code: 15 * MINUTE_MS,
  /** A chat that asked for a code; it lives longer than the code, so that one who is late hears so. */
  asked: 60 * MINUTE_MS,
  /** A chat whose customer has gone on to another one. */
  moved: 15 * MINUTE_MS,
} as const;
type Purpose = keyof typeof lives;

/** A browser's key of this age is exchanged for a new one when it is used. */
const ROTATE_AFTER_MS = DAY_MS;

/** Names the customer, the conversation and the policy, as tokens of the website channel do. */
export interface Talk {
  user: string;
  conv: string;
  policy: string;
}

const dataSchema = z.object({
  user: z.string(),
  policy: z.string(),
  /** ISO instant. */
  issuedAt: z.string(),
  /** The digest of the key before, which holds until this one is used. */
  replaces: z.string().optional(),
});

/** The keys of conversations: secrets of 256 random bits, of which the store has digests alone, and one-time codes. */
export interface TalkKeys {
  /** A new secret that opens the conversation for a browser, or from a link. */
  issue(purpose: 'browser' | 'link', talk: Talk): Promise<string>;
  /**
   * The conversation that a browser's or a link's secret opens, and the secret that the browser keeps from now on;
   * `undefined` where that is none of the policy that is asked for, if one is.
   */
  renew(secret: string, askedPolicy?: string): Promise<{ talk: Talk; secret: string } | undefined>;
  revoke(secret: string): Promise<void>;
  /** Notes that a chat has asked for a code. */
  askForCode(chat: string): Promise<void>;
  hasAskedForCode(chat: string): Promise<boolean>;
  /** A code of eight digits that opens the conversation, once, in the chat that asked for it. */
  issueCode(chat: string, talk: Talk): Promise<string>;
  /** True if the code is right: from now on `movedFrom` tells where the chat goes on. */
  useCode(chat: string, code: string): Promise<boolean>;
  /** The conversation in which the customer of a chat goes on since a code was right. */
  movedFrom(chat: string): Promise<Talk | undefined>;
}

/** The keys as the store keeps them. */
export function createTalkKeys(
  store: Pick<Store, 'keepTalkKey' | 'talkKey' | 'forgetTalkKey'>,
  now: () => Date,
): TalkKeys {
  const found = (digest: string) => store.talkKey(digest, now().toISOString());

  async function keep(digest: string, purpose: Purpose, { conv, ...rest }: Talk, replaces?: string): Promise<void> {
    const issuedAt = now().toISOString();
    const expiresAt = new Date(now().getTime() + lives[purpose]).toISOString();
    const data = { ...rest, issuedAt, ...(replaces !== undefined && { replaces }) };
    await store.keepTalkKey({ digest, purpose, conversationId: conv, data, expiresAt }, issuedAt);
  }

  async function issue(purpose: 'browser' | 'link', talk: Talk, replaces?: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await keep(digestOf(secret), purpose, talk, replaces);
    return secret;
  }

  return {
    issue: (purpose, talk) => issue(purpose, talk),

    async renew(secret, askedPolicy) {
      const digest = digestOf(secret);
      const key = await found(digest);
      if (key?.purpose !== 'browser' && key?.purpose !== 'link') return undefined;
      const { user, policy, issuedAt, replaces } = dataSchema.parse(key.data);
      if (askedPolicy && askedPolicy !== policy) return undefined;
      const talk = { user, policy, conv: key.conversationId };
      if (key.purpose === 'link') return { talk, secret: await issue('browser', talk) };
      if (replaces !== undefined) await store.forgetTalkKey(replaces);
      // The old one holds until the new one has arrived, or an answer that was lost would lose the conversation.
      const isOld = now().getTime() - Date.parse(issuedAt) > ROTATE_AFTER_MS;
      return { talk, secret: isOld ? await issue('browser', talk, digest) : secret };
    },

    async revoke(secret) {
      await store.forgetTalkKey(digestOf(secret));
    },

    askForCode: (chat) => keep(digestOf('asked', chat), 'asked', { user: '', conv: chat, policy: '' }),

    async hasAskedForCode(chat) {
      return (await found(digestOf('asked', chat))) !== undefined;
    },

    async issueCode(chat, talk) {
      const code = String(randomInt(10 ** 8)).padStart(8, '0');
      await keep(digestOf('code', chat, code), 'code', talk);
      return code;
    },

    async useCode(chat, code) {
      const digest = digestOf('code', chat, code);
      const key = await found(digest);
      const moved = await found(digestOf('moved', chat));
      // A turn that is computed anew finds that it has used the code already.
      if (key === undefined) return moved !== undefined && dataSchema.parse(moved.data).replaces === digest;
      const { user, policy } = dataSchema.parse(key.data);
      await keep(digestOf('moved', chat), 'moved', { user, policy, conv: key.conversationId }, digest);
      await store.forgetTalkKey(digest);
      return true;
    },

    async movedFrom(chat) {
      const key = await found(digestOf('moved', chat));
      if (key === undefined) return undefined;
      const { user, policy } = dataSchema.parse(key.data);
      return { user, policy, conv: key.conversationId };
    },
  };
}

function digestOf(...parts: string[]): string {
  return hash('sha256', parts.join(' '), 'base64url');
}
