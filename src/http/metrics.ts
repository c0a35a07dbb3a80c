import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The numbers behind `/metrics`, in a registry of their own; no label ever holds an id of a person or conversation. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the metrics of one server. */
export function createMetrics() {
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

  /** Times a request from here to the end of its answer. */
  function observeRequest(req: IncomingMessage, res: ServerResponse): void {
    const end = requests.startTimer();
    res.once('close', () => end({ method: req.method ?? '', route: routeOf(req), status: res.statusCode }));
  }

  return { registry, turns, opened, sockets, observeRequest };
}

/** The route's pattern, never the address itself: addresses are unbounded and may hold tokens. */
function routeOf(req: IncomingMessage & { route?: { path?: unknown } }): string {
  return typeof req.route?.path === 'string' ? req.route.path : 'none';
}
