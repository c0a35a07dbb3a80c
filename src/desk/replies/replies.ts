import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DeskRows } from '../../store/desk-rows.ts';
import { writtenText } from '../written-text.ts';

const language = z.string().regex(/^[a-z]{2}$/, 'expected a language of two letters, such as en');

const keptSchema = z.strictObject({
  title: writtenText(80),
  text: writtenText(2_000).describe('Names in braces are filled in at the desk: `{reference}`, `{order}`, …'),
  language: language.optional().describe('For customers in this language; absent: for all'),
});

/** Whose a canned reply is: one agent's, or a shop's. */
export const ownerSchema = z.enum(['me', 'shop']);

/** A reply that is written once and sent often. */
export const replySchema = z.strictObject({
  id: z.string(),
  of: ownerSchema.describe('`me`: nobody else sees it'),
  ...keptSchema.shape,
});
export type CannedReply = z.infer<typeof replySchema>;

/** What is asked for to keep one; with the id of one that there is, in its place. */
export const keepReplySchema = z.strictObject({
  ...keptSchema.shape,
  id: z.string().min(1).max(60).optional(),
  of: ownerSchema,
});

/** The shop and the agent whose replies are meant. */
export interface Whose {
  agent: string;
  shop: string;
}

/** The canned replies of agents and shops. */
export interface Replies {
  /** Those of the agent, then those of the shop, by title. */
  list(whose: Whose): Promise<CannedReply[]>;
  /** Keeps one; `undefined` where there are as many already as anybody looks through. */
  keep(whose: Whose, reply: z.infer<typeof keepReplySchema>): Promise<CannedReply | undefined>;
  remove(whose: Whose, reply: Pick<CannedReply, 'id' | 'of'>): Promise<void>;
}

const kind = 'reply';
/** More than these nobody finds again. */
const mostReplies = 300;

/** The canned replies in these rows of the store. */
export function createReplies(rows: DeskRows, now: () => Date): Replies {
  async function ownedBy(whose: Whose, of: CannedReply['of']): Promise<CannedReply[]> {
    const found = await rows.deskRows({ kind, owner: ownerOf(whose, of) });
    const replies = found.map(({ key, data }) => ({ id: key, of, ...keptSchema.parse(data) }));
    return replies.toSorted((one, other) => one.title.localeCompare(other.title));
  }

  return {
    list: async (whose) => [...(await ownedBy(whose, 'me')), ...(await ownedBy(whose, 'shop'))],
    async keep(whose, { id = randomUUID(), of, ...kept }) {
      const others = (await ownedBy(whose, of)).filter((one) => one.id !== id);
      if (others.length >= mostReplies) return undefined;
      await rows.keepDeskRow({ kind, owner: ownerOf(whose, of), key: id, data: kept, at: now().toISOString() });
      return { id, of, ...kept };
    },
    remove: (whose, { id, of }) => rows.dropDeskRow(kind, ownerOf(whose, of), id),
  };
}

function ownerOf({ agent, shop }: Whose, of: CannedReply['of']): string {
  return of === 'me' ? `agent ${agent}` : `shop ${shop}`;
}
