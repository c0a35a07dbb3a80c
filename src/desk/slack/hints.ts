import type { Logger } from 'pino';
import { words } from '../words/words.ts';
import { actions, button, escaped, section } from './card/blocks.ts';
import { buttons } from './card/card.ts';
import { reasonOf, type SlackApi } from './client.ts';

/** Tells one person something that nobody else sees; a failure is logged and changes nothing. */
export type Hint = (
  user: string,
  text: string,
  where?: { thread?: string | undefined; claimable?: string | undefined },
) => Promise<void>;

/** Makes hints in a channel; `claimable` is the case that can be claimed right there. */
export function createHints(api: Pick<SlackApi, 'chat'>, channel: string, log: Logger): Hint {
  return async (user, text, { thread, claimable } = {}) => {
    const claim =
      claimable === undefined ? [] : [actions([button(words.steps.claim.label, buttons.claim, claimable, 'primary')])];
    const hint = { channel, user, text: escaped(text, 1_000), blocks: [section(text), ...claim] };
    await api.chat
      .postEphemeral({ ...hint, ...(thread !== undefined && { thread_ts: thread }) })
      .catch((error: unknown) => log.warn({ err: error, reason: reasonOf(error) }, 'a hint in Slack was lost'));
  };
}
