import { z } from 'zod';
import { type Role, roleSchema } from '../roles.ts';

const text = z.string().min(1).optional().catch(undefined);

/** What a provider says of somebody; see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims. */
export const claimsSchema = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  name: text,
  preferred_username: text,
  email: text,
  // Some say it as a text; what is neither is not said.
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true)])
    .optional()
    .catch(undefined),
});
export type Claims = z.infer<typeof claimsSchema>;

/** The e-mail that the provider vouches for, in small letters. */
export function verifiedEmailOf({ email, email_verified: isVerified }: Claims): string | undefined {
  const parsed = z.email().max(200).safeParse(email?.trim().toLowerCase());
  return isVerified === true && parsed.success ? parsed.data : undefined;
}

/** The highest role among the values of a claim, such as `roles` or `realm_access.roles`. */
export function roleIn(claims: Claims, claim: string): Role | undefined {
  const value = claims[claim] ?? claim.split('.').reduce<unknown>(valueIn, claims);
  const given = Array.isArray(value) ? value : [value];
  return roleSchema.options.findLast((role) => given.includes(role));
}

function valueIn(value: unknown, name: string): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success && Object.hasOwn(parsed.data, name) ? parsed.data[name] : undefined;
}
