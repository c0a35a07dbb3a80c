import type { Tracing } from './tracing.ts';

/** Starts tracing to an OTLP endpoint; the libraries are loaded only here. */
export async function startTracing(endpoint: string, serviceName: string): Promise<Tracing> {
  const { createTracing } = await import('./spans.ts');
  return createTracing(endpoint, serviceName);
}
