import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets other sites' browsers call Direct Line, which needs a token and knows no cookies, so any site may.
 * `true` when that was all the request asked (a preflight) and it has been answered.
 */
export function allowOtherSites(req: IncomingMessage, res: ServerResponse): boolean {
  if (!req.url?.startsWith('/v3/directline/')) return false;
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  if (req.method !== 'OPTIONS') return false;
  res.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    // The four that Web Chat and DirectLineJS send.
    'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'Access-Control-Max-Age': '86400',
  });
  res.end();
  return true;
}
