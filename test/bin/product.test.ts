import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentOn, newDataDir } from '../commands/command.ts';
import { endProcess, freePort, startProcess } from '../journeys/process.ts';

let base = '';
let child: ChildProcess;
let dataDir = '';

/** The product from its bundle, with everything that these tests ask it for. */
beforeAll(async () => {
  const port = String(await freePort());
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  child = await startProcess({
    PORT: port,
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    SLACK_SIGNING_SECRET: 'a signing secret'.replaceAll(' ', '-'),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_CHANNEL: 'C0123456789',
    SLACK_API_URL: 'http://127.0.0.1:9',
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'desk',
    OIDC_CLIENT_SECRET: 'a-secret',
  });
  base = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await endProcess(child, 'SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

test('the bundle serves the pages, their scripts and Web Chat', async () => {
  const page = await (await fetch(`${base}/shops/equipment-shop`)).text();
  const assets = [...page.matchAll(/assets\/[^"]+/g)].map(([path]) => path);
  expect(assets.map((path) => path.split('/').at(-1))).toContain('webchat.js');
  for (const path of ['', 'desk', 'form', '.well-known/jwks.json', ...assets]) {
    expect([path, (await fetch(`${base}/${path}`)).status < 404]).toEqual([path, true]);
  }
});

test('the bundle answers on Bot Framework channels, for which it loads the rest of botbuilder', async () => {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'emulator',
      deliveryMode: 'expectReplies',
      text: 'hello',
      from: { id: 'anna' },
      recipient: { id: 'bot' },
      conversation: { id: 'anna-and-bot' },
    }),
  });
  expect(response.status).toBe(200);
  const { activities } = (await response.json()) as { activities: { channelData?: unknown }[] };
  expect(activities.at(-1)?.channelData).toMatchObject({ returns: { kind: 'question' } });
});

test('the bundle logs people in, for which it loads Argon2, passkeys and OpenID Connect', async () => {
  const post = async (path: string, body?: URLSearchParams): Promise<number> => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    return (await fetch(`${base}/${path}`, { method: 'POST', headers, ...(body && { body }) })).status;
  };
  const signOn = (await fetch(`${base}/desk/sign-on`)).status;
  const logIn = new URLSearchParams({ name: 'Nobody', password: 'a guess' });
  expect([await post('desk', logIn), await post('desk/log-in-passkey-options'), signOn]).toEqual([401, 200, 502]);
});

test('the bundle knows Slack', async () => {
  expect((await fetch(`${base}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401);
});

test('returns decides from the bundle as from the sources', async () => {
  const facts = '{"reason":"changed-mind","delivery":"received","receivedOn":"2026-11-10"}\n';
  const answers = ['bin/returns.js', 'src/cli.ts'].map((script) => {
    const child = spawn(process.execPath, [script, 'decide', '--policy', 'fortnight-shop'], {
      env: environmentOn(newDataDir()),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(facts);
    return text(child.stdout);
  });
  const [bundled, fromSources] = await Promise.all(answers);
  expect(JSON.parse(bundled ?? '')).toMatchObject({ policy: { id: 'fortnight-shop' } });
  expect(bundled).toBe(fromSources);
});
