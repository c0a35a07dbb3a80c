import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As many workers as the smallest machine has cores; by default one core would be left idle.
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: 2 },
});
