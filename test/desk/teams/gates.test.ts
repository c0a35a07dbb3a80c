import { expect, test } from 'vitest';
import { ann, appId, channel, teamsShop } from './teams-shop.ts';

test('a press or a message under a token that is not genuine is 401, and nothing is done', async () => {
  const shop = await teamsShop();
  const { reference, newTexts } = await shop.customer();
  const { token } = shop.issuer;
  const genuine = { aud: appId, serviceurl: shop.teams.serviceUrl };
  const bad: Record<string, string> = {
    'no token': '',
    'a forged signature': await token(genuine, { isForged: true }),
    'another bot’s audience': await token({ ...genuine, aud: 'another' }),
    'another issuer': await token({ ...genuine, iss: 'https://api.botframework.com' }),
    'another serviceUrl': await token({ ...genuine, serviceurl: 'https://elsewhere.example/' }),
    'an expired one': await token({ ...genuine, exp: Math.floor(Date.now() / 1000) - 3_600 }),
    'no JWT': 'abc',
  };
  const where = shop.inThread(`${channel};messageid=1`);
  for (const [what, presented] of Object.entries(bad)) {
    const press = await shop.post(shop.pressOf(ann, where, 'claim', { reference }), presented);
    const words = await shop.post(shop.wordsOf(ann, where, 'hello'), presented);
    expect([what, press.status, words.status]).toEqual([what, 401, 401]);
  }
  expect(await newTexts()).toEqual([]);
});

test('a genuine token of another channel does not speak for Teams', async () => {
  const shop = await teamsShop();
  const { reference, newTexts } = await shop.customer();
  const where = shop.inThread(`${channel};messageid=1`);
  // The issuer’s keys are endorsed for Teams alone.
  const press = { ...shop.pressOf(ann, where, 'claim', { reference }), channelId: 'webchat' };
  expect((await shop.post(press)).status).toBe(401);
  expect(await newTexts()).toEqual([]);
});

test('a person is told by Teams’ own fields alone', async () => {
  const shop = await teamsShop();
  const { reference, newTexts } = await shop.customer();
  const eve = { id: '29:eve', name: 'Eve', aadObjectId: '00000000-0000-4000-8000-00000000000e' };
  const claims = { reference, by: ann, from: ann, aadObjectId: ann.aadObjectId };
  const chat = { ...shop.inChat(eve), name: channel, aadObjectId: ann.aadObjectId };
  expect((await shop.press(eve, 'claim', claims, chat)).statusCode).toBe(403);
  const upper = { ...ann, aadObjectId: ann.aadObjectId.toUpperCase() };
  expect((await shop.press(upper, 'refresh', { reference }, shop.inChat(upper))).statusCode).toBe(200);
  expect(await newTexts()).toEqual([]);
});
