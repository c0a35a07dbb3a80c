import { randomBytes } from 'node:crypto';
import type { Response } from 'restify';
import type { Html } from '../../http/pages/templates.ts';

/** Relative, because a proxy may have put the desk elsewhere. */
export function goToDesk(res: Response, root: string, cookie?: string): void {
  const headers = { Location: `${root}desk`, 'Cache-Control': 'no-store' };
  res.sendRaw(303, '', cookie === undefined ? headers : { ...headers, 'Set-Cookie': cookie });
}

/** Sends a page: scripts and styles by nonce alone, no markup from text, and no frame around it. */
export function sendPage(
  res: Response,
  status: number,
  page: (nonce: string) => Html,
  headers: Record<string, string | string[]> = {},
): void {
  const nonce = randomBytes(16).toString('base64url');
  res.sendRaw(status, page(nonce).markup, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Frame-Options': 'DENY',
    // Browsers that know no Sec-Fetch-Site would send the log-in without an origin otherwise.
    'Referrer-Policy': 'same-origin',
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    ...headers,
  });
}

/** Answers a script with JSON. */
export function sendJson(res: Response, status: number, body: object, headers: Record<string, string> = {}): void {
  res.sendRaw(status, JSON.stringify(body), {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...headers,
  });
}
