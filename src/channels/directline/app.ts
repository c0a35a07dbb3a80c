import type { TalkKeys } from '../../talks/keys.ts';
import type { Channel } from '../channel.ts';
import { createRenewal } from './renewal.ts';
import { DIRECTLINE, type DirectLineDeps, mountDirectLine } from './routes.ts';
import { createTokens } from './tokens.ts';

type Options = Omit<DirectLineDeps, 'tokens' | 'renewal'> & { secret: string; keys: TalkKeys };

/** The website channel: clients of Direct Line read the store, by polling or over a WebSocket. */
export function createDirectLine({ secret, keys, ...deps }: Options): Channel {
  const tokens = createTokens(secret);
  const renewal = createRenewal({ keys, isSecure: deps.publicUrl?.startsWith('https:') === true });
  return { id: DIRECTLINE, mount: (server, host) => mountDirectLine(server, { ...deps, ...host, tokens, renewal }) };
}
