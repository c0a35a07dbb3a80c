import { type Context, ROOT_CONTEXT, type SpanAttributes, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Tracing } from './tracing.ts';

interface Times {
  startedMs: number;
  endedMs: number;
}

/**
 * Makes spans of what is over already, so that nothing is done while a customer waits. A turn and its effects are one
 * trace, though other processes may deliver them: its id follows from the turn.
 */
export function createTracing(endpoint: string, serviceName: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('returns-assistant');

  function span(name: string, attributes: SpanAttributes, { startedMs, endedMs }: Times, of = ROOT_CONTEXT) {
    const kind = name.startsWith('request') ? SpanKind.SERVER : SpanKind.INTERNAL;
    const one = tracer.startSpan(name, { attributes, startTime: startedMs, kind }, of);
    return {
      ends: () => one.end(endedMs),
      fails: () => one.setStatus({ code: SpanStatusCode.ERROR }),
      within: trace.setSpan(of, one),
    };
  }

  return {
    request({ method, route, status, ...times }) {
      const attributes = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
      const one = span(`request ${method} ${route}`, attributes, times);
      if (status >= 500) one.fails();
      one.ends();
    },
    turn({ turnId, conversationId, policy, event, commitStartedMs, ...times }) {
      const attributes = { 'returns.conversation': conversationId, 'returns.policy': policy, 'returns.event': event };
      const turn = span('turn', attributes, times, traceOf(turnId));
      span('store commit', {}, { startedMs: commitStartedMs, endedMs: times.endedMs }, turn.within).ends();
      turn.ends();
    },
    effect({ turnId, kind, outcome, attempt, ...times }) {
      const attributes = { 'returns.kind': kind, 'returns.outcome': outcome, 'returns.attempt': attempt };
      const one = span(`effect ${kind}`, attributes, times, traceOf(turnId));
      if (outcome !== 'delivered') one.fails();
      one.ends();
    },
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

/** The trace of a turn: its parts have a parent that nobody sends, because each may come from another process. */
function traceOf(turnId: string): Context {
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: turnId,
    spanId: turnId.slice(0, 16),
    traceFlags: 1,
    isRemote: true,
  });
}
