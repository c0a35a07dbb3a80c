import type { Rates, ShareRates } from './rates.ts';

/**
 * Has a process exchange its rates with the others after every `everyMs`; returns what ends that. Where the exchange
 * fails, each goes on with its own counts, and tells them the next time.
 */
export function startSharing(rates: Pick<Rates, 'share'>, exchange: ShareRates, everyMs: number): () => void {
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy) return;
    isBusy = true;
    // That the database is away is said by whoever cannot do without it.
    await rates.share(exchange).catch(() => undefined);
    isBusy = false;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
