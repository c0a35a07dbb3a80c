import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { onTestFinished } from 'vitest';
import { freePort } from '../../../journeys/process.ts';

export const client = { id: 'desk', secret: 'the-secret-of-the-desk-at-the-provider' };

/** A provider of OpenID Connect with these people, which takes any password; its page says "Sign-in" and "Continue". */
export async function startProvider(people: Record<string, object>, redirectUri: string) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'roles'] },
    cookies: { keys: ['a key for the cookies of a test'] },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people[accountId] }),
    }),
  });
  const server = createServer(provider.callback());
  let requests = 0;
  server.on('request', () => {
    requests += 1;
  });
  server.listen(port);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { issuer, requests: () => requests };
}
