import type { Logger } from 'pino';
import type { BotCloud } from './channels/botframework/authentication.ts';
import { createBot } from './channels/botframework/bot.ts';
import { createConnector } from './channels/botframework/connector.ts';
import { createDelivery } from './channels/botframework/delivery.ts';
import { EFFECT_KIND } from './channels/botframework/reference.ts';
import type { Config } from './config.ts';
import { createCore } from './core.ts';
import { createChatwoot } from './desk/chatwoot/app.ts';
import type { DeskNotifier } from './desk/notifier.ts';
import { recipients } from './desk/notifier.ts';
import { createDeskSessions } from './desk/page/sessions.ts';
import { type DeskToken, deskToken } from './desk/page/token.ts';
import type { SlackDeps } from './desk/slack/app.ts';
import { createTeams } from './desk/teams/app.ts';
import { createWebhookNotifier } from './desk/webhooks/notifier.ts';
import { startReminders } from './dialogs/turns/reminders.ts';
import { createSessions } from './forms/sessions.ts';
import { loadKeys } from './http/keys.ts';
import type { ShopPage } from './http/pages.ts';
import { demoOrders } from './orders/demo/orders.ts';
import { type Outbox, type OutboxDeps, startOutbox } from './outbox/worker.ts';
import type { Moment } from './policy/calendar.ts';
import type { Policy } from './policy/format/load.ts';
import { createServer } from './server.ts';

/** One process of the product: started by `listen`, stopped by `close`. */
export interface App {
  /** What opens the agents' desk at `/desk`. */
  deskToken: DeskToken;
  listen(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** How exact reminders are. */
const REMINDERS_EVERY_MS = 5_000;

/** How replies are brought to channels that may be down. */
const OUTBOX = {
  everyMs: 1_000,
  drainMs: 5_000,
  backoff: { firstMs: 500, maxMs: 5 * 60_000, giveUpAfterMs: 24 * 60 * 60_000 },
} as const;

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
  const core = await createCore(
    config,
    log,
    now,
    () => outbox?.wake(),
    (change) => recipients(notifiers, config.escalation, change).flatMap((notifier) => notifier.effects(change)),
  );
  const { store, policies, conversations, formLinks, publicUrl, todayAt, desk } = core;
  const isSecure = publicUrl.startsWith('https:');
  const token = await deskToken(store, config.deskToken);
  const moment = ({ file }: Policy): Moment =>
    config.today === undefined ? { today: todayAt(file.id), now: now().toISOString() } : { today: config.today };
  const bot = await createBot(config.bot, cloud);
  const connector = createConnector({ token: bot.token, now });
  const deliver = createDelivery({ store, connector, hasAppId: config.bot.appId !== undefined });
  const slack = await slackOf({ ...core, deskUrl: `${publicUrl}/desk`, moment, now, log }, config);
  if (slack) notifiers.push(slack.notifier);
  const teams =
    config.teams &&
    createTeams({ ...core, settings: config.teams, token: bot.token, deskUrl: `${publicUrl}/desk`, now, log });
  if (teams) notifiers.push(teams.notifier);
  const chatwoot =
    config.chatwoot && createChatwoot({ ...core, settings: config.chatwoot, deskUrl: `${publicUrl}/desk`, now, log });
  if (chatwoot) notifiers.push(chatwoot.notifier);
  if (config.webhook) notifiers.push(createWebhookNotifier({ settings: config.webhook, desk, now }));
  const server = createServer({
    conversations,
    store,
    config,
    log,
    keys: await loadKeys(store),
    botFramework: { bot, connector, agents: teams?.desk },
    forms: {
      links: formLinks,
      sessions: await createSessions({ store, isSecure, now }),
      submitReturn: conversations.submitReturn,
      store,
      policies,
      now,
      today: config.today,
    },
    desk: {
      desk,
      token: token.value,
      sessions: await createDeskSessions({ store, token: token.value, isSecure, now }),
      now,
    },
    slack: slack?.routes,
    chatwoot: chatwoot?.routes,
    pages: policies
      .ids()
      .flatMap((id) => policies.current(id) ?? [])
      .map((policy) => pageOf(policy, config.ordersUrl ? [] : demoOrders(policy.file.id, todayAt(policy.file.id)))),
  });
  let stopReminders = async (): Promise<void> => {};
  return {
    deskToken: token,
    async listen() {
      const listening = await server.listen();
      const handlers = Object.fromEntries(notifiers.map(({ kind, handler }) => [kind, handler]));
      outbox = startOutbox({
        ...OUTBOX,
        store,
        now,
        handlers: { ...handlers, [EFFECT_KIND]: deliver },
        ...outboxLog(log),
      });
      stopReminders = startReminders({
        store,
        conversations,
        now,
        everyMs: REMINDERS_EVERY_MS,
        onFailure: (error) => log.error({ err: error }, 'reminders failed'),
      });
      return listening;
    },
    async close() {
      await stopReminders();
      await server.close();
      await outbox?.stop();
      await store.close();
    },
  };
}

/** Slack's client takes 50 ms to load, so only where it is needed. */
async function slackOf(deps: Omit<SlackDeps, 'settings' | 'defaultPolicy'>, { slack, defaultPolicy }: Config) {
  if (!slack) return undefined;
  const { createSlack } = await import('./desk/slack/app.ts');
  return createSlack({ ...deps, settings: slack, defaultPolicy });
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
    onParked: ({ id, conversationId }, { status }) =>
      log.error({ effectId: id, conversationId, status }, 'delivery given up'),
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
