import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnFacts } from '../dialogs/turns/turn-facts.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The numbers behind `/metrics`, in a registry of their own; no label ever holds an id of a person or conversation. */
export type Metrics = ReturnType<typeof createMetrics>;

/** What the outbox holds of one kind. */
interface OutboxCount {
  kind: string;
  waiting: number;
  parked: number;
  /** ISO instant. */
  oldestAt?: string;
}

/** Makes the metrics of one server; `outboxCounts` is asked whenever somebody reads them. */
export function createMetrics(outboxCounts: () => Promise<OutboxCount[]> = async () => []) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'returns_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const turns = new Histogram({
    name: 'returns_turn_seconds',
    help: 'Turns, from the message to its commit',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const opened = new Counter({
    name: 'returns_conversations_opened_total',
    help: 'Conversations opened, by policy',
    labelNames: ['policy'],
    registers,
  });
  const sockets = new Gauge({ name: 'returns_open_sockets', help: 'WebSocket streams open now', registers });

  const decisions = new Counter({
    name: 'returns_decisions_total',
    help: 'Decisions by policy and resolution, and rulings of people',
    labelNames: ['policy', 'resolution', 'by'],
    registers,
  });
  const questions = new Histogram({
    name: 'returns_questions_per_decision',
    help: 'Questions asked until the policy decided',
    labelNames: ['policy'],
    buckets: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20],
    registers,
  });
  const unclear = new Counter({
    name: 'returns_unclear_replies_total',
    help: 'Replies of customers that could not be used',
    labelNames: ['policy'],
    registers,
  });
  const filed = new Counter({
    name: 'returns_cases_filed_total',
    help: 'Cases filed for people, by reason',
    labelNames: ['policy', 'reason'],
    registers,
  });
  const handOff = new Histogram({
    name: 'returns_handoff_wait_seconds',
    help: 'The time from the filing of a case until somebody claimed it',
    buckets: [10, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400],
    registers,
  });
  const deliveries = new Histogram({
    name: 'returns_delivery_seconds',
    help: 'Attempts to deliver an effect, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  registry.registerMetric(outboxGauge('waiting', 'Effects still to be delivered', ({ waiting }) => waiting));
  registry.registerMetric(outboxGauge('parked', 'Effects that were given up', ({ parked }) => parked));
  registry.registerMetric(
    outboxGauge('oldest_seconds', 'The age of the oldest effect still to be delivered', ({ oldestAt }) =>
      oldestAt === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldestAt)) / 1_000),
    ),
  );

  function outboxGauge(name: string, help: string, amountIn: (count: OutboxCount) => number): Gauge<'kind'> {
    return new Gauge({
      name: `returns_outbox_${name}`,
      help,
      labelNames: ['kind'],
      registers: [],
      async collect() {
        this.reset();
        for (const count of await outboxCounts()) this.set({ kind: count.kind }, amountIn(count));
      },
    });
  }

  /** Counts what a committed turn did. */
  function observeTurn({ policy, decided, isUnclear, filed: reason, ruled, waitedMs }: TurnFacts): void {
    if (decided) {
      decisions.inc({ policy, resolution: decided.resolution, by: 'policy' });
      questions.observe({ policy }, decided.questions);
    }
    if (ruled !== undefined) decisions.inc({ policy, resolution: ruled, by: 'person' });
    if (isUnclear) unclear.inc({ policy });
    if (reason !== undefined) filed.inc({ policy, reason });
    if (waitedMs !== undefined) handOff.observe(waitedMs / 1_000);
  }

  /** Times a request from here to the end of its answer. */
  function observeRequest(req: IncomingMessage, res: ServerResponse, onEnd?: (request: SeenRequest) => void): void {
    const startedMs = Date.now();
    const end = requests.startTimer();
    res.once('close', () => {
      const seen = { method: methodOf(req), route: routeOf(req), status: res.statusCode };
      end(seen);
      onEnd?.({ ...seen, startedMs, endedMs: Date.now() });
    });
  }

  return { registry, turns, opened, sockets, deliveries, observeTurn, observeRequest };
}

/** A request that was answered. */
export interface SeenRequest {
  method: string;
  route: string;
  status: number;
  startedMs: number;
  endedMs: number;
}

/** Node takes some forty methods; nobody outside may make labels of them. */
function methodOf({ method = '' }: IncomingMessage): string {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].includes(method) ? method : 'other';
}

/** The route's pattern, never the address itself: addresses are unbounded and may hold tokens. */
function routeOf(req: IncomingMessage & { route?: { path?: unknown } }): string {
  return typeof req.route?.path === 'string' ? req.route.path : 'none';
}
