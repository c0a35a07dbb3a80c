import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ hasInstallScript: z.boolean().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')));

it('no package runs anything when it is installed', () => {
  const packages = Object.entries(lockfile.packages);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : []))).toEqual([]);
});

it('the lockfile names no registry, so that everyone installs from their own', () => {
  expect(Object.values(lockfile.packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});
