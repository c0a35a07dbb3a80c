import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { eventually } from '../eventually.ts';
import { visitor } from '../forms/visitor.ts';
import { sentence } from '../wording.ts';
import { startApp } from './app.ts';
import { customerLine } from './line.ts';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let app: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

/** The files of the data folder in which some bytes stand. */
function filesWith(text: string): string[] {
  return readdirSync(app.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).toString('latin1').toLowerCase().includes(text));
}

/** A customer who has told a lot, and got a decision with a form. */
async function decidedCustomer(canary: string) {
  const line = await customerLine(app.base, 'fortnight-shop');
  await line.sends(`${canary}.png`, pixel);
  await line.says({ text: 'It does not work properly', channelData: { note: canary }, from: { name: canary } });
  await line.says("I don't know");
  await line.says('2026-10-01');
  await line.says('none');
  await line.says('2 years');
  await line.says(`write to ${canary}@example.com, my serial number is ${canary.toUpperCase()}-1`);
  const link = (await line.all()).findLast(({ channelData }) => channelData?.returns?.formUrl)?.channelData?.returns
    ?.formUrl;
  return { line, link: new URL(link ?? '').searchParams.get('token') ?? '' };
}

test('who wants everything deleted is asked once, and then nothing of it is left in the data folder', async () => {
  const canary = 'canary7anna';
  const { line, link } = await decidedCustomer(canary);
  expect(filesWith(canary)).not.toEqual([]);

  const [asked] = await line.says('please delete all my data');
  expect(asked).toMatch(sentence('erasure.asked'));
  expect(asked).toMatch(sentence('question.eraseData'));
  expect(filesWith(canary)).not.toEqual([]);

  const [done] = await line.says('yes');
  expect(done).toMatch(sentence('erasure.done'));
  await eventually(() => expect(filesWith(canary)).toEqual([]));

  const left = await line.all();
  expect(left.map(({ text }) => text)).toEqual([done]);
  expect((await visitor(app.base).open(link)).status).toBe(410);
  // The chat is as a new one, in the same window.
  const [next] = await line.says('I changed my mind');
  expect(next).toBeDefined();
});

test('a no leaves everything as it is', async () => {
  const canary = 'canary7ben';
  const { line } = await decidedCustomer(canary);
  await line.says('delete this chat');
  await line.says('no');
  expect(filesWith(canary)).not.toEqual([]);
  await line.says('delete this chat');
  await line.says('yes');
  await eventually(() => expect(filesWith(canary)).toEqual([]));
});

test('a registered return stays by its number, as the customer is told before and after', async () => {
  const canary = 'canary7clara';
  const { line, link } = await decidedCustomer(canary);
  const customer = visitor(app.base);
  const page = await customer.openLoggedIn(link);
  const registered = await customer.fill(link, page, { serialNumber: `${canary}-1`, defect: canary, accept: 'yes' });
  const [rma = ''] = /RMA-[\w-]+/.exec(registered.html) ?? [];
  expect(rma).not.toBe('');

  await line.read();
  for (const words of ['forget me', 'yes']) {
    const [reply] = await line.says(words);
    expect(reply).toMatch(sentence('erasure.kept'));
    expect(reply).toContain(rma);
  }
  await eventually(() => expect(filesWith(canary)).toEqual([]));
  expect(filesWith(rma.toLowerCase())).not.toEqual([]);
  expect((await visitor(app.base).open(link)).status).toBe(409);
});

test('a case that people still look at is withdrawn with it', async () => {
  const canary = 'canary7dora';
  const line = await customerLine(app.base, 'fortnight-shop');
  await line.says(`talk to a human about ${canary}`);
  const said = await line.says('human');
  expect(said.length).toBeGreaterThan(0);
  await line.says('delete my data');
  const [reply] = await line.says('yes');
  expect(reply).toMatch(sentence('case.withdrawn'));
  await eventually(() => expect(filesWith(canary)).toEqual([]));
  const store = openSqliteStore(app.dataDir);
  expect(
    (await store.lastTurns({ limit: 99 })).find((one) => one.conversationId === line.conversationId),
  ).toMatchObject({
    isUnused: true,
    hasOpenCase: false,
  });
  await store.close();
});

test('an address that a link was asked for is nowhere after, and neither is the chat’s id in the counts of what one may ask', async () => {
  const canary = 'canary7emil';
  const line = await customerLine(app.base, 'fortnight-shop');
  await line.says(`Send me a link to this chat at ${canary}@example.com`);
  await eventually(() => expect(filesWith(`to: ${canary}`)).not.toEqual([]));
  await line.says('delete my data');
  await line.says('yes');
  await eventually(() => expect(filesWith(canary)).toEqual([]));
  expect(filesWith(`linked ${line.conversationId}`)).toEqual([]);
});
