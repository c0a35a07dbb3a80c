import { expect, test } from 'vitest';
import { freePort } from '../../../journeys/process.ts';
import { deskShop } from '../../desk-shop.ts';

test('a provider that cannot be reached is named in the log, with what was wrong', async () => {
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const shop = await deskShop({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'secret' });
  const answer = await fetch(`${shop.base}/desk/sign-on`);
  expect(answer.status).toBe(502);
  expect(JSON.parse(shop.logged())).toMatchObject({ msg: 'single sign-on failed', issuer, code: 'ECONNREFUSED' });
});
