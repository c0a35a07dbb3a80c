import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Findings } from '../../bench/soak/findings.ts';
import { type Receiver, startReceiver } from '../../bench/soak/receiver.ts';
import { openWebsiteChat } from '../../bench/soak/website-chat.ts';
import { databaseFile } from '../../src/store/sqlite/sqlite.ts';
import { eventually } from '../eventually.ts';
import { startApp } from '../journeys/app.ts';

let app: Awaited<ReturnType<typeof startApp>>;
let dataDir: string;
let receiver: Receiver;
let findings: Findings;

beforeEach(async () => {
  findings = new Findings();
  receiver = await startReceiver(findings);
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  await start();
});
afterEach(async () => {
  await app.stop();
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  app = await startApp({
    DATA_DIR: dataDir,
    DEFAULT_POLICY: 'fortnight-shop',
    WEBHOOK_URL: receiver.webhookUrl,
    WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  });
}

const open = () => openWebsiteChat(() => app.base, findings);

/** Runs a statement on the database of the running product. */
function spoil(sql: string, ...values: string[]): void {
  const database = new DatabaseSync(join(dataDir, databaseFile), { timeout: 5_000 });
  database.prepare(sql).run(...values);
  database.close();
}

const dead = () => {
  const database = new DatabaseSync(join(dataDir, databaseFile), { readOnly: true });
  const rows = database.prepare('SELECT conversation_id, error FROM outbox WHERE parked IS NOT NULL').all();
  database.close();
  return rows.map((row) => ({ ...row }));
};

test('an effect that poisons its way is set aside; its conversation goes on, and so does what follows it', async () => {
  spoil(`CREATE TRIGGER poison AFTER INSERT ON outbox WHEN NEW.kind = 'webhook' AND NOT EXISTS (SELECT 1 FROM outbox WHERE id < NEW.id)
    BEGIN UPDATE outbox SET payload = '{' WHERE id = NEW.id; END`);
  const chat = await open();
  await chat.say('I want to talk to a human');
  await eventually(() => expect(dead()).toEqual([{ conversation_id: chat.id, error: 'unreadable' }]));
  const before = (await chat.all()).length;
  await chat.say('are you there?');
  expect((await chat.all()).length).toBeGreaterThan(before);
  // The same case's next event, and another's first, come through.
  await eventually(() => expect(receiver.events('case.customer_message').size).toBe(1));
  await (await open()).say('I want to talk to a human');
  await eventually(() => expect(receiver.events('case.filed').size).toBe(1));
});

test('a conversation that cannot be read fails alone, and says so', async () => {
  const [broken, whole] = [await open(), await open()];
  await app.stop();
  spoil(`UPDATE conversations SET record = '{"version":0}' WHERE id = ?`, broken.id);
  await start();
  expect(await broken.trySay('hello', 'k1')).toEqual({ kind: 'later' });
  expect(findings.faults()).toMatchObject([expect.stringContaining('500')]);
  await whole.say('hello');
  // What was said before is still to be read.
  expect((await broken.all()).length).toBeGreaterThan(0);
  expect((await fetch(`${app.base}/readyz`)).status).toBe(200);
});
