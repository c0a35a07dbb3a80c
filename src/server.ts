import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import restify from 'restify';
import { budgets } from './budgets.ts';
import type { Channel } from './channels/channel.ts';
import { observeConversations } from './channels/observed.ts';
import type { Config } from './config.ts';
import type { DeskApp } from './desk/desk-app.ts';
import type { Conversations } from './dialogs/turns/conversations.ts';
import { fallbackLanguage } from './dialogs/wording/catalog/languages.ts';
import { type FormDeps, mountForms } from './forms/routes.ts';
import { allowOtherSites } from './http/cors.ts';
import { type HttpError, sendError, toHttpError } from './http/errors.ts';
import { refusal, setSecurityHeaders } from './http/guards.ts';
import { mountHealth, type Readiness } from './http/health.ts';
import { createInFlight } from './http/in-flight.ts';
import { createLimits } from './http/limits/limits.ts';
import { watchForwarding } from './http/limits/missing-header.ts';
import { stopListening } from './http/listening.ts';
import { createMetrics, type Metrics, type SeenRequest } from './http/metrics.ts';
import { mountPages, type ShopPage } from './http/pages/pages.ts';
import { nameWhatIsThrown, thrownItself } from './http/thrown.ts';
import { createUpgrades } from './http/upgrades.ts';
import type { Store } from './store/store.ts';

const DRAIN_MS = 10_000;
/** After the last new connection those that are open have so long to hear that they are not kept. */
const LAST_ANSWERS_MS = 1_000;
const { headersMs, bodyMs, idleMs } = budgets.request;

/** Options of the server; `app.ts` puts them together. */
export interface ServerDeps {
  conversations: Conversations;
  store: Store;
  config: Pick<
    Config,
    'host' | 'port' | 'publicUrl' | 'trustedProxies' | 'rates' | 'metricsToken' | 'frameAncestors' | 'isProduction'
  >;
  log: Logger;
  pages: ShopPage[];
  forms?: FormDeps;
  /** The ways for customers to come. */
  channels: Channel[];
  /** The desks where people of the shop work. */
  desks?: DeskApp[];
  /** Absent: the server makes its own. */
  metrics?: Metrics;
  /** Called with each request once it is answered. */
  onRequest?: ((request: SeenRequest) => void) | undefined;
  /** The time that a stop waits for turns under way and for clients to close, in milliseconds. */
  drainMs?: number;
}

/** The HTTP side of one process. */
export interface ReturnsServer {
  restify: restify.Server;
  /** Resolves with the port when customers can come; rejects when the address is taken. */
  listen(): Promise<{ port: number }>;
  /**
   * Says for `graceMs` by `/readyz` that it is stopping, while it still answers; then takes no more customers, tells
   * those who are connected by their next answer, finishes the turns under way and closes the sockets with 1001: at most
   * `drainMs` (10 s) after that.
   */
  close(options?: { graceMs?: number }): Promise<void>;
}

/** restify's published types miss `first`, the only place before restify parses the address. */
type GuardedServer = restify.Server & { first(guard: (req: IncomingMessage, res: ServerResponse) => boolean): void };

/** True for what somebody at the shop has to look at. */
function isOurFault({ statusCode, code }: HttpError): boolean {
  return statusCode === 500 || code === 'store-full' || code === 'store-unavailable';
}

