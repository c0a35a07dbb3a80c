import type { IncomingMessage } from 'node:http';
import { isOfProxy, type TrustedProxies } from './client-address.ts';

/** What is asked by those who look after the process, and not by customers through a proxy. */
const upkeep = /^\/(healthz|readyz|metrics)(\?|$)/;

/** Calls `warn` at the first request that a named proxy sent without X-Forwarded-For: all its customers look as one. */
export function watchForwarding(proxies: TrustedProxies, warn: () => void): (req: IncomingMessage) => void {
  let hasWarned = false;
  return ({ headers, socket, url = '' }) => {
    if (hasWarned || headers['x-forwarded-for'] !== undefined || upkeep.test(url)) return;
    if (!isOfProxy(proxies, socket.remoteAddress ?? '')) return;
    hasWarned = true;
    warn();
  };
}
