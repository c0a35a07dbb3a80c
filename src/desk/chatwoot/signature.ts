import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from '../../http/errors.ts';
import { isSameSecret } from '../page/token.ts';

/** How far Chatwoot's clock and ours may differ, either way. */
const WINDOW_S = 5 * 60;

/**
 * Checks that Chatwoot signed this very body, now: HMAC-SHA256 over `{timestamp}.{raw body}`, as inboxes do since
 * Chatwoot 4.13 (https://github.com/chatwoot/chatwoot/pull/13573 and /13892). Throws 401.
 */
export function checkSignature(headers: IncomingHttpHeaders, body: Uint8Array, secret: string, now: Date): void {
  const { 'x-chatwoot-signature': given, 'x-chatwoot-timestamp': sent } = headers;
  if (typeof given !== 'string' || typeof sent !== 'string' || !/^\d{1,12}$/.test(sent)) {
    throw new HttpError(401, 'signature-missing', 'the request is not signed by Chatwoot');
  }
  if (Math.abs(now.getTime() / 1_000 - Number(sent)) > WINDOW_S) {
    throw new HttpError(401, 'signature-stale', 'the request is not of the last five minutes');
  }
  if (!isSameSecret(signatureOf(body, sent, secret), given)) {
    throw new HttpError(401, 'signature-invalid', 'the signature is not of this body');
  }
}

/** The signature of a body sent at an instant in seconds. */
export function signatureOf(body: Uint8Array | string, sentSeconds: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${sentSeconds}.`).update(body).digest('hex')}`;
}
