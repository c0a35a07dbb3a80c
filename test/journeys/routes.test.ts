import { randomUUID } from 'node:crypto';
import restify, { type Server } from 'restify';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createTokens } from '../../src/channels/directline/tokens.ts';
import { start } from '../channels/client.ts';
import { deskShop } from '../desk/desk-shop.ts';

/** All that is for everybody; whatever else is mounted asks who comes. */
const open = new Set([
  'GET /',
  'HEAD /',
  'GET /shops/:policy',
  'HEAD /shops/:policy',
  'GET /assets/:version/*',
  'HEAD /assets/:version/*',
  'GET /healthz',
  'GET /readyz',
  'POST /v3/directline/tokens/generate',
  // The form and its log-in are opened by signed links, which test/forms tries.
  'GET /form',
  'HEAD /form',
  'POST /form',
  'GET /.well-known/jwks.json',
  // Without the cookie of a talk it gives nothing: 204, which test/channels/directline tries.
  'POST /v3/directline/tokens/renew',
  // Pages to log in at.
  'GET /desk',
  'HEAD /desk',
  'GET /desk/log-in',
  'HEAD /desk/log-in',
  // It leads to the log-in.
  'GET /desk/people',
  // Opened by a link that works once, which test/desk/people tries.
  'GET /desk/invitation',
  // To the provider and back, which test/journeys/sign-on.test.ts tries.
  'GET /desk/sign-on',
  'GET /desk/signed-on',
]);

/** Every desk is there, so that every route is. */
const settings = {
  SLACK_SIGNING_SECRET: 'a-signing-secret',
  SLACK_BOT_TOKEN: 'xoxb-token',
  SLACK_CHANNEL: 'C0123456789',
  SLACK_API_URL: 'http://127.0.0.1:9/api',
  CHATWOOT_URL: 'http://127.0.0.1:9',
  CHATWOOT_TOKEN: 'an-access-token',
  CHATWOOT_ACCOUNT: '1',
  CHATWOOT_INBOX: '1',
  CHATWOOT_WEBHOOK_TOKEN: 'a-webhook-token-of-twenty-four-letters',
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'desk',
  OIDC_CLIENT_SECRET: 'secret',
  METRICS_TOKEN: 'the-token-of-the-metrics',
  HOST: '127.0.0.1',
  NODE_ENV: 'production',
};

const routeSchema = z.record(z.string(), z.looseObject({ method: z.string(), path: z.string() }));

test('every route that is mounted is closed to who has no token, a foreign one, or one that is over', async () => {
  const made = vi.spyOn(restify, 'createServer');
  const shop = await deskShop(settings);
  const server: Server = made.mock.results.at(-1)?.value;
  made.mockRestore();
  const routes = Object.values(routeSchema.parse(server.router.getRoutes()));
  const closed = routes.filter(({ method, path }) => !open.has(`${method} ${path}`));
  expect(closed.length).toBeGreaterThan(20);

  const victim = await start(shop.base);
  const foreign = await start(shop.base);
  const stranger = createTokens(Buffer.alloc(32).toString('base64url'), () => new Date(0));
  const over = await stranger.issue({ user: 'dl_eve', conv: victim.conversationId, policy: 'tool-shop' });
  for (const { method, path } of closed) {
    const address = path.replace(/:id|:reference/g, victim.conversationId).replace(/:\w+/g, randomUUID());
    for (const token of [undefined, foreign.token, over, 'the-token-of-this-desl']) {
      // What a conversation's own token may do elsewhere, such as to be refreshed, is its holder's.
      if (token === foreign.token && !/:id/.test(path) && path.startsWith('/v3/directline/')) continue;
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
      const response = await fetch(`${shop.base}${address}`, {
        method,
        headers,
        ...(method === 'POST' && { body: '{}' }),
        redirect: 'manual',
      });
      const outcome = `${method} ${path} ${response.status}`;
      expect(outcome).toMatch(/ (401|403|404|429)$/);
      // A page to log in at may be the refusal; else it is the one body that all errors have.
      if (!path.startsWith('/desk/log-') && path !== '/desk') {
        expect(Object.keys((await response.json()) as object)).toEqual(['error']);
      }
    }
  }
});
