import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { withLayers } from '../../scripts/layers/picture.ts';
import { readRules } from '../../scripts/layers/rules.ts';
import { projectFolder } from '../../src/project-folder.ts';
import { readPage } from './pages.ts';

const page = readPage('docs/contributing/architecture.md');
const folders = new Set(
  globSync('{bench,bin,docs,policies,scripts,src,test,training,web}/**/', { cwd: projectFolder }).map((path) =>
    basename(path),
  ),
);
const rules = { everywhere: ['errors.ts'], packages: { xstate: ['machines'] } };
const empty = withLayers(page, { ...rules, layers: {} });

test('the page shows the layers as layers.json has them; npm run diagrams draws them anew', () => {
  expect(withLayers(page, readRules())).toBe(page);
});

test('the tree of the page has folders that there are', () => {
  const [, tree = ''] = /## Folders\n\n```\n([\s\S]+?)```/.exec(page) ?? [];
  const named = [...tree.matchAll(/([\w-]+)\//g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !folders.has(name))).toEqual([]);
});

test('an arrow that others lead to as well is left out of the picture, and stands in the table', () => {
  const layers = { policy: [], machines: ['policy'], dialogs: ['machines', 'policy'] };
  const drawn = withLayers(empty, { ...rules, layers });
  expect(drawn.match(/^ {2}.+-->.+$/gm)).toEqual([
    '  front-door --> dialogs',
    '  machines --> policy',
    '  dialogs --> machines',
  ]);
  expect(drawn).toContain('| `dialogs` | `machines`, `policy` |  |');
  expect(drawn).toContain('| `machines` | `policy` | `xstate` |');
});

test('folders that lead to each other stay joined', () => {
  const drawn = withLayers(empty, { ...rules, layers: { forms: ['http'], http: ['forms'] } });
  expect(drawn.match(/^ {2}.+-->.+$/gm)).toEqual(['  forms --> http', '  http --> forms']);
});

test('a page that has lost its marks is no page to draw on', () => {
  expect(() => withLayers('# The architecture', readRules())).toThrow(RangeError);
});
