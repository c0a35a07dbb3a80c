import { setTimeout as wait } from 'node:timers/promises';
import { Findings } from './findings.ts';
import { type Member, startFleet } from './fleet.ts';
import { type LoadSize, startLoad } from './load.ts';
import { newFolder, type Place } from './places.ts';
import { startReceiver } from './receiver.ts';
import { checkStored, untilDelivered } from './stored.ts';
import { openWebsiteChat } from './website-chat.ts';

/** Options of a run of kills. */
export interface KillsSize extends LoadSize {
  /** The PostgreSQL of two processes; absent: one process on SQLite. */
  database?: Place & { url: string };
  kills: number;
  /** No more kills after so long. */
  maxMs?: number;
  /** True if a webhook hears of cases; what a kill cut off comes to it half a minute later, which the run waits for. */
  hasWebhook: boolean;
}

const webhookSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** The most messages that are acknowledged between one start and the next kill, and what passes then. */
const MAX_MESSAGES = 12;
const MAX_PAUSE_MS = 40;
/** Half of the kills come within so long of the start, whatever was acknowledged. */
const MAX_START_MS = 500;

/**
 * Kills processes at random moments while customers chat: one on SQLite, one of two or both on PostgreSQL; each starts
 * again at once. `onKill` is told of each.
 */
export async function runKills(size: KillsSize, onKill: (count: number) => void = () => {}): Promise<Findings> {
  const findings = new Findings();
  const place = size.database ?? newFolder();
  const receiver = await startReceiver(findings);
  const webhook = size.hasWebhook && { WEBHOOK_URL: receiver.webhookUrl, WEBHOOK_SECRET: webhookSecret };
  const fleet = await startFleet(size.database ? 2 : 1, { ...place.settings, ...webhook });
  try {
    const load = startLoad(size, { ...fleet, receiver, findings });
    const end = performance.now() + (size.maxMs ?? Number.POSITIVE_INFINITY);
    while (findings.kills < size.kills && performance.now() < end) {
      await (Math.random() < 0.5 ? someMessages(findings) : wait(Math.random() * MAX_START_MS));
      const victims = victimsAmong(fleet.members).slice(0, size.kills - findings.kills);
      await Promise.all(victims.map((victim) => killAndRestart(victim, findings)));
      findings.kills += victims.length;
      onKill(findings.kills);
    }
    await load.stop();
    await untilDelivered(place);
    await fleet.stop();
    await checkStored(place, findings, size.hasWebhook ? receiver : undefined);
  } finally {
    await fleet.stop();
    await receiver.close();
    if (!size.database) await place.remove();
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

/** The process has recovered when it has greeted a new customer, which half of the kills do not wait for. */
async function killAndRestart(victim: Member, findings: Findings): Promise<void> {
  await victim.end('SIGKILL');
  const begin = performance.now();
  await victim.start();
  findings.took('listening again', performance.now() - begin);
  if (Math.random() < 0.5) return;
  await openWebsiteChat(() => victim.base, findings);
  findings.took('recovery', performance.now() - begin);
}
