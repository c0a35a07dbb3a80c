import type { TurnTrace } from './spans.ts';

/** Sends what happens to whoever collects traces; nothing of it holds a text, an address or a token. */
export interface Tracing {
  request(request: { method: string; route: string; status: number; startedMs: number; endedMs: number }): void;
  turn(turn: TurnTrace): void;
  effect(effect: {
    turnId: string;
    kind: string;
    outcome: string;
    attempt: number;
    startedMs: number;
    endedMs: number;
  }): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** Starts tracing to an OTLP endpoint; the libraries are loaded only here. */
export async function startTracing(endpoint: string, serviceName: string): Promise<Tracing> {
  const { createTracing } = await import('./spans.ts');
  return createTracing(endpoint, serviceName);
}
