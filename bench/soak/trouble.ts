import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Findings } from './findings.ts';
import type { Fleet } from './fleet.ts';
import { type SocketWatch, watchSocket } from './socket-watch.ts';
import { checkTranscript } from './transcript.ts';
import { type Acknowledged, openWebsiteChat, type WebsiteChat } from './website-chat.ts';

/** Something that the store cannot work in. */
export interface Trouble {
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

interface Customer {
  chat: WebsiteChat;
  socket: SocketWatch;
  sent: Acknowledged[];
  /** The key of the message that is refused, which may have been kept all the same when nobody could say so. */
  key: string;
}

/**
 * Lets customers write before, during and after the trouble. During it nothing is acknowledged, each attempt is told to
 * come again, `readyz` says no and the process lives; after it what was refused is taken once, under its own key, and
 * nobody had to do anything. The trouble lasts for `holdMs`, and at least until everybody was refused.
 */
export async function runTrouble(
  fleet: Fleet,
  trouble: Trouble,
  findings: Findings,
  { customers: count, holdMs }: { customers: number; holdMs: number },
): Promise<void> {
  const customers = await Promise.all(Array.from({ length: count }, () => enter(fleet, findings)));
  await trouble.begin();
  const begin = performance.now();
  await Promise.all(customers.map((customer) => writeInVain(customer, findings)));
  await Promise.all(fleet.members.map(({ base }) => expectNotReady(base, findings)));
  while (performance.now() - begin < holdMs) {
    await Promise.all(customers.map((customer) => writeInVain(customer, findings)));
    await wait(200);
  }
  await trouble.end();
  const back = performance.now();
  await Promise.all(fleet.members.map(({ base }) => untilReady(base)));
  findings.took('ready again', performance.now() - back);
  for (const { chat, sent, socket, key } of customers) {
    sent.push(await chat.say('2', key), await chat.say("I don't know"));
    const all = await chat.all();
    checkTranscript(all, sent, findings);
    await socket.until(all.length);
    socket.end();
  }
}

async function enter({ nextBase }: Fleet, findings: Findings): Promise<Customer> {
  const chat = await openWebsiteChat(nextBase, findings);
  const socket = watchSocket(chat, nextBase, findings);
  return { chat, socket, sent: [await chat.say('hello')], key: randomUUID() };
}

/** Tries to send a message that cannot be kept. */
async function writeInVain({ chat, key }: Customer, findings: Findings): Promise<void> {
  const attempt = await chat.trySay('2', key);
  if (attempt.kind === 'taken') findings.fault('dishonest', `${chat.id} was told that its message is kept`);
  if (attempt.kind === 'broken') findings.fault('cut', `${chat.id} got no answer: ${attempt.code}`);
  findings.retried += 1;
}

async function expectNotReady(base: string, findings: Findings): Promise<void> {
  const [ready, alive] = await Promise.all([fetch(`${base}/readyz`), fetch(`${base}/healthz`)]);
  if (ready.status !== 503) findings.fault('dishonest', `readyz says ${ready.status}`);
  if (!alive.ok) findings.fault('dishonest', `healthz says ${alive.status}`);
}

async function untilReady(base: string): Promise<void> {
  while (!(await fetch(`${base}/readyz`)).ok) await wait(50);
}
