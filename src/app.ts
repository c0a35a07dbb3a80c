import type { Logger } from 'pino';
import { createAdapters } from './adapters.ts';
import type { BotCloud } from './channels/botframework/authentication/authentication.ts';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { createCore } from './core.ts';
import { type DeskNotifier, recipients } from './desk/notifier.ts';
import { type DeskToken, deskToken } from './desk/page/token.ts';
import { createAccounts } from './desk/people/accounts.ts';
import { startGivingBack } from './desk/standing/leavers.ts';
import { createRoundRobin } from './desk/standing/round-robin.ts';
import { startCaseIndexing } from './dialogs/turns/case-indexing.ts';
import { mergingKind } from './dialogs/turns/merging.ts';
import { startReminders } from './dialogs/turns/reminders.ts';
import { turnId } from './dialogs/turns/turn-facts.ts';
import { createSessions } from './forms/sessions.ts';
import { createMetrics } from './http/metrics.ts';
import type { ShopPage } from './http/pages/pages.ts';
import { observeLanes, observeTurns } from './observing.ts';
import { demoOrders } from './orders/demo/orders.ts';
import type { EffectHandler } from './outbox/outcome.ts';
import { outboxPace } from './outbox/pace.ts';
import { type Outbox, type OutboxDeps, startOutbox } from './outbox/worker.ts';
import { createPlanning } from './planning.ts';
import type { Policy } from './policy/format/load.ts';
import { createErasing, erasingKind } from './privacy/erasing.ts';
import { keepReturnsSince } from './privacy/kept-returns.ts';
import { startRetention } from './privacy/retention.ts';
import { createServer } from './server.ts';
import type { Store } from './store/store.ts';
import { mailFolder } from './talks/mail/kept-mails.ts';
import { createMailer } from './talks/mail/mailer.ts';
import { createMails, TOO_EARLY } from './talks/mail/mails.ts';
import { startPresence } from './talks/presence.ts';
import { startTracing } from './tracing/start.ts';

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
/** Nobody waits for what is outdated to go. */
const RETENTION_EVERY_MS = 60 * 60_000;
/** What cases are found by is missing only after an upgrade, a move, or where a part of a talk was erased. */
const INDEXING_EVERY_MS = 60 * 60_000;

/** The interval at which it is noted who is there. */
const PRESENCE_EVERY_MS = 15_000;
/** How often it is looked for cases of people who may not log in any more. */
const GIVING_BACK_EVERY_MS = 5_000;

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
  const tracing = config.tracing && (await startTracing(config.tracing.endpoint, config.tracing.serviceName));
  // The store comes with the core, which tells of its turns.
  const opened: { store?: Store } = {};
  const metrics = createMetrics(async () => opened.store?.outboxCounts(now().toISOString()) ?? []);
  const core = await createCore(
    config,
    log,
    now,
    (kinds) => outbox?.wake(kinds),
    (change) => recipients(notifiers, config.escalation, change).flatMap((notifier) => notifier.effects(change)),
    planning.ready,
    observeTurns({ log, metrics, tracing }),
  );
  opened.store = core.store;
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
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    folder: mailFolder(config),
    onFailure: (code) => log.warn({ code }, 'mail failed'),
  });
  const mails = createMails({
    ...{ store, publicUrl, mailer, now, keys: core.talkKeys, limits: core.talkLimits },
    shopName: (id) => policies.current(id)?.file.name ?? id,
  });
  notifiers.push(...desks.flatMap(({ notifier }) => notifier ?? []), mails);
  if (config.assign === 'round-robin') {
    const roundRobin = createRoundRobin({ ...core, now });
    notifiers.push(roundRobin);
    core.standings.watchHere(() => {
      roundRobin.giveWaiting().catch((error: unknown) => log.error({ err: error }, 'cases could not be given out'));
    });
  }
  const server = createServer({
    conversations,
    store,
    config,
    log,
    metrics,
    onRequest: tracing?.request,
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
  const erase = createErasing({
    store,
    now,
    keepReturnsSince: () => keepReturnsSince(now(), config.retention.returns),
  });
  const carryMerged: EffectHandler = async (effect) => {
    await conversations.carryMerged(effect);
    return { kind: 'delivered' };
  };
  let stopReminders = async (): Promise<void> => {};
  let stopRetention = async (): Promise<void> => {};
  let stopIndexing = async (): Promise<void> => {};
  let stopGivingBack = async (): Promise<void> => {};
  return {
    deskToken: token,
    reload: core.reload,
    async listen() {
      const listening = await server.listen();
      log.info({ mailTo: mailer.where }, 'e-mails go here');
      planning.start();
      outbox = startOutbox({
        ...outboxPace,
        store,
        now,
        lanes: observeLanes(
          {
            ...lanesOf(channels, notifiers),
            [erasingKind]: { handle: erase, ...NOTICES },
            [mergingKind]: { handle: carryMerged, ...REPLIES },
          },
          { ...metrics, log, tracing },
        ),
        ...outboxLog(log),
      });
      stopRetention = startRetention({
        ...retentionLog(log),
        store,
        days: config.retention,
        now,
        everyMs: RETENTION_EVERY_MS,
      });
      stopIndexing = startCaseIndexing({
        ...{ store, policies, dueAt: core.dueAt },
        everyMs: INDEXING_EVERY_MS,
        onFailure: (error, reference) => log.error({ err: error, reference }, 'a case cannot be found by its words'),
      });
      stopGivingBack = startGivingBack({
        ...{ store, desk: core.desk, accounts: createAccounts(store, now), now },
        everyMs: GIVING_BACK_EVERY_MS,
        onFailure: (error) => log.error({ err: error }, 'cases could not be given back'),
      });
      stopReminders = startReminders({
        store,
        conversations,
        now,
        everyMs: REMINDERS_EVERY_MS,
        onSetAside: (error, conversationId, setAside) =>
          log.error({ err: error, conversationId, setAside }, 'a reminder failed and is set aside'),
        onFailure: (error) => log.error({ err: error }, 'reminders failed'),
      });
      return listening;
    },
    async close(options) {
      await planning.stop();
      await stopReminders();
      await stopRetention();
      await stopIndexing();
      await stopGivingBack();
      await server.close(options);
      await outbox?.stop();
      await tracing?.stop();
      await presence.stop();
      mailer.close();
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
    onLater: ({ id, conversationId, at, attempts }, { status, delayMs, error }) =>
      // A mail also waits until it is clear that its customer is away.
      log[status === TOO_EARLY ? 'debug' : 'warn'](
        {
          turn: turnId(conversationId, at),
          effectId: id,
          conversationId,
          attempts: attempts + 1,
          status,
          delayMs,
          ...(error !== undefined && { err: error }),
        },
        'delivery put off',
      ),
    onParked: ({ id, conversationId, at }, { status, error }) =>
      log.error(
        {
          turn: turnId(conversationId, at),
          effectId: id,
          conversationId,
          status,
          ...(error !== undefined && { err: error }),
        },
        'delivery given up',
      ),
    onFailure: (error) => log.error({ err: error }, 'outbox failed'),
  };
}

function retentionLog(log: Logger): Pick<Parameters<typeof startRetention>[0], 'onFailure' | 'onErased'> {
  return {
    onFailure: (error, conversationId) => log.error({ err: error, conversationId }, 'not erased'),
    onErased: (counts) => log.info(counts, 'outdated data erased'),
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
