import { z } from 'zod';

const base64url = z.string().regex(/^[\w-]*$/);

const credentialSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
});

/** A new passkey as a browser sends it; see https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson. */
export const registrationResponseSchema = credentialSchema.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export type RegistrationResponse = z.infer<typeof registrationResponseSchema>;

/** A log-in as a browser sends it. */
export const logInResponseSchema = credentialSchema.extend({
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type LogInResponse = z.infer<typeof logInResponseSchema>;

const clientDataSchema = z.object({ challenge: base64url });

/** The challenge that a browser has signed, in base64url; empty where there is none to be read. */
export function challengeOf({ response }: RegistrationResponse | LogInResponse): string {
  try {
    const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8');
    return clientDataSchema.parse(JSON.parse(text)).challenge;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return '';
    throw error;
  }
}
