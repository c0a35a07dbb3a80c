import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { upgrade } from '../../src/commands/upgrade.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { newDataDir, runCommand } from './command.ts';

const old = new URL('../fixtures/old-policies/kettle-shop-of-2026.yaml', import.meta.url);

/** A folder with an old policy in it and another, below, that is up to date. */
function policies(): { folder: string; kettles: string } {
  const folder = newDataDir();
  const kettles = join(folder, 'kettles.yaml');
  copyFileSync(old, kettles);
  mkdirSync(join(folder, 'lamps'));
  writeFileSync(join(folder, 'lamps', 'policy.yaml'), 'id: lamp-shop\n');
  writeFileSync(join(folder, 'notes.txt'), 'facts: { a: { hears: [] } }');
  return { folder, kettles };
}

test('a folder is upgraded in place, and a second time nothing is left to do', async () => {
  const { folder, kettles } = policies();
  const { code, output } = await runCommand(['upgrade', folder], newDataDir());
  expect(code).toBe(0);
  expect(output).toContain('kettles.yaml:19: claims is now intents at facts.reason.values.broken.claims\n');
  expect(output).toContain('kettles.yaml:20: hears is now phrases at facts.reason.values.broken.hears and 2 more\n');
  expect(output).toContain('2 files, 1 up to date.');
  expect(parsePolicy(readFileSync(kettles, 'utf8'), 'kettles.yaml').file.id).toBe('kettle-shop');

  expect(upgrade([folder], { initCwd: folder, isDryRun: false })).toBe('2 files, 2 up to date.');
});

test('a file with an old and a new key side by side is not up to date, and the line is named', async () => {
  const folder = newDataDir();
  writeFileSync(join(folder, 'both.yaml'), 'facts:\n  a: { hears: [x], phrases: [y] }\n');
  const { code, output } = await runCommand(['upgrade', folder], newDataDir());
  expect(code).toBe(0);
  expect(output).toMatch(/both\.yaml:2: hears and phrases are both here; join them by hand at facts\.a\.hears\n/);
  expect(output).toContain('1 file, 0 up to date.');
});

test('--dry-run says the same and writes nothing', () => {
  const { folder, kettles } = policies();
  const said = upgrade(['kettles.yaml'], { initCwd: folder, isDryRun: true });
  expect(said).toContain('kettles.yaml:46: asks is now askFor at derived.warranty.asks');
  expect(said).toContain('1 file, 0 up to date; nothing was written.');
  expect(readFileSync(kettles, 'utf8')).toBe(readFileSync(old, 'utf8'));
});

test('if one file is no YAML, none is written', () => {
  const { folder, kettles } = policies();
  writeFileSync(join(folder, 'lamps', 'policy.yaml'), 'id: [');
  expect(() => upgrade(['.'], { initCwd: folder, isDryRun: false })).toThrow(/lamps\/policy\.yaml:1:\d+: /);
  expect(readFileSync(kettles, 'utf8')).toBe(readFileSync(old, 'utf8'));
});

test.each([
  [[], 'Give a policy file or a folder'],
  [['nowhere'], 'There is no file or folder'],
])('asked the wrong way, %j, it says why', (names, words) => {
  expect(() => upgrade(names, { initCwd: newDataDir(), isDryRun: false })).toThrow(words);
});
