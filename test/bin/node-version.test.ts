import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { isNodeRecent } from '../../bin/node-version.js';

const printed = vi.spyOn(console, 'error').mockImplementation(() => {});

afterEach(() => printed.mockClear());

it.each(['18.0.0', '20.20.2', '23.11.1'])('Node %s is told in one line what to do', (version) => {
  expect(isNodeRecent(version)).toBe(false);
  expect(printed.mock.calls).toEqual([
    [expect.stringMatching(/^This is Node [\d.]+, and Node 24 or newer[^\n]+npm ci/)],
  ]);
});

it.each(['24.0.0', '24.21.0', '26.1.0'])('Node %s will do', (version) => {
  expect(isNodeRecent(version)).toBe(true);
  expect(printed).not.toHaveBeenCalled();
});

it('package.json and .nvmrc ask for the same Node', () => {
  const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  expect(JSON.parse(read('package.json')).engines.node).toBe('>=24');
  expect(read('.nvmrc')).toBe('24\n');
});
