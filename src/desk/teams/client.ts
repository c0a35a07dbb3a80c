import { z } from 'zod';
import type { Outcome } from '../../outbox/outcome.ts';
import { retryAfterMs } from '../../outbox/retry-after.ts';
import type { JsonObject } from '../../store/store.ts';

/** The time limit of one call. */
const CALL_MS = 15_000;

/** The address of a message in Teams. */
export const spotSchema = z.object({
  serviceUrl: z.string(),
  /** With `;messageid=` in a channel, where it names the thread. */
  conversationId: z.string(),
  activityId: z.string(),
});
export type Spot = z.infer<typeof spotSchema>;

type Undone = Extract<Outcome, { kind: 'later' | 'refused' }>;

/** Calls of Teams' connector service, each made once; they throw where it cannot be reached. */
export interface TeamsClient {
  /** Begins a thread in a channel. */
  begin(channel: string, activity: JsonObject, signal: AbortSignal): Promise<{ kind: 'begun'; spot: Spot } | Undone>;
  /** Writes to a thread or a chat. */
  write(
    to: Pick<Spot, 'serviceUrl' | 'conversationId'>,
    activity: JsonObject,
    signal: AbortSignal,
  ): Promise<{ kind: 'delivered' } | Undone>;
  /** Puts another message in the place of one. */
  update(spot: Spot, activity: JsonObject, signal: AbortSignal): Promise<{ kind: 'delivered' } | Undone>;
}

const begunSchema = z.object({ id: z.string().optional(), activityId: z.string().optional() });

/** Makes the client; `serviceUrl` is where threads are begun. */
export function createTeamsClient(deps: {
  serviceUrl: string;
  token(): Promise<string | undefined>;
  now(): Date;
}): TeamsClient {
  async function call(method: string, serviceUrl: string, path: string[], body: JsonObject, signal: AbortSignal) {
    const token = await deps.token();
    const address = [serviceUrl.replace(/\/+$/, ''), 'v3/conversations', ...path.map(encodeURIComponent)].join('/');
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      // A redirect would carry the token to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
    });
    const { ok, status, headers } = response;
    if (ok) return { kind: 'done', answer: await response.json().catch(() => undefined) } as const;
    await response.body?.cancel();
    // 401: a secret that is being changed. 412: Teams' own word for two writes at once.
    const mayWorkLater = [401, 408, 412, 425, 429].includes(status) || status >= 500;
    if (!mayWorkLater) return { kind: 'refused', status } as const;
    return { kind: 'later', status, afterMs: retryAfterMs(headers.get('retry-after'), deps.now()) } as const;
  }

  return {
    async begin(channel, activity, signal) {
      const { serviceUrl } = deps;
      const wanted = { isGroup: true, channelData: { channel: { id: channel } }, activity };
      const called = await call('POST', serviceUrl, [], wanted, signal);
      if (called.kind !== 'done') return called;
      const spot = spotOf(channel, begunSchema.safeParse(called.answer).data ?? {});
      return spot ? { kind: 'begun', spot: { serviceUrl, ...spot } } : { kind: 'refused' };
    },
    async write({ serviceUrl, conversationId }, activity, signal) {
      const called = await call('POST', serviceUrl, [conversationId, 'activities'], activity, signal);
      return called.kind === 'done' ? { kind: 'delivered' } : called;
    },
    async update({ serviceUrl, conversationId, activityId }, activity, signal) {
      const path = [conversationId, 'activities', activityId];
      const called = await call('PUT', serviceUrl, path, { ...activity, id: activityId }, signal);
      return called.kind === 'done' ? { kind: 'delivered' } : called;
    },
  };
}

/** Teams names the thread; the message that begins it is the number in that name. */
function spotOf(channel: string, { id = '', activityId }: z.infer<typeof begunSchema>) {
  const messageId = /;messageid=(\d+)/.exec(id)?.[1] ?? activityId;
  return messageId === undefined
    ? undefined
    : { conversationId: `${channel};messageid=${messageId}`, activityId: messageId };
}
