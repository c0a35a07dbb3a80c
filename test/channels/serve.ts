import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDirectLine } from '../../src/channels/directline/app.ts';
import type { ShopPage } from '../../src/http/pages/pages.ts';
import type { Keys } from '../../src/http/secrets/keys.ts';
import { loadKeys } from '../../src/http/secrets/keys.ts';
import { createLog } from '../../src/log.ts';
import { createServer, type ReturnsServer, type ServerDeps } from '../../src/server.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { createTalkKeys } from '../../src/talks/keys.ts';
import { startPresence } from '../../src/talks/presence.ts';
import { echoConversations } from './echo-conversations.ts';

export const shopPages: ShopPage[] = [
  {
    id: 'tool-shop',
    language: 'en',
    name: 'Lab & Field Equipment',
    tagline: 'Measuring devices, software and services',
    accentColor: '#0b6e4f',
    disclaimer: 'Your statutory rights are not affected.',
    demoOrders: [],
  },
  {
    id: 'fortnight-shop',
    language: 'en',
    name: 'Fourteen Days',
    tagline: 'Fourteen days to change your mind',
    accentColor: '#f2b705',
    disclaimer: 'Your statutory rights are not affected.',
    demoOrders: [],
  },
];

export interface Served {
  server: ReturnsServer;
  store: Store;
  keys: Keys;
  port: number;
  base: string;
  dataDir: string;
  /** Everything logged so far. */
  logged: () => string;
}

/** What a server is made with unless a test says otherwise. */
export const serverDefaults = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: undefined,
  trustedProxies: 0,
  rates: {},
  metricsToken: undefined,
  isProduction: false,
  frameAncestors: "'self'",
} as const satisfies ServerDeps['config'];

/** Serves the echo dialog on a real store and a free port until the test is over. */
export async function serve({
  dataDir,
  port = 0,
  publicUrl,
  delay,
  drainMs,
  now = () => new Date(),
  wrapStore = (store) => store,
  config = {},
}: {
  dataDir?: string;
  port?: number;
  publicUrl?: string;
  delay?: () => Promise<void>;
  drainMs?: number;
  /** The clock of what renews tokens. */
  now?: () => Date;
  wrapStore?: (store: Store) => Store;
  config?: Partial<ServerDeps['config']>;
} = {}): Promise<Served> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'returns-serve-')));
  const store = wrapStore(openSqliteStore(folder));
  const keys = await loadKeys(store);
  const presence = startPresence({ store, now: () => new Date(), everyMs: 60_000, onFailure: () => undefined });
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const server = createServer({
    conversations: echoConversations(store, { ...(delay && { delay }) }),
    store,
    config: { ...serverDefaults, port, publicUrl, ...config },
    log,
    pages: shopPages,
    channels: [
      createDirectLine({
        store,
        log,
        secret: keys.directLine,
        keys: createTalkKeys(store, now),
        presence,
        readHeic: async () => undefined,
        defaultPolicy: 'tool-shop',
        publicUrl,
        botName: (policyId) => shopPages.find(({ id }) => id === policyId)?.name ?? policyId,
      }),
    ],
    ...(drainMs !== undefined && { drainMs }),
  });
  const { port: actual } = await server.listen();
  onTestFinished(async () => {
    await server.close();
    await presence.stop();
    await store.close().catch(() => undefined);
    if (dataDir === undefined) await rm(folder, { recursive: true });
  });
  return {
    server,
    store,
    keys,
    port: actual,
    base: `http://127.0.0.1:${actual}`,
    dataDir: folder,
    logged: () => lines.join(''),
  };
}
