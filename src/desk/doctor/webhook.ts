import { fillIn, words } from '../words/words.ts';
import { type Connection, EXAMINE_MS } from './doctor.ts';

/** Looks if anybody answers at the address; no event is sent, so whoever takes them does nothing. */
export function webhookConnection(url: string): Connection {
  return {
    desk: 'webhook',
    async examine() {
      const init = { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(EXAMINE_MS) } as const;
      const { status } = await fetch(url, init);
      return status < 500 ? undefined : fillIn(words.doctor.answered, { why: status });
    },
  };
}
