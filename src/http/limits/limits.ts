import type { IncomingMessage } from 'node:http';
import { addressKey, clientAddress, type TrustedProxies } from './client-address.ts';
import { isInternalAddress } from './local-addresses.ts';
import { createRates, type RateName, type RateOf, type RateSettings, type ShareRates } from './rates.ts';
import { startSharing } from './shared-rates.ts';

/** Who asks, and how much of it is let through; see `docs/guides/limits.md`. */
export interface Limits {
  /** The key that the client of a request is counted under: its address, or the network of one customer. */
  clientOf(req: IncomingMessage): string;
  /** The same, unless it is only that of a machine before us, behind which there can be anybody. */
  originOf(req: IncomingMessage): string | undefined;
  /** Counts one for the client of a request; throws HttpError 429 where there is none left. */
  take(name: RateOf<'address'>, req: IncomingMessage): void;
  /** Likewise for a conversation or a shop. */
  takeOf(name: Exclude<RateName, RateOf<'address'>>, whom: string): void;
  /** Begins to count together with other processes; returns what ends that. */
  startSharing(exchange: ShareRates): () => void;
}

/** What a process lets through others hear of this much later, in milliseconds. */
const SHARED_EVERY_MS = 1_000;

/** The limits of one server. */
export function createLimits(settings: { trustedProxies: TrustedProxies; rates: RateSettings }): Limits {
  const addressOf = clientAddress(settings.trustedProxies);
  const rates = createRates(settings.rates);
  // A request is asked about several times.
  const known = new WeakMap<IncomingMessage, string>();

  function clientOf(req: IncomingMessage): string {
    const key = known.get(req) ?? addressKey(addressOf(req));
    known.set(req, key);
    return key;
  }

  return {
    clientOf,
    originOf: (req) => (isInternalAddress(addressOf(req)) ? undefined : clientOf(req)),
    take: (name, req) => rates.take(name, clientOf(req)),
    takeOf: (name, whom) => rates.take(name, whom),
    startSharing: (exchange) => startSharing(rates, exchange, SHARED_EVERY_MS),
  };
}
