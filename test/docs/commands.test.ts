import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../src/project-folder.ts';
import { pages, readPage } from './pages.ts';

const fileOf = (name: string): string => readFileSync(join(projectFolder, name), 'utf8');
const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = packageSchema.parse(JSON.parse(fileOf('package.json')));
/** Decisions and the changelog tell of what was; what they name may be gone. */
const ofToday = pages.filter(({ path }) => path !== 'CHANGELOG.md' && !path.startsWith('docs/decisions/'));

describe.each(ofToday)('$path', ({ text }) => {
  test('tells to run scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w-]*(?::[\w-]+)*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('tells to use commands that there are', () => {
    const named = [...text.matchAll(/(?:returns -- |`returns )([a-z]+(?:-[a-z]+)*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !existsSync(join(projectFolder, `src/commands/${name}.ts`)))).toEqual([]);
  });

  test('tells to run tests that there are', () => {
    const named = [...text.matchAll(/npx vitest run ([^\n`]+)/g)].flatMap(([, paths = '']) =>
      paths.trim().split(/\s+/),
    );
    expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });
});

test('the guide to running it has every setting', () => {
  const settings = [...fileOf('.env.example').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
  const guide = readPage('docs/guides/running.md');
  expect(settings.length).toBeGreaterThan(20);
  expect(settings.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
