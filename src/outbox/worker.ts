import { Lane, type LaneDeps, type LaneSettings } from './lane.ts';

/** Options of the outbox. */
export interface OutboxDeps extends LaneDeps {
  /** By kind of effect; what has no lane waits. */
  lanes: Record<string, LaneSettings>;
  /** The interval at which it looks for effects that nobody told it of, in milliseconds. */
  everyMs: number;
  /** The time that a stop waits for deliveries under way, in milliseconds. */
  drainMs: number;
}

/** The outbox of one process. */
export interface Outbox {
  /** Says that there may be something new: of these kinds, or of any. */
  wake(kinds?: readonly string[]): void;
  /** Delivers what is due, for at most `drainMs`; the rest stays in the store for the next start. */
  stop(): Promise<void>;
}

/**
 * Nothing is put off for longer: not by the pauses, not by a lease, and by a `Retry-After` for an hour at most. What
 * waits longer was put off while the clock was ahead.
 */
const LONGEST_WAIT_MS = 2 * 60 * 60 * 1_000;
const HASTEN_EVERY_MS = 60_000;

/**
 * Delivers the effects of committed turns: at least once, those of one key in order and one at a time, a failed one
 * again and again with growing pauses, in which only its own key waits. Each kind has a lane of its own.
 */
export function startOutbox({ lanes: settings, everyMs, drainMs, ...deps }: OutboxDeps): Outbox {
  const byKind = new Map(Object.entries(settings).map(([kind, one]) => [kind, new Lane(kind, one, deps)]));
  const lanes = [...byKind.values()];
  const wake = (kinds: readonly string[] = [...byKind.keys()]): void => {
    for (const kind of kinds) byKind.get(kind)?.wake();
  };
  const interval = setInterval(() => wake(), everyMs);
  const hasten = (): void => {
    const beyond = new Date(deps.now().getTime() + LONGEST_WAIT_MS).toISOString();
    deps.store.hastenEffects(beyond).then((count) => count > 0 && wake(), deps.onFailure);
  };
  const rarely = setInterval(hasten, HASTEN_EVERY_MS).unref();
  wake();
  hasten();

  return {
    wake,
    async stop() {
      clearInterval(interval);
      clearInterval(rarely);
      wake();
      const stopAll = (): void => {
        for (const lane of lanes) lane.stop();
      };
      const deadline = setTimeout(stopAll, drainMs);
      await Promise.all(lanes.map((lane) => lane.idle()));
      clearTimeout(deadline);
      stopAll();
    },
  };
}
