import type { Logger } from 'pino';
import { type CommittedTurn, turnId } from './dialogs/turns/turn-facts.ts';
import type { Metrics } from './http/metrics.ts';
import type { LaneSettings } from './outbox/lane.ts';
import type { Tracing } from './tracing/tracing.ts';

type Lanes = Record<string, LaneSettings>;

/** The same lanes, with each attempt timed, logged and traced under the id of its turn. */
export function observeLanes(
  lanes: Lanes,
  { log, deliveries, tracing }: { log: Logger; tracing: Tracing | undefined } & Pick<Metrics, 'deliveries'>,
): Lanes {
  const observed =
    (kind: string, handle: LaneSettings['handle']): LaneSettings['handle'] =>
    async (effect, signal) => {
      const startedMs = Date.now();
      const end = (outcome: string): void => {
        const endedMs = Date.now();
        const { id: effectId, conversationId, at, attempts, message } = effect;
        const turn = turnId(conversationId, at);
        deliveries.observe({ kind, outcome }, (endedMs - startedMs) / 1_000);
        log.debug({ turn, effectId, kind, outcome, activityId: message?.id, ms: endedMs - startedMs }, 'effect');
        tracing?.effect({ turnId: turn, kind, outcome, attempt: attempts + 1, startedMs, endedMs });
      };
      try {
        const outcome = await handle(effect, signal);
        end(outcome.kind);
        return outcome;
      } catch (error) {
        end('failed');
        throw error;
      }
    };
  return Object.fromEntries(
    Object.entries(lanes).map(([kind, lane]) => [kind, { ...lane, handle: observed(kind, lane.handle) }]),
  );
}

/** What is logged, counted and traced of a turn once it is committed. */
export function observeTurns({
  log,
  metrics,
  tracing,
}: {
  log: Logger;
  metrics: Pick<Metrics, 'observeTurn'>;
  tracing: Tracing | undefined;
}) {
  return (turn: CommittedTurn): void => {
    const { conversationId, at, revision, activityId, policy, event, startedMs, endedMs } = turn;
    const id = turnId(conversationId, at);
    metrics.observeTurn(turn);
    log.debug(
      { turn: id, conversationId, revision, activityId, policy, event, ms: Math.round(endedMs - startedMs) },
      'turn',
    );
    tracing?.turn({ ...turn, turnId: id });
  };
}
