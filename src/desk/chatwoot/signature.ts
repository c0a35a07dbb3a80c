import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { checkSignedBody } from '../../http/secrets/signed-body.ts';

/**
 * Checks that Chatwoot signed this very body, now: HMAC-SHA256 over `{timestamp}.{raw body}`, as inboxes do since
 * Chatwoot 4.13 (https://github.com/chatwoot/chatwoot/pull/13573 and /13892). Throws HttpError 401.
 */
export function checkSignature(headers: IncomingHttpHeaders, body: Uint8Array, secret: string, now: Date): void {
  const { 'x-chatwoot-signature': signature, 'x-chatwoot-timestamp': sentSeconds } = headers;
  checkSignedBody({ sender: 'Chatwoot', signature, sentSeconds }, (sent) => signatureOf(body, sent, secret), now);
}

/** The signature of a body sent at an instant in seconds. */
export function signatureOf(body: Uint8Array | string, sentSeconds: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${sentSeconds}.`).update(body).digest('hex')}`;
}
