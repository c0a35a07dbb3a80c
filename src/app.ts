import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createCore } from './core.ts';
import { startReminders } from './dialogs/reminders.ts';
import { createSessions } from './forms/sessions.ts';
import { loadKeys } from './http/keys.ts';
import type { ShopPage } from './http/pages.ts';
import { demoOrders } from './orders/demo-orders.ts';
import type { Policy } from './policy/load.ts';
import { createServer } from './server.ts';

/** One process of the product: started by `listen`, stopped by `close`. */
export interface App {
  listen(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** How exact reminders are. */
const REMINDERS_EVERY_MS = 5_000;

/** Puts the server on the core of the product. Throws PolicyFileError or DeploymentError. */
export async function createApp(config: Config, log: Logger, now: () => Date = () => new Date()): Promise<App> {
  const { store, policies, conversations, formLinks, publicUrl, todayAt } = await createCore(config, log, now);
  const server = createServer({
    conversations,
    store,
    config,
    log,
    keys: await loadKeys(store),
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
    async listen() {
      const listening = await server.listen();
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
      await store.close();
    },
  };
}

function pageOf({ file }: Policy, orders: ShopPage['demoOrders']): ShopPage {
  return {
    id: file.id,
    name: file.name,
    tagline: file.tagline ?? '',
    accentColor: file.theme.accent,
    disclaimer: file.statutoryNote,
    demoOrders: orders,
  };
}
