import type { Outcome } from '../../../outbox/outcome.ts';
import { retryAfterMs } from '../../../outbox/retry-after.ts';
import type { JsonObject } from '../../../store/store.ts';
import type { Reference } from '../reference.ts';

/** The time limit of one attempt. */
const ATTEMPT_MS = 15_000;

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
    const response = await fetch(addressOf(serviceUrl, path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ ...activity, serviceUrl }),
      // A redirect would carry the token to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]),
    });
    await response.body?.cancel();
    const { status, ok, headers } = response;
    if (ok) return { kind: 'delivered' };
    if (status < 500 && !passing.has(status)) return { kind: 'refused', status };
    return { kind: 'later', status, afterMs: retryAfterMs(headers.get('retry-after'), deps.now()) };
  };
}

function addressOf(serviceUrl: string, [base = '', ...parts]: string[]): string {
  return [serviceUrl.replace(/\/+$/, ''), base, ...parts.map(encodeURIComponent)].join('/');
}
