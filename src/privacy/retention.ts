import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LastTurn } from '../store/erasing.ts';
import type { Store } from '../store/store.ts';
import { daysBefore, keepReturnsSince } from './kept-returns.ts';

/** After how many days without a message what is kept goes; 0: never. */
export interface RetentionDays {
  /** Conversations with all that is in them, unless a case of theirs is open. */
  conversations: number;
  /** Conversations in which nobody wrote. */
  unused: number;
  /** Registered returns, from their submission on. */
  returns: number;
}

interface RetentionDeps {
  store: Pick<Store, 'lastTurns' | 'erase' | 'scrub' | 'forgetDelivered' | 'forgetKeptReturns'>;
  days: RetentionDays;
  now(): Date;
  /** Called with what could not be erased; the rest goes on. */
  onFailure(error: unknown, conversationId?: string): void;
  /** Ends a round between two batches; the next start begins anew. */
  signal?: AbortSignal;
  /** Called after a round that erased something. */
  onErased(counts: { conversations: number; returns: number; effects: number }): void;
}

/** So many rows are looked at, or go, before others get their turn. */
const batch = 200;
/** What was delivered is of use only to look into a delivery. */
const deliveredDays = 7;

/** Erases what is older than it may be, one conversation by itself after the other; may run in several processes. */
export async function eraseOutdated(deps: RetentionDeps): Promise<void> {
  const { store, days, now, signal } = deps;
  const conversations = await eraseConversations(deps);
  const effects = await inBatches(() => store.forgetDelivered(daysBefore(now(), deliveredDays), batch), signal);
  const forgetReturns = () => store.forgetKeptReturns(daysBefore(now(), days.returns), batch);
  const returns = days.returns === 0 ? 0 : await inBatches(forgetReturns, signal);
  if (conversations + effects + returns === 0) return;
  await store.scrub();
  deps.onErased({ conversations, returns, effects });
}

async function eraseConversations(deps: RetentionDeps): Promise<number> {
  if (deps.days.conversations === 0 && deps.days.unused === 0) return 0;
  let erased = 0;
  let after: string | undefined;
  for (let isMore = true; isMore && deps.signal?.aborted !== true; ) {
    const page = await deps.store.lastTurns({ ...(after !== undefined && { after }), limit: batch });
    for (const one of page) if (await eraseOne(deps, one)) erased += 1;
    after = page.at(-1)?.conversationId;
    isMore = page.length === batch;
    await nextTurn();
  }
  return erased;
}

/** One that cannot be erased must not keep the others. */
async function eraseOne({ store, days, now, onFailure }: RetentionDeps, one: LastTurn): Promise<boolean> {
  const { conversationId, at, isUnused, hasOpenCase } = one;
  const limit = isUnused ? days.unused : days.conversations;
  if (limit === 0 || hasOpenCase || at >= daysBefore(now(), limit)) return false;
  try {
    const unlessSince = daysBefore(now(), limit);
    const kept = keepReturnsSince(now(), days.returns);
    return (await store.erase({ conversationId, unlessSince, keepReturnsSince: kept })) !== undefined;
  } catch (error) {
    onFailure(error, conversationId);
    return false;
  }
}

async function inBatches(forget: () => Promise<number>, signal: AbortSignal | undefined): Promise<number> {
  let all = 0;
  for (let count = batch; count === batch && signal?.aborted !== true; ) {
    count = await forget();
    all += count;
    await nextTurn();
  }
  return all;
}

/** Erases what is outdated now and every `everyMs`; returns the function that stops it, which waits for one batch. */
export function startRetention({
  everyMs,
  ...given
}: Omit<RetentionDeps, 'signal'> & { everyMs: number }): () => Promise<void> {
  const stopping = new AbortController();
  const deps = { ...given, signal: stopping.signal };
  let round: Promise<void> = Promise.resolve();
  const tick = (): void => {
    round = round.then(() => eraseOutdated(deps)).catch((error: unknown) => deps.onFailure(error));
  };
  tick();
  const timer = setInterval(tick, everyMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await round;
  };
}
