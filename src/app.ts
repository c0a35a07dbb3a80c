import type { Logger } from 'pino';
import { createAdapters } from './adapters.ts';
import type { BotCloud } from './channels/botframework/authentication/authentication.ts';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { createCore } from './core.ts';
import { type DeskNotifier, recipients } from './desk/notifier.ts';
import { type DeskToken, deskToken } from './desk/page/token.ts';
import { startReminders } from './dialogs/turns/reminders.ts';
import { createSessions } from './forms/sessions.ts';
import type { ShopPage } from './http/pages/pages.ts';
import { demoOrders } from './orders/demo/orders.ts';
import { type Outbox, type OutboxDeps, startOutbox } from './outbox/worker.ts';
import { createPlanning } from './planning.ts';
import type { Policy } from './policy/format/load.ts';
import { createServer } from './server.ts';
import { startPresence } from './talks/presence.ts';

/** One process of the product: started by `listen`, stopped by `close`. */
export interface App {
  /** The token that opens the agents' desk at `/desk`. */
  deskToken: DeskToken;
  listen(): Promise<{ port: number }>;
  /** Takes the policies anew from their folder, unless one has a mistake. */
  reload(): Promise<void>;
  /** Stops; see `ReturnsServer.close`. */
  close(options?: { graceMs?: number }): Promise<void>;
}

/** The interval at which due reminders are looked for: one may be this late. */
const REMINDERS_EVERY_MS = 5_000;

/** The interval at which it is noted who is there. */
const PRESENCE_EVERY_MS = 15_000;

/** The pace of deliveries to channels that may be down. */
const OUTBOX = {
  everyMs: 1_000,
  drainMs: 5_000,
  // With pauses of three quarters of the longest on average, 2,000 attempts take a day.
  backoff: { firstMs: 500, maxMs: 60_000, maxAttempts: 2_000 },
  hosts: { atOnce: 16, openAfter: 5, probe: { firstMs: 1_000, maxMs: 30_000 } },
} as const;

/** After a kill, what was under way is due again once its lease is over: for customers within ten seconds. */
const REPLIES = { attemptMs: 7_000, maxFaults: 6 } as const;
/** Desks make several calls for one effect. */
const NOTICES = { attemptMs: 30_000, maxFaults: 12 } as const;

/**
 * Puts the server on the core of the product; `cloud` is where the bot's credentials count, if not in the public one.
 * Throws PolicyFileError or DeploymentError.
 */
export async function createApp(
  config: Config,
  log: Logger,
  now: () => Date = () => new Date(),
  cloud?: BotCloud,
): Promise<App> {
  let outbox: Outbox | undefined;
  const notifiers: DeskNotifier[] = [];
  const planning = createPlanning(log);
  const core = await createCore(
    config,
    log,
    now,
    () => outbox?.wake(),
    (change) => recipients(notifiers, config.escalation, change).flatMap((notifier) => notifier.effects(change)),
    planning.ready,
  );
  const { store, policies, conversations, formLinks, publicUrl, todayAt } = core;
  const token = await deskToken(store, config.deskToken);
  const presence = startPresence({
    store,
    now,
    everyMs: PRESENCE_EVERY_MS,
    onFailure: (error) => log.error({ err: error }, 'presence failed'),
  });
  const { channels, desks } = await createAdapters({
    ...core,
    config,
    log,
    now,
    cloud,
    deskToken: token.value,
    presence,
  });
  notifiers.push(...desks.flatMap(({ notifier }) => notifier ?? []));
  const server = createServer({
    conversations,
    store,
    config,
    log,
    channels,
    desks,
    forms: {
      links: formLinks,
      sessions: await createSessions({ store, isSecure: publicUrl.startsWith('https:'), now }),
      submitReturn: conversations.submitReturn,
      store,
      policies,
      now,
      today: config.today,
    },
    pages: policies
      .ids()
      .flatMap((id) => policies.current(id) ?? [])
      .map((policy) => pageOf(policy, config.ordersUrl ? [] : demoOrders(policy.file.id, todayAt(policy.file.id)))),
  });
  let stopReminders = async (): Promise<void> => {};
  return {
    deskToken: token,
    reload: core.reload,
    async listen() {
      const listening = await server.listen();
      planning.start();
      outbox = startOutbox({ ...OUTBOX, store, now, lanes: lanesOf(channels, notifiers), ...outboxLog(log) });
      stopReminders = startReminders({
        store,
        conversations,
        now,
        everyMs: REMINDERS_EVERY_MS,
        onFailure: (error) => log.error({ err: error }, 'reminders failed'),
      });
      return listening;
    },
    async close(options) {
      await planning.stop();
      await stopReminders();
      await server.close(options);
      await outbox?.stop();
      await presence.stop();
      await store.close();
    },
  };
}

/** The lane of each kind of effect, which brings it to its channel or desk. */
function lanesOf(channels: Channel[], notifiers: DeskNotifier[]): OutboxDeps['lanes'] {
  return Object.fromEntries([
    ...notifiers.map(({ kind, handler }) => [kind, { handle: handler, ...NOTICES }]),
    ...channels.flatMap(({ id, deliver, hostOf }) => (deliver ? [[id, { handle: deliver, hostOf, ...REPLIES }]] : [])),
  ]);
}

function outboxLog(log: Logger): Pick<OutboxDeps, 'onLater' | 'onParked' | 'onFailure'> {
  return {
    onLater: ({ id, conversationId, attempts }, { status, delayMs, error }) =>
      log.warn(
        {
          effectId: id,
          conversationId,
          attempts: attempts + 1,
          status,
          delayMs,
          ...(error !== undefined && { err: error }),
        },
        'delivery put off',
      ),
    onParked: ({ id, conversationId }, { status, error }) =>
      log.error(
        { effectId: id, conversationId, status, ...(error !== undefined && { err: error }) },
        'delivery given up',
      ),
    onFailure: (error) => log.error({ err: error }, 'outbox failed'),
  };
}

function pageOf({ file }: Policy, orders: ShopPage['demoOrders']): ShopPage {
  return {
    id: file.id,
    language: file.language,
    name: file.name,
    tagline: file.tagline ?? '',
    accentColor: file.theme.accent,
    disclaimer: file.statutoryNote,
    demoOrders: orders,
  };
}
