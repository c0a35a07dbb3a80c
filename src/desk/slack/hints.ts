import type { Logger } from 'pino';
import type { AgentRefusal } from '../../machines/agent.ts';
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
    const claim = claimable === undefined ? [] : [actions([button('Claim', buttons.claim, claimable, 'primary')])];
    const hint = { channel, user, text: escaped(text, 1_000), blocks: [section(text), ...claim] };
    await api.chat
      .postEphemeral({ ...hint, ...(thread !== undefined && { thread_ts: thread }) })
      .catch((error: unknown) => log.warn({ err: error, reason: reasonOf(error) }, 'a hint in Slack was lost'));
  };
}

/** Why somebody cannot do that with a case. */
export function refusalInWords(refused: AgentRefusal, reference: string): string {
  switch (refused.kind) {
    case 'taken':
      return `${refused.by.name} has case ${reference}.`;
    case 'no-case':
      return `Case ${reference} is over: the customer has begun anew.`;
    case 'no-such-question':
      return 'The policy has no such question.';
    case 'not-in-this-state':
      return `That cannot be done: case ${reference} ${states[refused.state]}.`;
  }
}

const states = {
  waiting: 'is waiting for somebody to claim it',
  claimed: 'is claimed',
  ruled: 'was ruled on already',
  'handed-back': 'was handed back to the assistant',
  closed: 'is closed',
} as const;
