import type { Channel } from '../channel.ts';
import { DIRECTLINE, type DirectLineDeps, mountDirectLine } from './routes.ts';
import { createTokens } from './tokens.ts';

/** The website channel: clients of Direct Line read the store, by polling or over a WebSocket. */
export function createDirectLine({ secret, ...deps }: Omit<DirectLineDeps, 'tokens'> & { secret: string }): Channel {
  const tokens = createTokens(secret);
  return { id: DIRECTLINE, mount: (server, host) => mountDirectLine(server, { ...deps, ...host, tokens }) };
}
