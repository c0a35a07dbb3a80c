import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import type { BotCloud } from '../../../src/channels/botframework/authentication/authentication.ts';

/** An OpenID issuer on this machine in place of Microsoft's, until the test is over. */
export async function localIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  let isUp = true;
  const server = createServer((request, response) => {
    if (!isUp) return void response.socket?.destroy();
    response.setHeader('content-type', 'application/json');
    const base = `http://${request.headers.host}`;
    const metadata = { issuer: base, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : metadata));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud: BotCloud = {
    CallerId: 'urn:botframework:azure',
    OAuthUrl: issuer,
    ToBotFromChannelOpenIdMetadataUrl: `${issuer}/metadata`,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromEmulatorOpenIdMetadataUrl: `${issuer}/metadata`,
    ToChannelFromBotLoginUrl: issuer,
    ToChannelFromBotOAuthScope: issuer,
  };
  return {
    cloud,
    down() {
      isUp = false;
    },
    /** A token with these claims; `isForged`: signed by somebody else under the same key id. */
    token(claims: Record<string, unknown>, { isForged = false, kid = 'k1' } = {}): Promise<string> {
      const seconds = Math.floor(Date.now() / 1000);
      return new SignJWT({ iss: issuer, iat: seconds, nbf: seconds - 10, exp: seconds + 600, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign(isForged ? stranger.privateKey : privateKey);
    },
  };
}
