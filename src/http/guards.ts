import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError } from './errors.ts';

/**
 * Refuses a request that would kill the process in restify: a Host header or address that is no URL, an absolute
 * address, an encoded body. `undefined` when the request is fine.
 */
export function refusal(req: IncomingMessage): HttpError | undefined {
  if (!isAddressable(req)) return new HttpError(400, 'bad-request', 'the Host header or the address is malformed');
  if (req.headers['content-encoding'] !== undefined) {
    return new HttpError(415, 'unsupported-encoding', 'send the body without Content-Encoding');
  }
  return undefined;
}

/** True if host and address together are a URL within this server. */
export function isAddressable({ url = '', headers }: IncomingMessage): boolean {
  const host = headers.host || 'localhost';
  return url.startsWith('/') && /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}${url}`);
}

/** Sets the headers that every answer carries; pages add their own content policy. */
export function setSecurityHeaders(
  res: ServerResponse,
  { publicUrl, frameAncestors }: { publicUrl: string | undefined; frameAncestors: string },
): void {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  // Its older words for frames; there are none for the sites that may have some.
  if (frameAncestors === "'self'") res.setHeader('X-Frame-Options', 'SAMEORIGIN');
  if (frameAncestors === "'none'") res.setHeader('X-Frame-Options', 'DENY');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Content-Security-Policy', `default-src 'none'; frame-ancestors ${frameAncestors}`);
  if (publicUrl?.startsWith('https:')) res.setHeader('Strict-Transport-Security', `max-age=${365 * 24 * 3_600}`);
}
