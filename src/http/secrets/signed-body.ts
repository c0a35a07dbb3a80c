import { HttpError } from '../errors.ts';
import { isSameSecret } from './same-secret.ts';

/** The most that the sender's clock and ours may differ, either way, in seconds. */
const WINDOW_S = 5 * 60;

/**
 * Checks that a sender signed this very request, now: at most five minutes old or early, `sign` giving the signature
 * expected for the seconds since 1970 at which it says it was sent. Returns the signature, which no other request shares.
 * Throws HttpError 401: `signature-missing`, `signature-stale` or `signature-invalid`.
 */
export function checkSignedBody(
  request: { sender: string; signature: string | string[] | undefined; sentSeconds: string | string[] | undefined },
  sign: (sentSeconds: string) => string,
  now: Date,
): string {
  const { sender, signature, sentSeconds } = request;
  if (typeof signature !== 'string' || typeof sentSeconds !== 'string' || !/^\d{1,12}$/.test(sentSeconds)) {
    throw new HttpError(401, 'signature-missing', `the request is not signed by ${sender}`);
  }
  if (Math.abs(now.getTime() / 1_000 - Number(sentSeconds)) > WINDOW_S) {
    throw new HttpError(401, 'signature-stale', 'the request is not of the last five minutes');
  }
  if (!isSameSecret(sign(sentSeconds), signature)) {
    throw new HttpError(401, 'signature-invalid', 'the signature is not of this body');
  }
  return signature;
}
