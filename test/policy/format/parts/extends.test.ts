import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkText } from '../../../../src/commands/check/report.ts';
import { loadCatalog } from '../../../../src/policy/catalog.ts';
import { decide } from '../../../../src/policy/engine/decide.ts';
import { loadPolicy, type Policy } from '../../../../src/policy/format/load.ts';
import { parseKeptPolicy, parsePolicy } from '../../../../src/policy/format/parse.ts';
import { readPolicyText } from '../../../../src/policy/format/parts/policy-text.ts';
import { withLikelihoods } from '../../../../src/policy/format/yaml/likelihood-patch.ts';
import { policyIn } from '../../../../src/policy/in-language.ts';

const root = mkdtempSync(join(tmpdir(), 'returns-extends-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const head = `version: '2026-11-01'
name: Pens
language: en
timeZone: Europe/Berlin
theme: { accent: '#0b5c8f' }
greeting: Hello!
statutoryNote: Your statutory rights are not affected.
`;
const rows = `decisions:
  - { id: late, when: { is: too-late }, resolution: not-eligible, clauses: [window] }
  - { id: fine, resolution: return, deadline: returnWindow, clauses: [window] }
source: { title: Pens, sentences: [{ at: '1', informational: Greetings. }] }
`;
const clauses = `facts:
  receivedOn: { type: date, label: Received on, question: When did you receive it? }
  colour: { type: yes-no, label: Colour, question: Is it red? }
derived:
  returnWindow: { label: Return window, from: receivedOn, length: { days: 14 }, within: open, after: closed, likelihood: { open: 80, closed: 20 } }
conditions:
  too-late: { returnWindow: closed }
clauses:
  window: { section: One, title: Fourteen days, text: Back within 14 days. }
  unused: { section: Two, title: Unused, text: No shop names this one. }
source:
  title: Common terms
  sentences: [{ at: '1', clauses: [window, unused] }]
`;

/** Writes files below a folder of their own; returns that folder. */
function written(files: Record<string, string>): string {
  const folder = mkdtempSync(join(root, 'shops-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const shop = (path: string, more = '') => `id: pens\nextends: ${path}\n${head}${more}${rows}`;

function resolutionOf(policy: Policy, receivedOn: string) {
  const verdict = decide(policy, { receivedOn }, { today: '2026-11-21' });
  return verdict.kind === 'decision' ? verdict.decision.resolution : verdict.kind;
}

/** What is said of a policy, without the folder that the test has made. */
function mistakesIn(path: string, folder: string): string {
  try {
    loadPolicy(path);
  } catch (error) {
    return String(error instanceof Error ? error.message : error).replaceAll(`${folder}/`, '');
  }
  return 'none';
}

describe('a policy that extends another file', () => {
  it('has from it what it names, and nothing else', () => {
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml'), 'shared/terms.yaml': clauses });
    const policy = loadPolicy(join(folder, 'pens.yaml'));
    expect(resolutionOf(policy, '2026-11-07')).toBe('return');
    expect(resolutionOf(policy, '2026-11-06')).toBe('not-eligible');
    expect(Object.keys(policy.file.facts)).toEqual(['receivedOn']);
    expect(Object.keys(policy.file.clauses)).toEqual(['window']);
    expect(policy.file.source.sentences).toContainEqual({ at: '1', clauses: ['window'] });
  });

  it('wins with what it has itself', () => {
    const own =
      'derived:\n  returnWindow: { label: Window, from: receivedOn, length: { days: 30 }, within: open, after: closed, likelihood: { open: 80, closed: 20 } }\n';
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml', own), 'shared/terms.yaml': clauses });
    expect(resolutionOf(loadPolicy(join(folder, 'pens.yaml')), '2026-10-22')).toBe('return');
  });

  it('may extend one that extends another; the nearer wins', () => {
    const nearer =
      'extends: terms.yaml\nclauses:\n  window: { section: One, title: Two weeks, text: Back within two weeks. }\nsource: { title: Nearer, sentences: [{ at: a, clauses: [window] }] }\n';
    const folder = written({
      'pens.yaml': shop('shared/nearer.yaml'),
      'shared/nearer.yaml': nearer,
      'shared/terms.yaml': clauses,
    });
    expect(loadPolicy(join(folder, 'pens.yaml')).file.clauses.window?.title).toBe('Two weeks');
  });

  it('in a folder has the words from beside what it extends, in each language, and may say them otherwise', () => {
    const rules = {
      clauses: 'clauses:\n  window: { section: One }\n  unused: { section: Two }\n',
      facts: 'facts:\n  receivedOn: { type: date }\n',
    };
    const shared = `${rules.facts}derived:\n  returnWindow: { from: receivedOn, length: { days: 14 }, within: open, after: closed, likelihood: { open: 80, closed: 20 } }\nconditions: { too-late: { returnWindow: closed } }\n${rules.clauses}source: { title: T, sentences: [{ at: '1', clauses: [window] }] }\nlanguage: en\n`;
    const folder = written({
      'pens/policy.yaml': `id: pens\nextends: ../shared\nversion: '2026-11-01'\nlanguage: en\nlanguages: [en, de]\ntimeZone: Europe/Berlin\ntheme: { accent: '#0b5c8f' }\n${rows}`,
      'pens/en.yaml':
        'name: Pens\ngreeting: Hello!\nstatutoryNote: Rights.\nclauses:\n  window: { title: Our window }\n',
      'pens/de.yaml': 'name: Stifte\ngreeting: Guten Tag!\nstatutoryNote: Rechte.\n',
      'shared/policy.yaml': shared,
      'shared/en.yaml':
        'facts:\n  receivedOn: { label: Received on, question: When? }\nderived:\n  returnWindow: { label: Window }\nclauses:\n  window: { title: Window, text: Two weeks. }\n  unused: { title: Unused, text: Unused. }\n',
      'shared/de.yaml':
        'facts:\n  receivedOn: { label: Erhalten am, question: Wann? }\nderived:\n  returnWindow: { label: Frist }\nclauses:\n  window: { title: Frist, text: Zwei Wochen. }\n',
    });
    const policy = loadPolicy(join(folder, 'pens'));
    expect(policy.file.clauses.window).toMatchObject({ title: 'Our window', text: 'Two weeks.' });
    expect(policyIn(policy, 'de').file.clauses.window).toMatchObject({ title: 'Frist', text: 'Zwei Wochen.' });
    expect(policy.translations.get('de')).toMatchObject({ missing: [], surplus: [] });
  });

  it('has a digest of all of it, and is found again as it was', () => {
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml'), 'shared/terms.yaml': clauses });
    const path = join(folder, 'pens.yaml');
    const before = loadPolicy(path);
    writeFileSync(join(folder, 'shared/terms.yaml'), clauses.replace('days: 14', 'days: 20'));
    const after = loadPolicy(path);
    expect(after.digest).not.toBe(before.digest);
    const kept = parseKeptPolicy({ text: before.text, digest: before.digest }, 'pens');
    expect(kept.digest).toBe(before.digest);
    expect([kept, after].map((one) => resolutionOf(one, '2026-11-03'))).toEqual(['not-eligible', 'return']);
  });

  it('leaves examples where they are, for they show the policy of that file', () => {
    const examples = ', examples: { in: [{ facts: { receivedOn: never } }] } }';
    const shown = clauses.replace('text: Back within 14 days. }', `text: Back within 14 days.${examples}`);
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml'), 'shared/terms.yaml': shown });
    expect(loadPolicy(join(folder, 'pens.yaml')).file.clauses.window?.examples).toEqual({ in: [], out: [] });
  });

  it('learns for what it has itself; what is shared stays as it is', () => {
    const own =
      'facts:\n  colour: { type: yes-no, label: Colour, question: Is it red?, likelihood: { true: 50, false: 50 } }\n';
    const text = shop('shared/terms.yaml', own);
    const learnt = withLikelihoods(text, [
      { path: ['facts', 'colour', 'likelihood', 'true'], percent: 30, seen: 100 },
      { path: ['derived', 'returnWindow', 'likelihood', 'open'], percent: 70, seen: 100 },
    ]);
    expect(learnt).toBe(text.replace('true: 50', 'true: 30'));
  });

  it('lies beside what it extends, which is no policy by itself', () => {
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml'), 'shared/terms.yaml': clauses });
    expect([...loadCatalog(folder).keys()]).toEqual(['pens']);
  });
});

describe('a mistake around what a policy extends', () => {
  it.each([
    ['shared/none.yaml', 'pens.yaml:2:1: extends: there is no file or folder "shared/none.yaml"'],
    ['../outside.yaml', 'pens.yaml:2:1: extends: "../outside.yaml" leads out of the folder in which the policy lies'],
    ['/etc/passwd', 'pens.yaml:2:1: extends: expected a path from this file, such as ../shared/clauses.yaml'],
    ['pens.yaml', 'pens.yaml:2:1: extends: it leads back to pens.yaml, which extends it'],
    ['shared', 'pens.yaml:2:1: extends: there is no policy.yaml in shared'],
    ['shared/notes.txt', 'pens.yaml:2:1: extends: expected a .yaml file, not "notes.txt"'],
    ['[a, b]', 'pens.yaml:2:1: extends: expected a path without spaces, such as ../shared/clauses.yaml'],
    ['link.yaml', 'pens.yaml:2:1: extends: "link.yaml" leads out of the folder in which the policy lies'],
  ])('%s: one line that says so', (path, message) => {
    const folder = written({ 'shops/pens.yaml': shop(path), 'shops/shared/notes.txt': 'x', 'outside.yaml': clauses });
    symlinkSync(join(folder, 'outside.yaml'), join(folder, 'shops/link.yaml'));
    expect(mistakesIn(join(folder, 'shops/pens.yaml'), join(folder, 'shops'))).toBe(message);
  });

  it('files that lead to each other are one line', () => {
    const folder = written({
      'pens.yaml': shop('shared/a.yaml'),
      'shared/a.yaml': `extends: b.yaml\n${clauses}`,
      'shared/b.yaml': 'extends: a.yaml\n',
    });
    expect(mistakesIn(join(folder, 'pens.yaml'), folder)).toBe(
      'shared/b.yaml:1:1: extends: it leads back to shared/a.yaml, which extends it',
    );
  });

  it('a mistake in what is shared stands at its own line', () => {
    const broken = clauses.replace('too-late: { returnWindow: closed }', 'too-late: { returnWindow: shut }');
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml'), 'shared/terms.yaml': broken });
    expect(mistakesIn(join(folder, 'pens.yaml'), folder)).toBe(
      'shared/terms.yaml:7:15: conditions.too-late.returnWindow: returnWindow is never "shut"; expected one of open, closed, unknown',
    );
  });

  it('a misspelt part of what is shared is named', () => {
    const folder = written({ 'pens.yaml': shop('t.yaml'), 't.yaml': clauses.replace('clauses:\n', 'claues:\n') });
    expect(mistakesIn(join(folder, 'pens.yaml'), folder)).toContain('t.yaml:8:1: claues: unknown key "claues"');
  });

  it('a text alone does not stand for what it extends', () => {
    expect(() => parsePolicy(shop('shared/terms.yaml'), 'pens.yaml')).toThrow('what it extends was not read with it');
  });

  it('a finding of check stands in the file and at the line that it is about', () => {
    const folder = written({ 'pens.yaml': shop('shared/terms.yaml'), 'shared/terms.yaml': clauses });
    const path = join(folder, 'pens.yaml');
    const { findings } = checkText(readPolicyText(path), path, () => '2026-11-21');
    const ofExamples = findings.filter(({ code }) => code === 'missing-example');
    expect(ofExamples.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['missing-example', join(folder, 'shared/terms.yaml'), 9],
      ['missing-example', join(folder, 'shared/terms.yaml'), 9],
    ]);
    expect(readFileSync(join(folder, 'shared/terms.yaml'), 'utf8').split('\n')[8]).toContain('window:');
  });
});
