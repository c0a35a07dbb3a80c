import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { chatwootConnection } from '../../../src/desk/doctor/chatwoot.ts';
import { type Connection, examineAll } from '../../../src/desk/doctor/doctor.ts';
import { slackConnection } from '../../../src/desk/doctor/slack.ts';
import { teamsConnection } from '../../../src/desk/doctor/teams.ts';
import { webhookConnection } from '../../../src/desk/doctor/webhook.ts';

/** Another side that answers every request so. */
async function answering(status: number, body: unknown = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const lineOf = async (connection: Connection) => (await examineAll([connection]))[0]?.line;
const slackAt = (apiUrl: string) =>
  slackConnection({ apiUrl, signingSecret: 'secret', botToken: 'xoxb-secret', channel: 'C0CASES' });
const teamsAt = (serviceUrl: string, token = async (): Promise<string | undefined> => 't0ken') =>
  teamsConnection({ serviceUrl, channel: '19:cases@thread.tacv2', agents: [] }, token);
const chatwootAt = (url: string) =>
  chatwootConnection({ url, token: 'secret', account: 3, inbox: 7, webhookToken: 'x' });

test.each([
  [{ ok: true, messages: [] }, 'slack: works.'],
  [{ ok: false, error: 'invalid_auth' }, 'slack: SLACK_BOT_TOKEN is not taken: invalid_auth.'],
  [{ ok: false, error: 'not_in_channel' }, 'slack: the app cannot read SLACK_CHANNEL (not_in_channel)'],
  [{ ok: false, error: 'missing_scope' }, 'slack: the app lacks a scope'],
  [{ ok: false, error: 'fatal_error' }, 'slack: answers fatal_error'],
])('Slack that answers %j', async (answer, line) => {
  expect(await lineOf(slackAt((await answering(200, answer)).url))).toContain(line);
});

test.each([
  [200, 'teams: works.'],
  [401, 'teams: TEAMS_SERVICE_URL does not take the bot’s token (401)'],
  [403, 'teams: the bot is not in TEAMS_CHANNEL (403)'],
  [404, 'teams: the bot is not in TEAMS_CHANNEL (404)'],
  [500, 'teams: answers 500'],
])('Teams that answers %i', async (status, line) => {
  expect(await lineOf(teamsAt((await answering(status)).url))).toContain(line);
});

test('a bot without a token is told of before Teams is asked', async () => {
  const { url, asked } = await answering(200);
  const line = await lineOf(
    teamsAt(url, () => Promise.reject(Object.assign(new Error('secret'), { code: 'AADSTS7000215' }))),
  );
  expect(line).toContain('AADSTS7000215');
  expect(line).not.toContain('secret');
  expect(asked).toEqual([]);
});

test.each([
  [200, { channel_type: 'Channel::Api' }, 'chatwoot: works.'],
  [200, { channel_type: 'Channel::Email' }, 'chatwoot: CHATWOOT_INBOX is not an inbox of kind API.'],
  [401, {}, 'chatwoot: CHATWOOT_TOKEN is not taken (401)'],
  [404, {}, 'chatwoot: there is no CHATWOOT_INBOX in this account (404)'],
])('Chatwoot that answers %i %j', async (status, body, line) => {
  expect(await lineOf(chatwootAt((await answering(status, body)).url))).toContain(line);
});

test.each([
  [405, 'webhook: works.'],
  [503, 'webhook: answers 503'],
])('a receiver of webhooks that answers %i, without an event', async (status, line) => {
  const { url, asked } = await answering(status);
  expect(await lineOf(webhookConnection(`${url}/events`))).toContain(line);
  expect(asked).toEqual(['HEAD /events']);
});

test('where nobody answers that is said, with no secret in it', async () => {
  const nobody = 'http://127.0.0.1:9';
  const connections = [slackAt(nobody), teamsAt(nobody), chatwootAt(nobody), webhookConnection(nobody)];
  const findings = await examineAll(connections);
  expect(findings.map(({ works }) => works)).toEqual([false, false, false, false]);
  const lines = findings.map(({ line }) => line).join('\n');
  for (const { desk } of findings) expect(lines).toMatch(new RegExp(`^${desk}: (cannot be reached|answers)`, 'm'));
  expect(lines).not.toContain('secret');
});
