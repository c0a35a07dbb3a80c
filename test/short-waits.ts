import { vi } from 'vitest';

// Most tests set the clock of the product. What goes by the machine's own, the looks of the outbox and the pauses of a
// host that is down, would be waited for in earnest, and 2,000 attempts until one is given up.
vi.mock(import('../src/outbox/pace.ts'), async (original) => {
  const { outboxPace } = await original();
  return {
    outboxPace: {
      ...outboxPace,
      everyMs: 50,
      backoff: { ...outboxPace.backoff, maxAttempts: 60 },
      hosts: { ...outboxPace.hosts, probe: { firstMs: 20, maxMs: 100 } },
    },
  };
});
