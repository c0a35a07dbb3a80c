import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCatalog } from '../../../../src/policy/catalog.ts';
import { loadPolicy } from '../../../../src/policy/format/load.ts';
import { parseKeptPolicy, parsePolicy } from '../../../../src/policy/format/parse.ts';
import { filesOf, readPolicyText } from '../../../../src/policy/format/parts/policy-text.ts';
import { PolicyFileError } from '../../../../src/policy/format/policy-file-error.ts';
import { lampShop } from '../../check/small.ts';
import { inFolder, writePolicy } from '../../written.ts';

const expected =
  'no part of a policy; expected policy.yaml, examples.yaml, or one file for each promised language, such as en.yaml';
const oneDocument = 'expected one document a file; leave "---" out, or put what follows into a file of its own';

describe('a file that is no part of the policy in its folder', () => {
  it.each(['exmaples.yaml', 'policy.yml', 'en.yml', 'de-AT.yaml', 'notes.json', 'FR.YAML'])('%s is named', (name) => {
    const folder = lamps();
    writeFileSync(join(folder, name), 'id: lamps\n');
    expect(problemsOf(() => loadPolicy(folder))).toEqual([`${join(folder, name)}:1:1 ${expected}`]);
  });

  it('is named beside a policy that has all in one file, too', () => {
    const folder = writePolicy(newFolder(), lampShop());
    writeFileSync(join(folder, 'exmaples.yaml'), '');
    expect(problemsOf(() => loadPolicy(folder))).toEqual([`${join(folder, 'exmaples.yaml')}:1:1 ${expected}`]);
  });

  it.each(['README.md', '.DS_Store', 'policy.yaml~', '.policy.yaml.swp', '.yamllint.yml', 'logo.svg'])(
    '%s is left alone',
    (name) => {
      const folder = lamps();
      const text = readPolicyText(folder);
      writeFileSync(join(folder, name), 'id: lamps\n');
      expect(readPolicyText(folder)).toBe(text);
    },
  );

  it('is left alone if it is a folder', () => {
    const folder = lamps();
    mkdirSync(join(folder, 'old.yaml'));
    expect(loadPolicy(folder).file.id).toBe('lamp-shop');
  });

  it.each(['policy.yml', 'policy.json'])('makes a shop known whose rules are in %s', (name) => {
    const shops = newFolder();
    mkdirSync(join(shops, 'lamps'));
    writeFileSync(join(shops, 'lamps', name), lampShop());
    expect(problemsOf(() => loadCatalog(shops))).toEqual([`${join(shops, 'lamps', name)}:1:1 ${expected}`]);
  });

  it('makes a shop known that has examples alone', () => {
    const shops = newFolder();
    mkdirSync(join(shops, 'lamps'));
    copyFileSync(join(lamps(), 'examples.yaml'), join(shops, 'lamps', 'examples.yaml'));
    expect(problemsOf(() => loadCatalog(shops))).toEqual([
      expect.stringContaining('/lamps/policy.yaml:1:1 there is no such file'),
    ]);
  });
});

describe('a language that is not promised', () => {
  const text = inFolder(lampShop(), { 'fr.yaml': '# Bientôt.\nname: Lampes\n' });

  it('is refused at the first line of its file', () => {
    const folder = writePolicy(newFolder(), text);
    expect(problemsOf(() => loadPolicy(folder))).toEqual([
      `${join(folder, 'fr.yaml')}:1:1 "fr" has words and is not promised; add fr to languages, or remove the file`,
    ]);
  });

  it('is taken once it is promised', () => {
    const promising = inFolder(lampShop({ languages: 'languages: [en, fr]' }), { 'fr.yaml': 'name: Lampes\n' });
    expect(parsePolicy(promising, 'lamps').translations.get('fr')?.file.name).toBe('Lampes');
  });

  it('strands no policy that was kept with it', () => {
    expect(parseKeptPolicy({ text, digest: 'sha256:a' }, 'lamps').file.id).toBe('lamp-shop');
  });
});

describe('a second document in a file', () => {
  it.each([
    ['policy.yaml', '---\n'],
    ['policy.yaml', '--- # more.yaml\n'],
    ['en.yaml', '--- # de.yaml\nname: Lampenladen\n'],
    ['en.yaml', '--- # de.yaml'],
    ['examples.yaml', '---\nclauses: {}\n'],
  ])('%s is refused at the line of %j', (name, more) => {
    const folder = lamps();
    const own = filesOf(readPolicyText(folder))?.get(name) ?? '';
    writeFileSync(join(folder, name), own + more);
    const line = own.split('\n').length;
    expect(problemsOf(() => loadPolicy(folder))).toEqual([`${join(folder, name)}:${line}:1 ${oneDocument}`]);
  });

  it.each(['--- # lamps.yaml\n', '--- # policy.yaml\n'])('a file alone is not taken for a folder after %j', (first) => {
    const file = join(newFolder(), 'lamps.yaml');
    writeFileSync(file, first + lampShop());
    expect(problemsOf(() => loadPolicy(file))).toEqual([`${file}:1:1 ${oneDocument}`]);
  });

  it('is none where a file begins with "---", as some editors have it', () => {
    const folder = lamps();
    const files = filesOf(readPolicyText(folder)) ?? new Map();
    for (const [name, own] of files) writeFileSync(join(folder, name), `---\n${own}`);
    expect(loadPolicy(folder).file.id).toBe('lamp-shop');
    expect([...(filesOf(readPolicyText(folder)) ?? [])]).toEqual(
      [...files].map(([name, own]) => [name, `---\n${own}`]),
    );
  });

  it('is none within a text, whatever a line of it ends with', () => {
    const folder = lamps();
    const words = filesOf(readPolicyText(folder))?.get('en.yaml') ?? '';
    const tagline = `tagline: |\n  One\u2028--- # two.yaml\n  --- # three.yaml\n${words}`;
    writeFileSync(join(folder, 'en.yaml'), tagline);
    expect(filesOf(readPolicyText(folder))?.get('en.yaml')).toBe(tagline);
    expect(loadPolicy(folder).file.tagline).toContain('--- # three.yaml');
  });
});

function problemsOf(load: () => unknown): string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return error.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  }
}

/** The lamp shop in a folder of three files. */
function lamps(): string {
  return writePolicy(newFolder(), inFolder(lampShop()));
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'returns-policies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