/** Builds the server with every route and guard; nothing listens yet. */
export function createServer({
  conversations,
  store,
  config,
  log,
  pages,
  forms,
  channels,
  desks = [],
  metrics = createMetrics(),
  onRequest,
  drainMs = DRAIN_MS,
}: ServerDeps): ReturnsServer {
  let readiness: Readiness = 'starting';
  let isLastAnswer = false;
  const inFlight = createInFlight();
  const limits = createLimits(config);
  const watchHeader = watchForwarding(config.trustedProxies, () =>
    log.warn('TRUST_PROXY names a proxy that sends no X-Forwarded-For: all customers behind it share one limit'),
  );
  const upgrades = createUpgrades(log, limits, (sockets) => metrics.sockets.set(sockets));
  // restify's own lines quote headers and addresses: silent, ours are written below.
  const server = restify.createServer({ name: '', log: pino({ level: 'silent' }) as never }) as GuardedServer;
  nameWhatIsThrown(server);
  server.server.headersTimeout = headersMs;
  server.server.requestTimeout = bodyMs;
  // Both are looked at every 30 s otherwise; Node's types miss it.
  Object.assign(server.server, { connectionsCheckingInterval: headersMs / 2 });
  // A connection on which nothing moves: the client sends nothing, or does not read what it asked for.
  server.server.timeout = idleMs;

  server.first((req: IncomingMessage, res: ServerResponse) => {
    res.once('close', inFlight.enter());
    metrics.observeRequest(req, res, onRequest);
    watchHeader(req);
    setSecurityHeaders(res, config);
    if (isLastAnswer) res.setHeader('Connection', 'close');
    const refused = refusal(req) ?? tooOften(req);
    if (refused) void sendError(req, res, refused);
    return refused === undefined && !allowOtherSites(req, res);
  });

  function tooOften(req: IncomingMessage): HttpError | undefined {
    try {
      limits.take('requests', req);
      return undefined;
    } catch (error) {
      return toHttpError(error);
    }
  }

  // restify would answer with the error's own message. Its callback, which does so, is never called.
  server.on('restifyError', (req: restify.Request, res: restify.Response, thrown: unknown) => {
    const error = thrownItself(thrown);
    const known = toHttpError(error);
    if (isOurFault(known)) log.error({ err: error, route: req.getRoute()?.path }, 'request failed');
    void sendError(req, res, known);
  });
  server.on('error', (err) => log.error({ err }, 'server failed'));
  server.on('upgrade', (req, socket, head) => void upgrades.handle(req, socket, head));

  const observed = observeConversations(conversations, metrics, inFlight);
  mountHealth(server, { store, metrics, log, ...config, readiness: () => readiness });
  // Pages of no shop in particular speak as the first.
  const language = pages[0]?.language ?? fallbackLanguage;
  mountPages(server, { pages, publicUrl: config.publicUrl, frameAncestors: config.frameAncestors, language });
  if (forms) mountForms(server, { ...forms, log, language });
  for (const channel of channels) channel.mount(server, { conversations: observed, upgrades, limits });
  const open = desks.map((desk) => desk.mount?.(server, { inFlight, limits }));
  let stopSharing = (): void => {};

  return {
    restify: server,
    async listen() {
      const listening = once(server.server, 'listening');
      server.server.listen(config.port, config.host);
      await listening;
      readiness = 'ready';
      if (store.shareRates) stopSharing = limits.startSharing(store.shareRates);
      return { port: server.address().port };
    },
    async close({ graceMs = 0 } = {}) {
      if (readiness === 'draining') return;
      readiness = 'draining';
      stopSharing();
      if (!server.server.listening) return;
      // Whoever sends customers learns of the stop by `/readyz`. A client that was told before the listener is closed
      // would come again just when it is.
      if (graceMs > 0) await wait(graceMs);
      const closed = once(server.server, 'close');
      const lastMs = Math.min(graceMs, LAST_ANSWERS_MS);
      await stopListening(server.server, lastMs);
      isLastAnswer = true;
      if (lastMs > 0) await Promise.race([closed, wait(lastMs)]);
      server.server.close();
      for (const one of open) one?.close();
      const deadline = wait(drainMs, undefined, { ref: false });
      await Promise.race([inFlight.idle(), deadline]);
      upgrades.close();
      // Connections that became idle after the close began would otherwise be kept alive.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 20);
      await Promise.race([closed, deadline]);
      clearInterval(sweep);
      upgrades.terminate();
      server.server.closeAllConnections();
      metrics.registry.clear();
    },
  };
}
