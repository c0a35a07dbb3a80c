import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import type { Block } from './card/blocks.ts';
import { reasonOf, SlackAnswerError, type SlackApi } from './client.ts';

/** A message that can be found again by what it carries. */
export interface Post {
  text: string;
  blocks: Block[];
  metadata: { event_type: string; event_payload: Record<string, string> };
  /** In the place of the blocks where Slack finds them too long. */
  brief: Block[];
  thread?: string | undefined;
  /** A reply that is shown in the channel, too. */
  isForAll?: boolean | undefined;
}

/** Longer than the outbox tries. */
const REMEMBERED_MS = 2 * 24 * 60 * 60 * 1_000;
/** Clocks differ. */
const EARLIER_S = 10 * 60;
const maxPages = 10;

const foundSchema = z.array(
  z.looseObject({
    ts: z.string(),
    metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
  }),
);

/**
 * Makes posts that appear once, though a process may end after Slack took one and before that was noted: from the
 * second attempt on it is first looked for by what it carries.
 */
export function createPosts(deps: {
  api: Pick<SlackApi, 'chat' | 'conversations'>;
  channel: string;
  store: Pick<Store, 'firstSeen'>;
  now(): Date;
}) {
  const { api, channel, store, now } = deps;

  async function isFirstAttempt({ metadata: { event_type: type, event_payload: payload } }: Post): Promise<boolean> {
    const at = now().getTime();
    const key = `slack post ${type} ${JSON.stringify(payload)}`;
    return store.firstSeen(key, new Date(at).toISOString(), new Date(at - REMEMBERED_MS).toISOString());
  }

  /** The post among what was posted since (ISO), in its thread or in the channel. */
  async function find({ metadata, thread }: Post, since: string): Promise<string | undefined> {
    const oldest = String(Math.floor(Date.parse(since) / 1_000) - EARLIER_S);
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const asked = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
      const answer = await (thread === undefined
        ? api.conversations.history(asked)
        : api.conversations.replies({ ...asked, ts: thread }));
      const found = foundSchema.parse(answer.messages ?? []).find((one) => carriesSame(one.metadata, metadata));
      cursor = answer.response_metadata?.next_cursor;
      if (found || !cursor) return found?.ts;
    }
    return undefined;
  }

  async function send(post: Post): Promise<string> {
    const { text, metadata, thread, isForAll } = post;
    const message = { channel, text, metadata, unfurl_links: false, unfurl_media: false };
    const reply =
      thread === undefined ? {} : { thread_ts: thread, ...(isForAll && { reply_broadcast: true as const }) };
    const { ts } = await whole(post, (blocks) => api.chat.postMessage({ ...message, ...reply, blocks }));
    if (ts === undefined) throw new SlackAnswerError('Slack took a message without telling its ts');
    return ts;
  }

  return {
    /**
     * Posts once, `since` (ISO) being before any earlier attempt; what one of those left may show less than the post.
     */
    async once(post: Post, since: string): Promise<{ ts: string; isEarlier: boolean }> {
      const earlier = (await isFirstAttempt(post)) ? undefined : await find(post, since);
      return earlier === undefined ? { ts: await send(post), isEarlier: false } : { ts: earlier, isEarlier: true };
    },
    send,
    /** Puts a post in the place of an earlier one. */
    async update(post: Post, message: { channel: string; ts: string }): Promise<void> {
      const { text, metadata } = post;
      await whole(post, (blocks) => api.chat.update({ ...message, text, metadata, blocks }));
    },
  };
}

const tooLong = new Set(['msg_blocks_too_long', 'msg_too_long', 'invalid_blocks']);

/** A case must not be lost over its form: what is too long for Slack is told in brief. */
async function whole<T>({ blocks, brief }: Post, call: (blocks: Block[]) => Promise<T>): Promise<T> {
  try {
    return await call(blocks);
  } catch (error) {
    if (!tooLong.has(reasonOf(error) ?? '')) throw error;
    return call(brief);
  }
}

function carriesSame(
  found: z.infer<typeof foundSchema>[number]['metadata'],
  { event_type: type, event_payload: payload }: Post['metadata'],
): boolean {
  return (
    found?.event_type === type && Object.entries(payload).every(([name, value]) => found.event_payload[name] === value)
  );
}
