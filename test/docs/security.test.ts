import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project-folder.ts';
import { readPage } from './pages.ts';

test('every threat names a test that there is', () => {
  const [, table = ''] = readPage('docs/security.md').split('## Threats');
  const rows = table.split('\n').filter((line) => /^\| (?!threat)/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  const untested = rows.filter((row) => {
    const named = [...(row.split('|')[3] ?? '').matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
    return named.length === 0 || !named.every((path) => existsSync(join(projectFolder, path)));
  });
  expect(untested).toEqual([]);
});
