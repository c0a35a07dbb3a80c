import { createQueue } from '../../dialogs/turns/queue.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { Agents } from './agents.ts';
import { placeKey, SLACK } from './delivery.ts';
import { type Hint, refusalInWords } from './hints.ts';
import type { SlackMessage } from './inbound.ts';
import { isSaidInThread, type SaidInThread, wordsOf } from './said.ts';

/** What is meant for colleagues only begins so. */
const aside = '//';

/** Takes what is written in the threads of cases to their customers. */
export function createThread(deps: {
  desk: Pick<Desk, 'act'>;
  store: Pick<Store, 'placeAt'>;
  agents: Agents;
  hint: Hint;
}): (message: SlackMessage) => Promise<void> {
  const inTurn = createQueue();

  async function say(message: SaidInThread): Promise<void> {
    const { channel, user, ts, thread_ts: thread } = message;
    const place = await deps.store.placeAt(SLACK, placeKey({ channel, ts: thread }));
    const text = wordsOf(message);
    if (!place || text === '' || text.startsWith(aside)) return;
    const { reference } = place;
    const by = await deps.agents(user);
    // Channel and ts are the name of a message in Slack, the same at every attempt.
    const key = `slack said ${channel} ${ts}`;
    const acted = await deps.desk.act({ reference, event: { type: 'say', by, text }, key });
    if (acted.kind === 'done') return;
    const isFree = acted.kind === 'not-in-this-state' && (acted.state === 'waiting' || acted.state === 'handed-back');
    const why = isFree ? 'Nobody has claimed this case.' : refusalInWords(acted, reference);
    const what = `${why} Your message was not sent to the customer.`;
    await deps.hint(user, isFree ? `${what} Claim the case and send it again.` : what, {
      thread,
      claimable: isFree ? reference : undefined,
    });
  }

  return async (message) => {
    if (!isSaidInThread(message)) return;
    // What is written first arrives first, though the name of who wrote it takes its time.
    await inTurn(message.thread_ts, () => say(message));
  };
}
