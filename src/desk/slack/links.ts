import { z } from 'zod';
import type { Store } from '../../store/store.ts';

/** The kind of effects that tell Slack of cases, and the desk under which its links are kept. */
export const SLACK = 'slack';

const linkSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  /** The digest of what the card shows. */
  shown: z.string().optional(),
});
/** The link to a case's card; its thread is the conversation. */
export type SlackLink = z.infer<typeof linkSchema>;

/** The link to a case's card, if it was posted. */
export async function linkOf(store: Pick<Store, 'caseLink'>, reference: string): Promise<SlackLink | undefined> {
  const kept = await store.caseLink(reference, SLACK);
  return kept && linkSchema.parse(kept.data);
}

/** The key of a link: what a reply in its thread carries. */
export function keyOf({ channel, ts }: SlackLink): string {
  return `${channel} ${ts}`;
}
