import type { Configuration } from 'openid-client';
import { type Claims, claimsSchema } from './claims.ts';

/** The shop's OpenID Connect provider. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What one log-in is begun with, and has to come back to. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** The code flow with PKCE, state and nonce; calls reject with whatever the provider or the library says is wrong. */
export interface Provider {
  /** Where the browser goes, and what its answer is checked against. */
  begin(redirectUri: string): Promise<{ url: string; begun: Begun }>;
  /** What the provider says of who has come back to `url`. */
  finish(url: URL, begun: Begun): Promise<Claims>;
}

/** A provider that does not answer must not hold up whoever waits. */
const timeoutSeconds = 8;

export function createProvider({ issuer, clientId, clientSecret }: ProviderSettings): Provider {
  let known: Promise<Configuration> | undefined;

  /** Read at the first log-in, so that a start does not need the provider; after a failure read again. */
  function configuration(): Promise<Configuration> {
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  async function discover(): Promise<Configuration> {
    const { discovery, allowInsecureRequests } = await library();
    const address = new URL(issuer);
    return discovery(address, clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      // The configuration takes http from this machine alone.
      ...(address.protocol === 'http:' && { execute: [allowInsecureRequests] }),
    });
  }

  return {
    async begin(redirectUri) {
      const { buildAuthorizationUrl, ...client } = await library();
      const begun = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, begun };
    },
    async finish(url, { state, nonce, verifier }) {
      const { authorizationCodeGrant, fetchUserInfo } = await library();
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const inToken = claimsSchema.parse(tokens.claims());
      if (config.serverMetadata().userinfo_endpoint === undefined) return inToken;
      // Most say name and e-mail only there; the library holds it to the same subject.
      const more = await fetchUserInfo(config, tokens.access_token, inToken.sub);
      return claimsSchema.parse({ ...inToken, ...more, iss: inToken.iss, sub: inToken.sub });
    },
  };
}

/** Loaded with the first log-in by it. */
function library() {
  return import('openid-client');
}
