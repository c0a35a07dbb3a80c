import { expect, onTestFinished, test } from 'vitest';
import { postgresPlaces } from '../store/postgres/places.ts';
import { wireTo } from '../store/postgres/proxy.ts';
import { startApp } from './app.ts';

const newPlace = postgresPlaces();

test('while the database is away customers are asked to come again; when it is back nothing is lost or doubled', async () => {
  const wire = await wireTo(await newPlace());
  const { base, stop } = await startApp({ DATABASE_URL: wire.url });
  onTestFinished(async () => {
    await stop();
    await wire.close();
  });
  const granted = await fetch(`${base}/v3/directline/tokens/generate?policy=fortnight-shop`, { method: 'POST' });
  const { token, conversationId } = (await granted.json()) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await fetch(`${base}/v3/directline/conversations`, { method: 'POST', headers });
  const address = `${base}/v3/directline/conversations/${conversationId}/activities`;
  const body = JSON.stringify({ type: 'message', text: 'It is broken', channelData: { clientActivityID: 'once' } });
  const say = () => fetch(address, { method: 'POST', headers, body });

  await wire.cut();
  const refused = await say();
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ error: { code: 'store-unavailable' } });
  expect((await fetch(`${base}/readyz`)).status).toBe(503);
  expect((await fetch(`${base}/healthz`)).status).toBe(200);

  await wire.mend();
  await expect.poll(async () => (await fetch(`${base}/readyz`)).status).toBe(200);
  expect((await say()).status).toBe(200);
  expect((await say()).status).toBe(200);
  const { activities } = (await (await fetch(address, { headers })).json()) as { activities: unknown[] };
  expect(activities.filter((one) => JSON.stringify(one).includes('It is broken'))).toHaveLength(1);
});
