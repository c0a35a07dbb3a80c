import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Findings } from './findings.ts';
import { startFleet } from './fleet.ts';
import { newFolder } from './places.ts';
import { checkStored } from './stored.ts';
import { checkTranscript } from './transcript.ts';
import { type Acknowledged, openWebsiteChat, type WebsiteChat } from './website-chat.ts';

const idSchema = z.object({ id: z.string() });
/** Over a connection that is kept, as load balancers have them, or a new one for each request. */
interface Client {
  chat: WebsiteChat;
  agent: Agent;
  keepAlive: boolean;
  sent: Acknowledged[];
  /** The key of the message that got no answer, and why. */
  broken?: { key: string; code: string };
}

/**
 * Ends a process by SIGTERM while clients write without a pause, so many times. A message that was taken and not answered
 * is cut, and so is a new connection that is reset; a connection that was refused, or a kept one that was closed before
 * anything was read of a message, is none, and counted as to be tried again.
 */
export async function runStops(stops: number, clients: number, keepAlive: boolean): Promise<Findings> {
  const findings = new Findings();
  const place = newFolder();
  const fleet = await startFleet(1, { ...place.settings, DRAIN_SECONDS: '1' });
  const [member] = fleet.members;
  try {
    for (let stop = 0; member && stop < stops; stop += 1) {
      const all = await Promise.all(
        Array.from({ length: clients }, () => newClient(fleet.nextBase, findings, keepAlive)),
      );
      const writing = all.map((client) => writeUntilClosed(client, member.base, findings));
      const begun = Promise.withResolvers<void>();
      const slow = sendSlowly(await newClient(fleet.nextBase, findings), member.base, findings, begun.resolve);
      await begun.promise;
      await wait(100 + Math.random() * 200);
      const code = await member.end('SIGTERM');
      if (code !== 0) findings.fault('dishonest', `a stop ended with ${code}`);
      await Promise.all([...writing, slow]);
      await member.start();
      for (const client of all) await check(client, findings);
    }
    await fleet.stop();
    await checkStored(place, findings);
  } finally {
    await fleet.stop();
    await place.remove();
  }
  return findings;
}

async function newClient(nextBase: () => string, findings: Findings, keepAlive = true): Promise<Client> {
  const agent = new Agent({ keepAlive, maxSockets: 1 });
  return { chat: await openWebsiteChat(nextBase, findings), agent, keepAlive, sent: [] };
}

async function writeUntilClosed(client: Client, base: string, findings: Findings): Promise<void> {
  while (!client.broken) {
    const key = randomUUID();
    try {
      client.sent.push({ key, id: await post(client, base, key) });
      findings.acknowledged += 1;
    } catch (error) {
      client.broken = { key, code: error instanceof Error && 'code' in error ? String(error.code) : String(error) };
    }
  }
  client.agent.destroy();
}

/** A message of which the second half comes after the stop began; calls back when it is on its way. */
async function sendSlowly(client: Client, base: string, findings: Findings, onBegun: () => void): Promise<void> {
  await post(client, base, randomUUID(), { pauseMs: 1_500, onBegun }).catch((error: unknown) =>
    findings.fault('cut', `half sent: ${error}`),
  );
  onBegun();
  client.agent.destroy();
}

interface Pace {
  pauseMs: number;
  onBegun(): void;
}

function post({ chat, agent }: Client, base: string, key: string, pace?: Pace): Promise<string> {
  const body = JSON.stringify({ type: 'message', text: 'hello', channelData: { clientActivityID: key } });
  const headers = {
    authorization: `Bearer ${chat.token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sending = request(`${base}/v3/directline/conversations/${chat.id}/activities`, {
      method: 'POST',
      agent,
      headers,
    });
    sending.on('error', reject).on('response', (response) => {
      json(response).then((answer) => resolve(idSchema.parse(answer).id), reject);
    });
    if (!pace) return sending.end(body);
    sending.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', pace.onBegun);
      else pace.onBegun();
    });
    sending.write(body.slice(0, 20));
    return setTimeout(() => sending.end(body.slice(20)), pace.pauseMs);
  });
}

async function check({ chat, keepAlive, sent, broken }: Client, findings: Findings): Promise<void> {
  const isReset = broken && !keepAlive && broken.code !== 'ECONNREFUSED';
  if (isReset) findings.fault('cut', `a new connection ended with ${broken.code}`);
  const all = await chat.all();
  const kept = all.find(({ channelData }) => channelData?.clientActivityID === broken?.key);
  if (kept && broken) findings.fault('cut', `${kept.id} was kept and not answered: ${broken.code}`);
  else findings.retried += 1;
  checkTranscript(all, kept && broken ? [...sent, { key: broken.key, id: kept.id }] : sent, findings);
}
