import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { HttpError } from '../../http/errors.ts';
import { VerifiedTokens } from './verified.ts';

/** The lifetime of a token, in seconds; its holder refreshes it before. */
export const TOKEN_SECONDS = 30 * 60;

const AUDIENCE = 'directline';
const claimsSchema = z.object({
  user: z.string().startsWith('dl_'),
  conv: z.string().min(1),
  policy: z.string().min(1),
});

/** The user, conversation and policy of a token. Clients read `user` from the token. */
export type Claims = z.infer<typeof claimsSchema>;

/** Issues and verifies the tokens of the website channel. */
export interface Tokens {
  issue(claims: Claims): Promise<string>;
  /** The claims of a genuine token in its time; throws an `HttpError` 401 for any other. */
  verify(token: string | undefined): Promise<Claims>;
}

/** Makes tokens signed (HS256) with the secret, which is base64url of at least 32 bytes. */
export function createTokens(secret: string, now: () => Date = () => new Date()): Tokens {
  const key = Buffer.from(secret, 'base64url');
  const verified = new VerifiedTokens<Claims>(now);
  return {
    issue(claims) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TOKEN_SECONDS)
        .sign(key);
    },
    async verify(token) {
      if (!token) throw new HttpError(401, 'token-missing', 'send a token: Authorization: Bearer …');
      const known = verified.claimsOf(token);
      if (known) return known;
      const options = { algorithms: ['HS256'], audience: AUDIENCE, requiredClaims: ['exp'], currentDate: now() };
      try {
        const { payload } = await jwtVerify(token, key, options);
        const claims = claimsSchema.parse(payload);
        if (payload.exp !== undefined) verified.remember(token, claims, payload.exp);
        return claims;
      } catch (cause) {
        if (cause instanceof errors.JWTExpired)
          throw new HttpError(401, 'token-expired', 'the token has expired', { cause });
        throw new HttpError(401, 'token-invalid', 'the token is not one of ours', { cause });
      }
    },
  };
}
