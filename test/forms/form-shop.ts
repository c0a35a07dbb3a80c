import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createFormLinks, type ReturnClaim } from '../../src/forms/links.ts';
import { createLog } from '../../src/log.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { start } from '../channels/client.ts';
import { fixtureSettings } from '../fixtures/settings.ts';

type Facts = Record<string, unknown>;
type Said = { kind: string; id: string; reference: string; formUrl?: string };

/** Customers whose cases end on a form, on 21 November 2026. */
export const customers = {
  return: {
    shop: 'tool-shop',
    facts: {
      reason: 'not-working',
      goods: 'device',
      delivery: 'received',
      discounted: false,
      purchasedOn: '2026-05-04',
      warrantyUntil: '2026-12-01',
      warrantyMonths: '2026-12-01',
      condition: [],
    },
  },
  cancellation: {
    shop: 'tool-shop',
    facts: { reason: 'changed-mind', goods: 'digital', activation: 'not-activated', discounted: false },
  },
  fourteenDays: {
    shop: 'fortnight-shop',
    facts: { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-10' },
  },
  'warranty-repair': {
    shop: 'fortnight-shop',
    facts: {
      reason: 'not-working',
      delivery: 'received',
      receivedOn: '2026-06-01',
      condition: [],
      warrantyMonths: 24,
    },
  },
} satisfies Record<string, { shop: string; facts: Facts }>;

/** The whole product with a clock that the test sets, on a data folder that outlives its processes. */
export async function formShop({ dataDir, now }: { dataDir?: string; now?: string } = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'returns-forms-'));
  const clock = { now: new Date(now ?? '2026-11-21T10:00:00Z') };
  const config = readConfig({ ...fixtureSettings, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const app = await createApp(config, createLog('silent'), () => clock.now);
  const { port } = await app.listen();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await app.close();
    isOpen = false;
  };
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  return { base: `http://127.0.0.1:${port}`, dataDir: folder, clock, close };
}
export type FormShop = Awaited<ReturnType<typeof formShop>>;

/** Chats to the end and resolves with the decision's link. */
export async function chat({ base }: Pick<FormShop, 'base'>, customer: { shop: string; facts: Facts }) {
  const conversation = await start(base, customer.shop);
  const said = async () =>
    (await conversation.read()).activities.map(({ channelData }) => channelData?.returns as Said | undefined);
  for (let turn = 0; turn < 20; turn += 1) {
    const all = await said();
    const decision = all.findLast((one) => one?.kind === 'decision');
    if (decision) {
      const { reference, formUrl = '' } = decision;
      return { conversation, reference, token: new URL(formUrl).searchParams.get('token') ?? '' };
    }
    await conversation.say(inWords(customer.facts[all.findLast((one) => one?.kind === 'question')?.id ?? '']));
  }
  throw new Error('the chat did not end');
}

function inWords(value: unknown): string {
  if (value === undefined) return "I don't know";
  if (Array.isArray(value)) return value.join(', ') || 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** A token with another claim, signed with the shop's own key. */
export async function signed(
  { dataDir }: FormShop,
  reference: string,
  change: Partial<ReturnClaim>,
  { token, issuer, now }: { token: string; issuer?: string; now?: Date },
): Promise<string> {
  return withStore(dataDir, async (store) => {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      iss: string;
      return: ReturnClaim;
    };
    const links = await createFormLinks({
      store,
      issuer: issuer ?? claims.iss,
      formUrl: 'http://localhost/form',
      now: () => now ?? new Date('2026-11-21T10:00:00Z'),
    });
    const claim = { ...claims.return, ...change };
    const url = await links.link({ reference, claim, timeZone: 'Europe/Kyiv' });
    return new URL(url).searchParams.get('token') ?? '';
  });
}

/** Looks into the store beside the running product. */
export async function withStore<T>(dataDir: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore(dataDir);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}
