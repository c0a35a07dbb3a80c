import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { keepPolicies } from './dialogs/policies.ts';
import { createConversations } from './dialogs/turn.ts';
import { createFormLinks } from './forms/links.ts';
import { createSessions } from './forms/sessions.ts';
import { loadKeys } from './http/keys.ts';
import type { ShopPage } from './http/pages.ts';
import { createLookUps } from './look-ups.ts';
import { demoOrders } from './orders/demo-orders.ts';
import { dayOf } from './policy/calendar.ts';
import type { Policy } from './policy/load.ts';
import { loadPolicies } from './policy/shelf.ts';
import { createServer } from './server.ts';
import { openSqliteStore } from './store/sqlite.ts';

/** One process of the product: started by `listen`, stopped by `close`. */
export interface App {
  listen(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** The deployment's settings do not fit together; the message is one line that says what to do. */
export class DeploymentError extends Error {
  readonly code = 'deployment';
}

/** Puts the product together; the only place that names concrete adapters. Throws PolicyFileError or DeploymentError. */
export async function createApp(config: Config, log: Logger, now: () => Date = () => new Date()): Promise<App> {
  const policies = loadPolicies(config.policiesDir);
  if (!policies.has(config.defaultPolicy)) {
    throw new DeploymentError(
      `DEFAULT_POLICY is "${config.defaultPolicy}", but POLICIES_DIR has ${[...policies.keys()].join(', ') || 'no policy'}`,
    );
  }
  const store = openSqliteStore(config.dataDir);
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const formLinks = await createFormLinks({
    store,
    issuer: publicUrl,
    formUrl: config.returnFormUrl ?? `${publicUrl}/form`,
    // On a fixed day links must hold on that day; at noon in UTC it is the same day in nearly all time zones.
    now: config.today === undefined ? now : () => new Date(`${config.today}T12:00:00Z`),
  });
  const todayAt = (policyId: string) => config.today ?? dayOf(now(), policies.get(policyId)?.file.timeZone ?? 'UTC');
  const kept = await keepPolicies(policies, store);
  const conversations = createConversations({
    store,
    policies: kept,
    lookUps: createLookUps({
      config,
      log,
      now,
      today: todayAt,
    }),
    formLinks,
    now,
    today: config.today,
    onFailure: (error, conversationId) => log.error({ err: error, conversationId }, 'turn failed'),
  });
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
      policies: kept,
      now,
      today: config.today,
    },
    pages: [...policies.values()].map((policy) =>
      pageOf(policy, config.ordersUrl ? [] : demoOrders(policy.file.id, todayAt(policy.file.id))),
    ),
  });
  return {
    listen: () => server.listen(),
    async close() {
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
