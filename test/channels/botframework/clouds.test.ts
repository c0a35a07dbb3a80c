import { createRequire } from 'node:module';
import nock from 'nock';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createBotToken } from '../../../src/channels/botframework/authentication/authentication.ts';
import { cloudOf } from '../../../src/channels/botframework/authentication/clouds.ts';
import { readConfig } from '../../../src/config.ts';
import { channelUser } from './channel-user.ts';
import { localIssuer } from './issuer.ts';
import { product } from './product.ts';

const channelService = 'https://botframework.azure.us';
const appId = '11111111-2222-3333-4444-555555555555';
const credentials = { appId, appPassword: 'secret', appType: 'MultiTenant' };

test('a bot of the government’s cloud logs in there', async () => {
  const login = nock('https://login.microsoftonline.us')
    .post(/^\/microsoftservices\.onmicrosoft\.us\/oauth2\/v2\.0\/token/i, /scope=https%3A%2F%2Fapi\.botframework\.us/)
    .reply(200, { access_token: 'of-the-government', token_type: 'Bearer', expires_in: 3_600 });
  onTestFinished(() => nock.cleanAll());
  expect(await createBotToken(credentials, cloudOf(channelService))()).toBe('of-the-government');
  login.done();
});

test('hears channels by the tokens of that cloud’s issuer, and of no other', async () => {
  const silenced = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => silenced.mockRestore());
  const issuer = await localIssuer();
  const government = cloudOf(channelService) ?? issuer.cloud;
  const { ToBotFromChannelOpenIdMetadataUrl, ToBotFromEmulatorOpenIdMetadataUrl } = issuer.cloud;
  const settings = { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', ChannelService: channelService };
  const { base } = await product(settings, {
    ...government,
    ToBotFromChannelOpenIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl,
  });
  const serviceUrl = 'https://smba.infra.gov.teams.microsoft.us/teams/';
  const anna = channelUser(base, serviceUrl);
  const post = async (iss: string) => {
    const token = await issuer.token({ aud: appId, serviceurl: serviceUrl, iss });
    const activity = anna.activityOf({ text: 'hello', deliveryMode: 'expectReplies' });
    return (await anna.post(activity, { authorization: `Bearer ${token}` })).status;
  };
  expect(await post('https://api.botframework.us')).toBe(200);
  expect(await post('https://api.botframework.com')).toBe(401);
});

test('its addresses are those that botbuilder has', () => {
  const ofBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'));
  const { GovernmentConstants } = ofBotbuilder('botframework-connector');
  expect(GovernmentConstants.ChannelService).toBe(channelService);
  const { CallerId: _, ...addresses } = cloudOf(channelService) ?? {};
  expect(GovernmentConstants).toMatchObject(addresses);
});

test('Teams is where the bot’s cloud has it, unless its address is set', () => {
  const settings = { MicrosoftAppId: appId, TEAMS_CHANNEL: '19:cases@thread.tacv2' };
  const urlWith = (more: Record<string, string>) => readConfig({ ...settings, ...more }).teams?.serviceUrl;
  expect(urlWith({})).toBe('https://smba.trafficmanager.net/teams');
  expect(urlWith({ ChannelService: channelService })).toBe('https://smba.infra.gov.teams.microsoft.us/teams');
  const dod = 'https://smba.infra.dod.teams.microsoft.us/teams';
  expect(urlWith({ ChannelService: channelService, TEAMS_SERVICE_URL: dod })).toBe(dod);
  expect(() => readConfig({ ChannelService: 'https://elsewhere.example' })).toThrow('ChannelService');
});
