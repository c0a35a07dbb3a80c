import { setTimeout as wait } from 'node:timers/promises';
import { Findings } from './findings.ts';
import { type Member, startFleet } from './fleet.ts';
import { type LoadSize, startLoad } from './load.ts';
import { newDatabase, newFolder, type StoreKind } from './places.ts';
import { startReceiver } from './receiver.ts';
import { checkStored, untilDelivered } from './stored.ts';

/** Options of a run of kills. */
export interface KillsSize extends LoadSize {
  store: StoreKind;
  kills: number;
}

const webhookSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** The most messages that are acknowledged between one start and the next kill, and what passes then. */
const MAX_MESSAGES = 12;
const MAX_PAUSE_MS = 40;

/**
 * Kills processes at random moments while customers chat: one on SQLite, one of two or both on PostgreSQL; each starts
 * again at once. `onKill` is told of each.
 */
export async function runKills(size: KillsSize, onKill: (count: number) => void = () => {}): Promise<Findings> {
  const findings = new Findings();
  const place = size.store === 'sqlite' ? newFolder() : await newDatabase();
  const receiver = await startReceiver(findings);
  const webhook = { WEBHOOK_URL: receiver.webhookUrl, WEBHOOK_SECRET: webhookSecret };
  const fleet = await startFleet(size.store === 'sqlite' ? 1 : 2, { ...place.settings, ...webhook });
  try {
    const load = startLoad(size, { ...fleet, receiver, findings });
    for (let count = 0; count < size.kills; ) {
      await someMessages(findings);
      const victims = victimsAmong(fleet.members).slice(0, size.kills - count);
      await Promise.all(victims.map((victim) => killAndRestart(victim, findings)));
      count += victims.length;
      onKill(count);
    }
    await load.stop();
    await untilDelivered(place);
    await fleet.stop();
    await checkStored(place, findings, receiver);
  } finally {
    await fleet.stop();
    await receiver.close();
    await place.remove();
  }
  return findings;
}

/** Waits for a moment within a message, after at least one that was acknowledged. */
async function someMessages(findings: Findings): Promise<void> {
  const enough = findings.acknowledged + 1 + Math.random() * MAX_MESSAGES;
  while (findings.acknowledged < enough) await wait(1);
  await wait(Math.random() * MAX_PAUSE_MS);
}

/** One at random; of several now and then all. */
function victimsAmong(members: readonly Member[]): Member[] {
  const one = members[Math.floor(Math.random() * members.length)];
  return Math.random() < 0.2 || !one ? [...members] : [one];
}

async function killAndRestart(victim: Member, findings: Findings): Promise<void> {
  await victim.end('SIGKILL');
  const begin = performance.now();
  await victim.start();
  await ready(victim.base);
  findings.took('recovery', performance.now() - begin);
}

async function ready(base: string): Promise<void> {
  while (!(await fetch(`${base}/readyz`).catch(() => undefined))?.ok) await wait(10);
}
