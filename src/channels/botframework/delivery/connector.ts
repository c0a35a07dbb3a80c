import { retryAfterMs } from '../../../outbox/retry-after.ts';
import type { Outcome } from '../../../outbox/worker.ts';
import type { JsonObject } from '../../../store/store.ts';
import type { Reference } from '../reference.ts';

/** The time limit of one attempt. */
const ATTEMPT_MS = 15_000;

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
    const mayWorkLater = status === 408 || status === 429 || status >= 500;
    if (!mayWorkLater) return { kind: 'refused', status };
    return { kind: 'later', status, afterMs: retryAfterMs(headers.get('retry-after'), deps.now()) };
  };
}

function addressOf(serviceUrl: string, [base = '', ...parts]: string[]): string {
  return [serviceUrl.replace(/\/+$/, ''), base, ...parts.map(encodeURIComponent)].join('/');
}
