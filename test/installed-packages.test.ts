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

const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

it('no package runs anything when it is installed: whichever would is on the list of those that may not', () => {
  const packages = Object.entries(lockfile.packages);
  expect(packages.length).toBeGreaterThan(100);
  const wouldRun = packages.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : []));
  expect(wouldRun.map((path) => path.split('node_modules/').at(-1)).sort()).toEqual(Object.keys(allowScripts).sort());
  expect(Object.values(allowScripts)).not.toContain(true);
});

it('the lockfile names no registry, so that everyone installs from their own', () => {
  expect(Object.values(lockfile.packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});
