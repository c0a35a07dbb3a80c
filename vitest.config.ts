import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/policies-once.ts'],
    testTimeout: 30_000,
    // As many workers as the smallest machine has cores; by default one core would be left idle.
    maxWorkers: 2,
    // To load the product for each file anew took a third of the time. What a test changes for all it puts back.
    isolate: false,
  },
});
