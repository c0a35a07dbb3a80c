import { z } from 'zod';
import { roleSchema } from './roles.ts';

const invitationSchema = z.object({
  /** Of the secret in the link, which is never kept. */
  digest: z.string(),
  /** ISO instant. */
  until: z.string(),
});

const passkeySchema = z.object({
  id: z.string(),
  /** COSE, in base64url. */
  publicKey: z.string(),
  counter: z.number(),
  transports: z.array(z.string()).default([]),
  /** The browser in which it was made, in words. */
  name: z.string(),
  /** ISO instant. */
  madeAt: z.string(),
});
/** A key of a person's device that logs them in. */
export type Passkey = z.infer<typeof passkeySchema>;

/** Somebody at the shop's OpenID Connect provider. */
const identitySchema = z.object({ issuer: z.string(), subject: z.string() });
export type Identity = z.infer<typeof identitySchema>;

export const accountSchema = z.object({
  /** As `agentIdOf` makes it of the name, and for good: cases belong to it. */
  id: z.string(),
  name: z.string(),
  /** In small letters. */
  email: z.string().optional(),
  role: roleSchema,
  isDisabled: z.boolean().default(false),
  /** Argon2id; absent: there is no password. */
  passwordHash: z.string().optional(),
  invitation: invitationSchema.optional(),
  passkeys: z.array(passkeySchema).default([]),
  identity: identitySchema.optional(),
  /** Sessions of an earlier number are over. */
  epoch: z.number().default(0),
});
/** Somebody of the shop who logs in at the desk under a name of their own. */
export type Account = z.infer<typeof accountSchema>;
