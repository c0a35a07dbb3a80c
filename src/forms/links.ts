import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import { endOfDay } from '../policy/calendar.ts';
import { policyVersionSchema } from '../policy/engine/decision.ts';
import { resolutionSchema } from '../policy/format/outcome-schema.ts';
import { refundWithBonusSchema } from '../policy/money/bonus.ts';
import { composedRefundSchema } from '../policy/money/composed.ts';
import { feeSchema } from '../policy/money/fee.ts';
import type { Store } from '../store/store.ts';

/** The claim of a form link for the shop's form. */
const returnClaimSchema = z.object({
  policy: policyVersionSchema,
  resolution: resolutionSchema,
  orderNumber: z.string().optional(),
  item: z.object({ id: z.string(), name: z.string() }).optional(),
  quantity: z.number().int().min(1).optional(),
  /** What the customer has chosen among the options of the decision. */
  choice: z.object({ id: z.string(), title: z.string() }).optional(),
  facts: z.record(z.string(), z.json()),
  feePercent: z.number().optional(),
  fee: feeSchema.optional(),
  refund: refundWithBonusSchema.optional(),
  refundParts: composedRefundSchema.optional(),
  /** The ruling of a person that gives it, counted from 1; absent where the policy does. */
  ruling: z.number().int().min(1).optional(),
  deadline: z.string().optional(),
  deadlineAt: z.string().optional(),
  sendBy: z.string().optional(),
});
export type ReturnClaim = z.infer<typeof returnClaimSchema>;

const claimsSchema = z.object({ sub: z.string(), jti: z.string(), exp: z.number(), return: returnClaimSchema });
type FormClaims = z.infer<typeof claimsSchema>;

/** The result of verifying a token; only a `valid` one says anything. */
export type VerifiedLink =
  | { kind: 'valid'; claims: FormClaims }
  /** Not of the form of a token of ours. */
  | { kind: 'malformed' }
  /** Signed by somebody else, or changed. */
  | { kind: 'forged' }
  /** Ours, but made for another site or another purpose. */
  | { kind: 'foreign' }
  | { kind: 'expired' };

/** Signs and checks the links to return forms. */
export interface FormLinks {
  /** The link for a decision; it holds until its deadline ends, a day in `timeZone`, else 30 days. */
  link(decision: { reference: string; claim: ReturnClaim; timeZone: string }): Promise<string>;
  /** Verifies that a token is one of ours, unchanged to the last character, and still in time. */
  verify(token: string): Promise<VerifiedLink>;
  /** The public keys, as `/.well-known/jwks.json` shows them. */
  publicKeys: { keys: JWK[] };
}

const algorithm = 'ES256';
const audience = 'return-form';
/** The time that a link without a deadline can be opened. */
const linkMs = 30 * 86_400_000;

/** The form links of a deployment; their key is made once and kept in the store. */
export async function createFormLinks(options: {
  store: Store;
  issuer: string;
  formUrl: string;
  now: () => Date;
}): Promise<FormLinks> {
  const { store, issuer, formUrl, now } = options;
  const jwk = JSON.parse(await store.secret('form-links-es256', newKey)) as JWK;
  const { d: _private, ...publicJwk } = jwk;
  const key = await importJWK(jwk, algorithm);
  const publicKey = await importJWK(publicJwk, algorithm);
  return {
    async link({ reference, claim, timeZone }) {
      const expires = expiryOf(claim, timeZone, now());
      const token = await new SignJWT({ return: claim })
        .setProtectedHeader({ alg: algorithm, kid: jwk.kid ?? '', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(reference)
        .setJti(reference)
        .setIssuedAt(now())
        .setExpirationTime(new Date(expires))
        .sign(key);
      const url = new URL(formUrl);
      url.searchParams.set('token', token);
      return url.href;
    },
    async verify(token) {
      if (!isCanonical(token)) return { kind: 'malformed' };
      try {
        const rules = { algorithms: [algorithm], audience, issuer, currentDate: now() };
        const { payload } = await jwtVerify(token, publicKey, rules);
        const claims = claimsSchema.safeParse(payload);
        return claims.success ? { kind: 'valid', claims: claims.data } : { kind: 'malformed' };
      } catch (error) {
        return { kind: reasonOf(error) };
      }
    },
    publicKeys: { keys: [{ ...publicJwk, alg: algorithm, use: 'sig' }] },
  };
}

function expiryOf({ deadline, deadlineAt }: ReturnClaim, timeZone: string, now: Date): number {
  if (deadlineAt !== undefined) return Date.parse(deadlineAt);
  return deadline === undefined ? now.getTime() + linkMs : endOfDay(deadline, timeZone);
}

/**
 * True if the token is three segments of base64url exactly as an encoder writes them: the last character of a segment
 * has bits that decoders ignore, so without this a changed token could pass as the same.
 */
function isCanonical(token: string): boolean {
  const segments = token.split('.');
  const isOwnEncoding = (segment: string): boolean =>
    segment !== '' && Buffer.from(segment, 'base64url').toString('base64url') === segment;
  return segments.length === 3 && segments.every(isOwnEncoding);
}

function reasonOf(error: unknown): Exclude<VerifiedLink['kind'], 'valid'> {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return 'foreign';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed)
    return 'forged';
  if (error instanceof errors.JOSEError) return 'malformed';
  throw error;
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}
