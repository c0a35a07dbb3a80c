import { InvariantError } from '../errors.ts';
import type { PendingEffect, Store } from '../store/store.ts';
import { type Backoff, retryDelay } from './backoff.ts';

/** The outcome of a delivery; a handler that throws counts as having failed for now. */
export type Outcome =
  | { kind: 'delivered' }
  /** It may work another time, and not before `afterMs` if the other side said so. */
  | { kind: 'later'; afterMs?: number | undefined; status?: number | undefined }
  /** It will never work. */
  | { kind: 'refused'; status?: number | undefined };

/** Brings one effect to those who are to see it; gives up when `signal` says so. */
export type EffectHandler = (effect: PendingEffect, signal: AbortSignal) => Promise<Outcome>;

/** Options of the worker. */
export interface OutboxDeps {
  store: Pick<Store, 'pendingEffects' | 'effectDelivered' | 'effectFailed' | 'effectParked'>;
  /** By kind of effect. */
  handlers: Record<string, EffectHandler>;
  now(): Date;
  /** The interval at which it looks for effects that nobody told it of, in milliseconds. */
  everyMs: number;
  backoff: Backoff;
  /** The time that a stop waits for deliveries under way, in milliseconds. */
  drainMs: number;
  /** Called with an effect that has to wait. */
  onLater(effect: PendingEffect, outcome: { status?: number | undefined; delayMs: number; error?: unknown }): void;
  /** Called with an effect that is given up. */
  onParked(effect: PendingEffect, outcome: { status?: number | undefined }): void;
  /** Called with an error of the store itself. */
  onFailure(error: unknown): void;
}

/** The worker of one process. */
export interface Outbox {
  /** Says that there may be something new. */
  wake(): void;
  /** Delivers what is due, for at most `drainMs`; the rest stays in the store for the next start. */
  stop(): Promise<void>;
}

/** The number of keys that are delivered to side by side. */
const WIDTH = 16;

/**
 * Delivers the effects of committed turns: at least once, those of one key in order and one at a time, a failed one
 * again and again with growing pauses, in which only its own key waits.
 */
export function startOutbox(deps: OutboxDeps): Outbox {
  const { store, now } = deps;
  const running = new Map<string, Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const enough = new AbortController();
  let looking: Promise<void> | undefined;
  let looksAgain = false;

  function wake(): void {
    looksAgain = true;
    looking ??= look()
      .catch(deps.onFailure)
      .finally(() => {
        looking = undefined;
      });
  }

  async function look(): Promise<void> {
    while (looksAgain && !enough.signal.aborted) {
      looksAgain = false;
      const due = await store.pendingEffects(now().toISOString(), WIDTH + running.size);
      for (const effect of due) {
        if (running.has(effect.key) || running.size >= WIDTH) continue;
        running.set(effect.key, deliverAndRecord(effect));
      }
    }
  }

  /** Looks again only if the store took the result, or a store that is down would be asked without a pause. */
  async function deliverAndRecord(effect: PendingEffect): Promise<void> {
    const isDelivered = await deliver(effect).then(
      () => true,
      (error: unknown) => deps.onFailure(error),
    );
    running.delete(effect.key);
    if (isDelivered) wake();
  }

  async function deliver(effect: PendingEffect): Promise<void> {
    const { outcome, error } = await attempt(effect);
    // What was cut off by the stop has not failed.
    if (outcome.kind !== 'delivered' && enough.signal.aborted) return;
    if (outcome.kind === 'delivered') {
      await store.effectDelivered(effect.id, now().toISOString());
    } else if (outcome.kind === 'refused' || isTooOld(effect)) {
      await store.effectParked(effect.id, now().toISOString());
      deps.onParked(effect, { status: outcome.status });
    } else {
      const delayMs = Math.max(retryDelay(deps.backoff, effect.attempts), outcome.afterMs ?? 0);
      await store.effectFailed(effect.id, new Date(now().getTime() + delayMs).toISOString());
      deps.onLater(effect, { status: outcome.status, delayMs, error });
      wakeIn(delayMs);
    }
  }

  async function attempt(effect: PendingEffect): Promise<{ outcome: Outcome; error?: unknown }> {
    const handle = deps.handlers[effect.kind];
    if (!handle)
      return {
        outcome: { kind: 'later' },
        error: new InvariantError('no-effect-handler', 'no handler for this kind of effect'),
      };
    try {
      return { outcome: await handle(effect, enough.signal) };
    } catch (error) {
      return { outcome: { kind: 'later' }, error };
    }
  }

  function isTooOld({ at }: PendingEffect): boolean {
    return now().getTime() - Date.parse(at) > deps.backoff.giveUpAfterMs;
  }

  function wakeIn(delayMs: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake();
    }, delayMs);
    timers.add(timer.unref());
  }

  const interval = setInterval(wake, deps.everyMs);
  wake();

  return {
    wake,
    async stop() {
      clearInterval(interval);
      const deadline = setTimeout(() => enough.abort(), deps.drainMs);
      wake();
      while (looking || running.size) await Promise.all([looking, ...running.values()]);
      clearTimeout(deadline);
      enough.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
