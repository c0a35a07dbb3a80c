import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { checkSignedBody } from '../../http/secrets/signed-body.ts';

/**
 * Checks that Slack sent this very body, now: the HMAC (v0) over the raw body
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Returns the signature; throws HttpError 401.
 */
export function checkSignature(headers: IncomingHttpHeaders, body: Uint8Array, secret: string, now: Date): string {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentSeconds } = headers;
  return checkSignedBody({ sender: 'Slack', signature, sentSeconds }, (sent) => signatureOf(body, sent, secret), now);
}

function signatureOf(body: Uint8Array, sentSeconds: string, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${sentSeconds}:`).update(body).digest('hex')}`;
}
