import type { Outcome } from '../../../outbox/outcome.ts';
import { retryAfterMs } from '../../../outbox/retry-after.ts';
import type { JsonObject } from '../../../store/store.ts';
import type { Reference } from '../reference.ts';
import { post } from './post.ts';

/**
 * Statuses below 500 that may be another one later: 401 and 403 while a secret or a leave is changed, 412 after two
 * writes at once. The others say of the message or its place that it will never be taken.
 */
const passing = new Set([401, 403, 408, 412, 425, 429]);

/** Posts one activity to a conversation on its channel; throws where the channel cannot be reached. */
export type Connector = (
  reference: Reference,
  activity: JsonObject,
  signal: AbortSignal,
) => Promise<Extract<Outcome, { kind: 'delivered' | 'later' | 'refused' }>>;

/**
 * Makes the client of the channels' connector services. botbuilder's own repeats a failed post by itself, without
 * the pause that was asked for and while a stop waits; the outbox does so better.
 */
export function createConnector(deps: {
  /** The bearer token for channels; `undefined` for a bot without an app id. */
  token(): Promise<string | undefined>;
  now(): Date;
}): Connector {
  return async ({ serviceUrl, conversation }, activity, signal) => {
    const token = await deps.token();
    const { replyToId } = activity;
    const path = [
      'v3/conversations',
      conversation.id,
      'activities',
      ...(typeof replyToId === 'string' ? [replyToId] : []),
    ];
    const { status, retryAfter } = await post(addressOf(serviceUrl, path), {
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      // A redirect is not followed: it would carry the token to whoever it names.
      body: JSON.stringify({ ...activity, serviceUrl }),
      signal,
    });
    if (status >= 200 && status < 300) return { kind: 'delivered' };
    if (status < 500 && !passing.has(status)) return { kind: 'refused', status };
    return { kind: 'later', status, afterMs: retryAfterMs(retryAfter, deps.now()) };
  };
}

function addressOf(serviceUrl: string, [base = '', ...parts]: string[]): string {
  return [serviceUrl.replace(/\/+$/, ''), base, ...parts.map(encodeURIComponent)].join('/');
}
