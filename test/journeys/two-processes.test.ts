import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { connectClient } from '../channels/directline/directlinejs.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { postgresPlaces } from '../store/postgres/places.ts';
import { endProcess, freePort, startProcess } from './process.ts';

const newPlace = postgresPlaces();
const deskToken = 'the-token-of-the-desk';

interface Running {
  base: string;
  child: ChildProcess;
}

let one: Running;
let other: Running;

// Two processes on one PostgreSQL, as behind a load balancer.
beforeAll(async () => {
  const DATABASE_URL = await newPlace();
  const start = async (): Promise<Running> => {
    const PORT = String(await freePort());
    const settings = { ...fixtureSettings, TODAY: '2026-11-21', DESK_TOKEN: deskToken };
    const child = await startProcess({ ...settings, PORT, DATABASE_URL });
    return { base: `http://127.0.0.1:${PORT}`, child };
  };
  [one, other] = await Promise.all([start(), start()]);
});
afterAll(() => {
  for (const { child } of [one, other]) child.kill('SIGKILL');
});

async function openConversation(base: string) {
  const granted = await fetch(`${base}/v3/directline/tokens/generate?policy=fortnight-shop`, { method: 'POST' });
  const { token, conversationId } = (await granted.json()) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const activities = (at: string) => `${at}/v3/directline/conversations/${conversationId}/activities`;
  return {
    token,
    say: (at: string, text: string, key: string) =>
      fetch(activities(at), {
        method: 'POST',
        headers,
        body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: key } }),
      }),
    all: async (at: string) =>
      ((await (await fetch(activities(at), { headers })).json()) as { activities: { text?: string }[] }).activities,
  };
}

test('what is said on one process is heard on the other: by the socket, and at the desk', async () => {
  const { token, say } = await openConversation(one.base);
  const { received, until, end } = connectClient(one.base, { token, webSocket: true });
  onTestFinished(end);
  await until(2);
  const leave = new AbortController();
  onTestFinished(() => leave.abort());
  const desk = await fetch(`${one.base}/desk/api/stream`, {
    headers: { authorization: `Bearer ${deskToken}` },
    signal: leave.signal,
  });
  const events = desk.body?.pipeThrough(new TextDecoderStream()).getReader();
  await events?.read();

  expect((await say(other.base, 'I want to talk to a human', 'k1')).status).toBe(200);
  await until(4);
  expect(received.length).toBeGreaterThanOrEqual(4);
  expect((await events?.read())?.value).toMatch(/^event: case\ndata: .*"what":"filed"/);
});

test('many messages at once in one conversation, to both: none is lost, each is answered', async () => {
  const { token, say, all } = await openConversation(one.base);
  const { until, end } = connectClient(one.base, { token, webSocket: true });
  await until(2);
  end();
  const sent = Array.from({ length: 20 }, (_, index) => `hello ${index}`);
  const answers = await Promise.all(sent.map((text, index) => say((index % 2 ? one : other).base, text, `k${index}`)));
  expect(answers.map(({ status }) => status)).toEqual(sent.map(() => 200));
  const texts = (await all(other.base)).map(({ text }) => text);
  expect(texts.filter((text) => text?.startsWith('hello')).toSorted()).toEqual(sent.toSorted());
});

test('two merged chats on two processes: what the customer writes comes over once, and what people say is read in both in order', async () => {
  const [duplicate, kept] = [await openConversation(one.base), await openConversation(other.base)];
  for (const { token } of [duplicate, kept])
    await fetch(`${one.base}/v3/directline/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
  const referenceOf = async ({ say, all }: typeof duplicate) => {
    await say(one.base, 'I want to talk to a human', 'k1');
    return /"kind":"handoff","reference":"([0-9A-Z-]+)"/.exec(JSON.stringify(await all(one.base)))?.[1] ?? '';
  };
  const [from, into] = [await referenceOf(duplicate), await referenceOf(kept)];
  const headers = { authorization: `Bearer ${deskToken}`, 'content-type': 'application/json' };
  const step = async (base: string, reference: string, action: string, body: object = {}) => {
    const own = { ...headers, 'idempotency-key': crypto.randomUUID() };
    const by = { id: 'ann', name: 'Ann' };
    const init = { method: 'POST', headers: own, body: JSON.stringify({ by, ...body }) };
    return (await fetch(`${base}/desk/api/cases/${reference}/${action}`, init)).status;
  };
  expect(await step(one.base, from, 'merge', { into })).toBe(200);
  expect(await step(other.base, into, 'claim')).toBe(200);

  const sent = Array.from({ length: 8 }, (_, index) => `bulb ${index}`);
  for (const [index, text] of sent.entries()) await duplicate.say((index % 2 ? one : other).base, text, `b${index}`);
  const cameOver = async () => {
    const answer = await fetch(`${one.base}/desk/api/cases/${into}`, { headers });
    const { case: view } = (await answer.json()) as { case: { transcript: { text: string; fromCase?: string }[] } };
    return view.transcript.flatMap(({ text, fromCase }) => (fromCase === from ? [text] : []));
  };
  await expect.poll(cameOver, { timeout: 20_000 }).toEqual(sent);

  const said = Array.from({ length: 6 }, (_, index) => `**Ann:** answer ${index}`);
  for (const [index, text] of said.entries())
    expect(await step((index % 2 ? one : other).base, into, 'say', { text: text.slice('**Ann:** '.length) })).toBe(200);
  const answers = async ({ all }: typeof duplicate) =>
    (await all(one.base)).flatMap(({ text = '' }) => (text.startsWith('**Ann:**') ? [text] : []));
  for (const chat of [duplicate, kept]) await expect.poll(() => answers(chat), { timeout: 20_000 }).toEqual(said);
});

// The last one: of the two processes one is gone then.
test('one dies in mid-chat: the other goes on, and a message sent again is taken once', async () => {
  const { token, say, all } = await openConversation(one.base);
  const { until, end } = connectClient(one.base, { token, webSocket: true });
  await until(2);
  end();
  const first = await (await say(one.base, 'It does not work properly', 'k1')).json();
  await endProcess(one.child, 'SIGKILL');
  const before = await all(other.base);
  expect(await (await say(other.base, 'It does not work properly', 'k1')).json()).toEqual(first);
  expect(await all(other.base)).toEqual(before);
  await say(other.base, "I don't know", 'k2');
  expect((await all(other.base)).length).toBeGreaterThan(before.length);
});
