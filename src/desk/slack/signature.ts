import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from '../../http/errors.ts';

/** How far Slack's clock and ours may differ, either way. */
const WINDOW_S = 5 * 60;

/**
 * Checks that Slack sent this very body, now: the HMAC (v0) over the raw body, at most five minutes old or early.
 * Returns the signature, which no other request shares; throws 401.
 */
export function checkSignature(headers: IncomingHttpHeaders, body: Uint8Array, secret: string, now: Date): string {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': sent } = headers;
  if (typeof signature !== 'string' || typeof sent !== 'string' || !/^\d{1,12}$/.test(sent)) {
    throw new HttpError(401, 'signature-missing', 'the request is not signed by Slack');
  }
  if (Math.abs(now.getTime() / 1_000 - Number(sent)) > WINDOW_S) {
    throw new HttpError(401, 'signature-stale', 'the request is not of the last five minutes');
  }
  const expected = Buffer.from(signatureOf(body, sent, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new HttpError(401, 'signature-invalid', 'the signature is not of this body');
  }
  return signature;
}

/** The signature of a body sent at an instant in seconds. */
export function signatureOf(body: Uint8Array | string, sentSeconds: string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${sentSeconds}:`).update(body).digest('hex')}`;
}
