import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject, Store } from '../../store/store.ts';
import type { Spot, TeamsClient } from './client.ts';
import type { TeamsActivity } from './events.ts';
import { TEAMS } from './links.ts';

/** Options of answers to agents. */
export interface AnswerDeps {
  store: Pick<Store, 'firstSeen'>;
  client: Pick<TeamsClient, 'write'>;
  now(): Date;
  /** Called with the id of a message whose answer could not be delivered. */
  onUnanswered(activityId: string, why: { status?: number | undefined; error?: unknown }): void;
}

type Attempt = Awaited<ReturnType<TeamsClient['write']>> & { error?: unknown };

/** For how long a message that comes again is known. */
const rememberMs = 24 * 60 * 60_000;
/** An answer is tried so often before it is given up: whoever asked can ask again. */
const tries = 3;
const attemptMs = 4_000;
const shortPauseMs = 300;
/** Teams sends a message anew that is not acknowledged within fifteen seconds. */
const maxPauseMs = 1_000;

/**
 * Answers a message where it was written, once however often it comes; `make` is asked only if it is to be answered.
 */
export type Answer = (activity: TeamsActivity, make: () => JsonObject | Promise<JsonObject>) => Promise<void>;

export function createAnswers({ store, client, now, onUnanswered }: AnswerDeps): Answer {
  async function isFirst({ id, conversation }: TeamsActivity): Promise<boolean> {
    if (id === undefined) return true;
    const at = now();
    const forgetBefore = new Date(at.getTime() - rememberMs).toISOString();
    return store.firstSeen(`${TEAMS} ${conversation.id} ${id}`, at.toISOString(), forgetBefore);
  }

  async function attempt(to: Pick<Spot, 'serviceUrl' | 'conversationId'>, message: JsonObject): Promise<Attempt> {
    try {
      return await client.write(to, message, AbortSignal.timeout(attemptMs));
    } catch (error) {
      return { kind: 'later', error };
    }
  }

  return async (activity, make) => {
    const { id = '', serviceUrl, conversation } = activity;
    if (serviceUrl === undefined || !(await isFirst(activity))) return;
    const message = await make();
    for (let left = tries; left > 0; left -= 1) {
      const outcome = await attempt({ serviceUrl, conversationId: conversation.id }, message);
      if (outcome.kind === 'delivered') return;
      if (outcome.kind === 'refused' || left === 1) return onUnanswered(id, outcome);
      await wait(Math.min(outcome.afterMs ?? shortPauseMs, maxPauseMs), undefined, { ref: false });
    }
  };
}
