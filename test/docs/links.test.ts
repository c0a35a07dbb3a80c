import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project-folder.ts';
import { pages, readPage } from './pages.ts';

const link = /\]\(([^)\s]+)\)|<img src="([^"]+)"/g;
/** Shops that the guides make up. */
const imagined = /^policies\/(?:(?:my|shoe)-shop|shared)\b/;
/** A path of the project in code; what is in angle brackets stands for any name. */
const codePath = /`((?:src|test|docs|web|scripts|bench|bin|policies|training|vendor|\.ci|\.github)\/[^`\s]*)`/g;
/** The changelog tells of files as they were. */
const ofToday = pages.filter(({ path }) => path !== 'CHANGELOG.md');

/** The name of a source file by itself, as it is written where its folder was just named. */
const codeFile = /`(?:[\w-]+\/)*([\w-]+\.(?:ts|js))`/g;
const sources = new Set(
  globSync('{src,test,web,scripts,bench,bin}/**/*.{ts,js}', { cwd: projectFolder }).map((path) => basename(path)),
);

describe.each(pages)('$path', ({ path, text }) => {
  test('links to what is there', () => {
    const targets = [...text.matchAll(link)].flatMap(([, inText, ofImage]) => inText ?? ofImage ?? []);
    const lost = targets.filter((target) => !/^[a-z]+:/.test(target) && !isThere(path, target));
    expect(lost).toEqual([]);
  });
});

describe.each(ofToday)('$path', ({ text }) => {
  test('names files and folders that exist', () => {
    const named = [...text.matchAll(codePath)].map(([, name = '']) => name);
    expect(named.filter((name) => !imagined.test(name) && !exists(name))).toEqual([]);
  });

  test('names source files that exist', () => {
    const named = [...text.matchAll(codeFile)].map(([, name = '']) => name);
    expect(named.filter((name) => !sources.has(name) && name !== 'big.js')).toEqual([]);
  });
});

test('the pages link to each other: none is left alone', () => {
  const linked = new Set(
    pages.flatMap(({ path, text }) =>
      [...text.matchAll(link)].map(([, target = '']) => normalize(join(dirname(path), target.split('#')[0] ?? ''))),
    ),
  );
  // Their folder is linked to.
  const isDrawn = (path: string): boolean => path.startsWith('docs/diagrams/');
  const entrances = ['README.md', 'SECURITY.md', 'CHANGELOG.md'];
  expect(
    pages.map(({ path }) => path).filter((path) => !linked.has(path) && !isDrawn(path) && !entrances.includes(path)),
  ).toEqual([]);
});

function isThere(from: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(join(projectFolder, file))) return false;
  return heading === undefined || !file.endsWith('.md') || headingsOf(readPage(file)).includes(heading);
}

/** The anchors of a page's headings, as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function exists(name: string): boolean {
  const anyName = name.replaceAll(/<[^>]+>/g, '*');
  if (/[*{]/.test(anyName)) return globSync(anyName, { cwd: projectFolder }).length > 0;
  return existsSync(join(projectFolder, anyName));
}
