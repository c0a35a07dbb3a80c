import { defineConfig } from 'vitest/config';

/**
 * Files that have a process to themselves: nock stands in the way of every request of its process, also of those of the
 * next file; Web Chat's tests set clocks.
 */
const apart = [
  'test/channels/directline/web-chat.test.ts',
  'test/dialogs/reading/second-reader/**/*.test.ts',
  'test/orders/http/*.test.ts',
];

/** These stand in the way of requests too, and take it back after each test; they share processes among themselves alone. */
const sameNet = ['test/desk/teams/**/*.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/policies-once.ts', 'test/short-waits.ts'],
    // Only what never ends runs into these; how fast a machine is decides nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    // As many workers as the smallest machine has cores; by default one core would be left idle.
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        extends: true,
        // To load the product for each file anew took a third of the time. What a test changes for all it puts back.
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...apart, ...sameNet],
          isolate: false,
          globalSetup: ['test/store/postgres/global-setup.ts'],
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
      { extends: true, test: { name: 'one net', include: sameNet, isolate: false } },
    ],
  },
});
