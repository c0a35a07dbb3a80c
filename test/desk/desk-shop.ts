import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../channels/client.ts';
import { eventually } from '../eventually.ts';
import { fixtureSettings } from '../fixtures/settings.ts';

export const token = 'the-token-of-this-desk';
export const ann = { id: 'ann', name: 'Ann' };
export const bob = { id: 'bob', name: 'Bob' };

/** The whole product with a clock that the test sets. */
export async function deskShop(settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-desk-'));
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const config = readConfig({
    ...fixtureSettings,
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    DESK_TOKEN: token,
    ...settings,
  });
  const lines: string[] = [];
  const log = createLog(config.logLevel, { write: (line) => void lines.push(line) });
  const app = await createApp(config, log, () => clock.now);
  const logged = (): string => lines.join('');
  const { port } = await app.listen();
  const base = `http://127.0.0.1:${port}`;
  let isOpen = true;
  const stop = async (): Promise<void> => {
    if (isOpen) await app.close();
    isOpen = false;
  };
  onTestFinished(async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    base,
    dataDir,
    clock,
    stop,
    /** Everything logged so far. */
    logged,
    /**
     * Moves the clock on, so that what has failed is due again; before that, each of so many failures must have been put
     * off: one that is noted later waits for a clock that stands still.
     */
    async passOnceFailed(failures: () => number, minutes: number): Promise<void> {
      await eventually(() => {
        expect(failures()).toBeGreaterThan(0);
        expect(logged().split('"delivery put off"')).toHaveLength(failures() + 1);
      });
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    ...apiOf(base),
    waiting: (policy?: string, says?: string[]) => waiting(base, policy, says),
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

const bodySchema = z.looseObject({
  error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
  case: z.looseObject({ reference: z.string(), state: z.string() }).optional(),
  cases: z.array(z.looseObject({ reference: z.string(), state: z.string() })).optional(),
});
type Body = z.infer<typeof bodySchema>;

/** The desk's API as a machine with the token calls it. */
export function apiOf(base: string) {
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: (path: string, own: Record<string, string> = headers) => call(`${base}/desk/api/${path}`, { headers: own }),
    post: (path: string, body: object = {}, own: Record<string, string> = {}) =>
      call(`${base}/desk/api/${path}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': randomUUID(), ...own },
        body: JSON.stringify({ by: ann, ...body }),
      }),
  };
}

export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, headers: response.headers, body: bodySchema.parse(isJson ? JSON.parse(text) : {}) };
}

/** The status and code of a refusal. */
export function refused({ status, body }: Answer): [number, string | undefined] {
  return [status, body.error?.code];
}

/** A customer of the website who has asked for a person. */
export async function waiting(base: string, policy = 'fortnight-shop', says: string[] = []) {
  const customer = await start(base, policy);
  for (const text of [...says, 'talk to a human']) await customer.say(text);
  const { activities } = await customer.read();
  const handoffs = activities.flatMap(({ channelData }) => {
    const handoff = channelData?.returns as { kind: string; reference: string } | undefined;
    return handoff?.kind === 'handoff' ? [handoff] : [];
  });
  const reference = handoffs.at(-1)?.reference;
  if (reference === undefined) throw new Error('the customer has no case');
  /** What the bot or people have said since the last look. */
  let seen = activities.length;
  return {
    ...customer,
    reference,
    async newTexts(): Promise<string[]> {
      const all = (await customer.read()).activities;
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh.filter(({ from }) => !from.id.startsWith('dl_')).map(({ text = '' }) => text);
    },
    async lastReturns(): Promise<Record<string, unknown> | undefined> {
      const all = (await customer.read()).activities;
      return all.at(-1)?.channelData?.returns as Record<string, unknown> | undefined;
    },
  };
}
