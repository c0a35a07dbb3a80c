import { describe, expect, test } from 'vitest';
import { pages, readPage } from './pages.ts';

const index = readPage('docs/decisions/README.md');
const decisions = pages.filter(({ path }) => /^docs\/decisions\/\d/.test(path));

describe.each(decisions)('$path', ({ path, text }) => {
  const [file = ''] = path.split('/').slice(-1);
  const [, number, title] = /^# (\d+)\. (.+)\n/.exec(text) ?? [];

  test('has the number of its file, and a line with its title in the index', () => {
    expect(number).toBe(String(Number(file.slice(0, 4))));
    expect(index).toContain(`| ${number} | [${title}](${file}) | `);
  });

  test('says what it is, why and at what cost, in this order', () => {
    const parts = [...text.matchAll(/^\*\*(Status|Context|Choice|Cost)\.\*\*/gm)].map(([, part]) => part);
    expect(parts[0]).toBe('Status');
    expect(parts).toContain('Choice');
    expect(parts).toEqual(['Status', 'Context', 'Choice', 'Cost'].filter((part) => parts.includes(part)));
  });
});
