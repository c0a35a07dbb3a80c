import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Store } from '../store/store.ts';
import { HttpError } from './errors.ts';
import type { Metrics } from './metrics.ts';

/** True if the server may be sent customers. */
export type Readiness = 'starting' | 'ready' | 'draining';

/** Mounts `/healthz` (the process lives), `/readyz` (it can take a turn) and `/metrics`. */
export function mountHealth(
  server: Server,
  deps: { store: Store; metrics: Metrics; log: Logger; readiness: () => Readiness },
): void {
  server.get('/healthz', async (_req, res) => {
    res.sendRaw(200, '{"status":"up"}', { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });

  server.get('/readyz', async (_req, res) => {
    const readiness = deps.readiness();
    if (readiness !== 'ready') throw new HttpError(503, readiness, `the server is ${readiness}`);
    await deps.store.ping().catch((err: unknown) => {
      deps.log.error({ err }, 'store does not answer');
      throw new HttpError(503, 'store-unavailable', 'the store does not answer');
    });
    res.sendRaw(200, '{"status":"ready"}', { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });

  server.get('/metrics', async (_req, res) => {
    const { registry } = deps.metrics;
    res.sendRaw(200, await registry.metrics(), { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  });
}
