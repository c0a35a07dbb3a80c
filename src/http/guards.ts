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
export function setSecurityHeaders(res: ServerResponse): void {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('X-Frame-Options', 'SAMEORIGIN');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'self'");
}
