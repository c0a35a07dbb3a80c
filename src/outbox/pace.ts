import type { OutboxDeps } from './worker.ts';

/** The pace of deliveries to channels and desks that may be down. */
export const outboxPace: Pick<OutboxDeps, 'everyMs' | 'drainMs' | 'backoff' | 'hosts'> = {
  everyMs: 1_000,
  drainMs: 5_000,
  // With pauses of three quarters of the longest on average, 2,000 attempts take a day.
  backoff: { firstMs: 500, maxMs: 60_000, maxAttempts: 2_000 },
  hosts: { atOnce: 16, openAfter: 5, probe: { firstMs: 1_000, maxMs: 30_000 } },
};
