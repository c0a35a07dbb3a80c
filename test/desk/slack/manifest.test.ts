import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const manifest = parse(readFileSync(new URL('../../../docs/guides/slack-manifest.yaml', import.meta.url), 'utf8'));
const address = 'https://returns.example.com/slack';

test('the manifest leads Slack to our three routes', () => {
  const { features, settings } = manifest;
  expect(features.slash_commands).toMatchObject([{ command: '/returns', url: `${address}/commands` }]);
  expect(settings.event_subscriptions.request_url).toBe(`${address}/events`);
  expect(settings.interactivity).toEqual({ is_enabled: true, request_url: `${address}/interactions` });
});

test('it asks for what is used and for nothing else', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual([
    'channels:history',
    'chat:write',
    'commands',
    'groups:history',
    'users:read',
  ]);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(['message.channels', 'message.groups']);
});
