import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** What a form link carries for the shop's form. */
const returnClaimSchema = z.object({
  policy: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  resolution: z.enum(['return', 'cancellation', 'warranty-repair']),
  facts: z.record(z.string(), z.json()),
  feePercent: z.number().optional(),
  refund: z.object({ amount: z.string(), fee: z.string(), currency: z.string() }).optional(),
  deadline: z.string().optional(),
});
export type ReturnClaim = z.infer<typeof returnClaimSchema>;

const claimsSchema = z.object({ sub: z.string(), jti: z.string(), exp: z.number(), return: returnClaimSchema });
export type FormClaims = z.infer<typeof claimsSchema>;

/** Signs and checks the links to return forms. */
export interface FormLinks {
  /** The link for a decision; `expires` is an instant. */
  link(decision: { reference: string; expires: Date; claim: ReturnClaim }): Promise<string>;
  /** The claims of a token of ours; throws a jose error on any other. */
  verify(token: string): Promise<FormClaims>;
  /** The public keys, as `/.well-known/jwks.json` shows them. */
  publicKeys: { keys: JWK[] };
}

const algorithm = 'ES256';
const audience = 'return-form';

/** The form links of a deployment; their key is made once and kept in the store. */
export async function createFormLinks(options: { store: Store; issuer: string; formUrl: string }): Promise<FormLinks> {
  const { store, issuer, formUrl } = options;
  const jwk = JSON.parse(await store.secret('form-links-es256', newKey)) as JWK;
  const { d: _private, ...publicJwk } = jwk;
  const key = await importJWK(jwk, algorithm);
  const publicKey = await importJWK(publicJwk, algorithm);
  return {
    async link({ reference, expires, claim }) {
      const token = await new SignJWT({ return: claim })
        .setProtectedHeader({ alg: algorithm, kid: jwk.kid ?? '', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(reference)
        .setJti(reference)
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(key);
      const url = new URL(formUrl);
      url.searchParams.set('token', token);
      return url.href;
    },
    async verify(token) {
      const { payload } = await jwtVerify(token, publicKey, { algorithms: [algorithm], audience, issuer });
      return claimsSchema.parse(payload);
    },
    publicKeys: { keys: [{ ...publicJwk, alg: algorithm, use: 'sig' }] },
  };
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}
