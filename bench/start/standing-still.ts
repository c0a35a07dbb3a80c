// How long /healthz waits while large policies are loaded, planned and chatted with for the first time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { exclusions, rowAfterRow } from '../../test/fixtures/large-policies.ts';
import { npmStart, type ServerProcess, startServer } from '../server-process.ts';
import { quantile } from '../statistics.ts';
import { table } from '../table.ts';

/** /healthz is promised to answer within this. */
const promisedMs = 50;
const replies = ['no', 'hello, can I send it back?', 'yes', 'what about fact 9?', "I don't know", 'no', 'no'];
const shops = ['row-shop', 'exclusion-shop'];

const tokenSchema = z.object({ token: z.string() });
const openedSchema = z.object({ conversationId: z.string(), token: z.string() });

const policiesDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const dataDir = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const environment = {
  PORT: String(20_000 + Math.floor(Math.random() * 12_000)),
  DATA_DIR: dataDir,
  POLICIES_DIR: policiesDir,
  LOG_LEVEL: 'info',
  PATH: '',
};
const rows: string[][] = [];
let poller: Worker | undefined;
writePolicies('Hello!');
let server = await start();
try {
  await phase('start', () => wait(3_000));
  const customers = await phase('first chats', () => chats(server));
  await phase('further chats', () => chats(server));
  writePolicies('Good day!');
  await phase('reload', async () => {
    server.signal('SIGHUP');
    await wait(3_000);
  });
  await phase('chats on the new', () => chats(server));
  await server.stop();
  writePolicies('Welcome!');
  server = await start();
  await phase('old versions', async () => {
    for (const { say } of customers) await say('no');
  });
  await phase('start and old versions', () => wait(3_000));
  await server.stop();
  server = await start();
  await phase('chat at once', () => chats(server));
  await phase('after it', () => wait(2_000));
} finally {
  await server.stop();
  await poller?.terminate();
  for (const dir of [policiesDir, dataDir]) rmSync(dir, { recursive: true });
}
console.log(table([['', 'polls', 'p50 ms', 'p99 ms', 'max ms', `over ${promisedMs} ms`], ...rows]));

function writePolicies(greeting: string): void {
  const texts = [rowAfterRow(60), exclusions(14)];
  for (const [i, shop] of shops.entries()) {
    const text = (texts[i] ?? '').replace('id: large-shop', `id: ${shop}`).replace('Hello!', greeting);
    writeFileSync(join(policiesDir, `${shop}.yaml`), text);
  }
}

async function start(): Promise<ServerProcess> {
  await poller?.terminate();
  const server = await startServer(npmStart, environment);
  console.log(`listening after ${server.msToListening.toFixed(0)} ms`);
  poller = new Worker(new URL('poller.ts', import.meta.url), { workerData: server.base });
  return server;
}

async function chats(server: ServerProcess) {
  const customers = await Promise.all(shops.map(async (shop) => ({ say: await customer(server.base, shop) })));
  for (const { say } of customers) for (const reply of replies) await say(reply);
  return customers;
}

async function phase<T>(name: string, run: () => Promise<T>): Promise<T> {
  const result = await run();
  const times = await polled();
  const over = times.filter((ms) => ms > promisedMs).length;
  rows.push([
    name,
    `${times.length}`,
    ...[quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map((ms) => ms.toFixed(1)),
    `${over}`,
  ]);
  return result;
}

function polled(): Promise<number[]> {
  return new Promise((resolve) => {
    poller?.once('message', resolve);
    poller?.postMessage('');
  });
}

/** Opens a chat over Direct Line; a message is answered when the promise of it resolves. */
async function customer(base: string, shop: string): Promise<(text: string) => Promise<unknown>> {
  const directLine = `${base}/v3/directline`;
  const { token } = tokenSchema.parse(await post(`${directLine}/tokens/generate?policy=${shop}`));
  const opened = openedSchema.parse(await post(`${directLine}/conversations`, token));
  return (text) =>
    post(`${directLine}/conversations/${opened.conversationId}/activities`, token, { type: 'message', text });
}

async function post(url: string, token?: string, body: object = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}
