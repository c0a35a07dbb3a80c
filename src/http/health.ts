import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { codeOf } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { HttpError } from './errors.ts';
import { isFromThisMachine } from './limits/local-addresses.ts';
import type { Metrics } from './metrics.ts';
import { isSameSecret } from './secrets/same-secret.ts';

/** True if the server may be sent customers. */
export type Readiness = 'starting' | 'ready' | 'draining';

/** Mounts `/healthz` (the process lives), `/readyz` (it can take a turn) and `/metrics`. */
export function mountHealth(
  server: Server,
  deps: {
    store: Store;
    metrics: Metrics;
    log: Logger;
    /** The token that opens `/metrics`; absent: in production nothing does, else being on this machine. */
    metricsToken: string | undefined;
    isProduction: boolean;
    readiness: () => Readiness;
  },
): void {
  server.get('/healthz', async (_req, res) => {
    res.sendRaw(200, '{"status":"up"}', { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });

  server.get('/readyz', async (_req, res) => {
    const readiness = deps.readiness();
    if (readiness !== 'ready') throw new HttpError(503, readiness, `the server is ${readiness}`);
    await deps.store.ping().catch((err: unknown) => {
      deps.log.error({ err }, 'store does not answer');
      const code = codeOf(err) === 'store-full' ? 'store-full' : 'store-unavailable';
      throw new HttpError(503, code, 'nothing can be stored now', { cause: err });
    });
    res.sendRaw(200, '{"status":"ready"}', { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });

  server.get('/metrics', async (req, res) => {
    demandReader(req, deps);
    const { registry } = deps.metrics;
    res.sendRaw(200, await registry.metrics(), { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  });
}

/** A proxy on this machine that adds no header looks as somebody on it, so in production only the token counts. */
function demandReader(
  req: IncomingMessage,
  { metricsToken: token, isProduction }: { metricsToken: string | undefined; isProduction: boolean },
): void {
  const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const mayRead =
    token === undefined
      ? !isProduction && isFromThisMachine(req)
      : given !== undefined && isSameSecret(token, given.trim());
  if (!mayRead) throw new HttpError(401, 'token-missing', 'set METRICS_TOKEN and send it: Authorization: Bearer …');
}
