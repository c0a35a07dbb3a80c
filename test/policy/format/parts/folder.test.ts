import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { loadCatalog } from '../../../../src/policy/catalog.ts';
import { examinePolicy, parsePolicy } from '../../../../src/policy/format/parse.ts';
import { filesOf, joinedText, policyPathOf, readPolicyText } from '../../../../src/policy/format/parts/policy-text.ts';
import { PolicyFileError, type PolicyProblem } from '../../../../src/policy/format/policy-file-error.ts';
import type { PolicyFile } from '../../../../src/policy/format/schema.ts';
import { languagesOf, policyFileIn, policyIn } from '../../../../src/policy/in-language.ts';
import { fixtureIds, fixtureText } from '../../../fixtures/policies.ts';
import { rngOf } from '../../../random.ts';
import { lampShop } from '../../check/small.ts';
import { smallPolicy } from '../../interview/random-policy.ts';
import { inFolder, writePolicy } from '../../written.ts';

const shoes = readFileSync('test/fixtures/policies/shoe-shop.yaml', 'utf8');

describe('a policy in a folder', () => {
  it.each([
    ['lamp shop', lampShop()],
    ['shoe shop', shoes],
    ...fixtureIds.map((shop) => [shop, inOneFile(fixtureText(shop))]),
    ...Array.from({ length: 40 }, (_, i) => [`random shop ${i}`, randomText(i)]),
  ])('is the same as in one file: %s', (_, text) => {
    const alone = examinePolicy(text, 'alone.yaml').policy.file;
    const parted = examinePolicy(inFolder(text), 'parted').policy.file;
    expect(namesApart(parted)).toEqual(namesApart(alone));
  });

  it.each(fixtureIds)('%s would be the same in one file', (shop) => {
    const text = fixtureText(shop);
    expect(examinePolicy(inOneFile(text), 'alone.yaml').policy.file).toEqual(examinePolicy(text, shop).policy.file);
  });

  it('that holds policy.yaml alone is that file, to the digest', () => {
    const folder = newFolder();
    writePolicy(join(folder, 'shoes'), shoes);
    writeFileSync(join(folder, 'alone.yaml'), shoes);
    expect(readPolicyText(join(folder, 'shoes'))).toBe(readPolicyText(join(folder, 'alone.yaml')));
  });

  it('is found by the folder and by each of its files', () => {
    const folder = writePolicy(join(newFolder(), 'shoes'), inFolder(shoes));
    expect(policyPathOf(folder)).toBe(folder);
    for (const name of ['policy.yaml', 'en.yaml', 'examples.yaml'])
      expect(policyPathOf(join(folder, name))).toBe(folder);
  });

  it('names a customer once, whom several clauses show', () => {
    const files = new Map(filesOf(inFolder(shoes)));
    files.set(
      'examples.yaml',
      `customers:
  too-late:
    today: '2026-11-16'
    facts: { reason: faulty, goods: bag, worn: false, receivedOn: '2026-11-01' }
    gives: { resolution: not-eligible }
clauses:
  return-window: { in: [too-late], out: [{ facts: { reason: other } }] }
  worn: { out: [too-late] }
`,
    );
    const { clauses } = parsePolicy(joinedText(files), 'shoes').file;
    const tooLate = clauses['return-window']?.examples.in[0];
    expect(tooLate).toMatchObject({ today: '2026-11-16', gives: { resolution: 'not-eligible' } });
    expect(clauses.worn?.examples.out).toEqual([tooLate]);
  });
});

describe('what the loader says of a mistake in a folder', () => {
  /** The problems, each with the text of the line that it names. */
  const mistakes = (file: string, from: string, to: string): string[] => {
    const files = new Map(filesOf(inFolder(lampShop())));
    const text = files.get(file) ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}: ${text}`);
    files.set(file, text.replace(from, to));
    try {
      parsePolicy(joinedText(files), 'lamps');
      return [];
    } catch (error) {
      return (error as Error).message.split('\n').map((line) => {
        const [, at = '', number = '', , rest = ''] = /^lamps\/([a-z.]+):(\d+):(\d+): (.*)$/.exec(line) ?? [];
        return `${at} "${files.get(at)?.split('\n')[Number(number) - 1]?.trim()}" ${rest}`;
      });
    }
  };

  it.each<[string, string, string, string, string]>([
    [
      'a text is missing',
      'en.yaml',
      '    question: What is the matter?\n',
      '',
      'en.yaml "reason:" facts.reason.question: missing; expected some text',
    ],
    [
      'a text for a fact that is not there',
      'en.yaml',
      '  lit:\n',
      '  lights:\n',
      'en.yaml "lights:" facts.lights: policy.yaml has no "lights" under facts; is "lit" meant, which has no words?',
    ],
    [
      'a text for a row that is not there',
      'en.yaml',
      'clauses:\n',
      'decisions: { no-such-row: { steps: [Wait.] } }\nclauses:\n',
      'en.yaml "decisions: { no-such-row: { steps: [Wait.] } }" decisions.no-such-row: policy.yaml has no "no-such-row" under decisions; expected one of something-else, lit, in-doubt, in-time, too-late',
    ],
    [
      'a rule among the texts',
      'en.yaml',
      '    label: Reason\n',
      '    label: Reason\n    type: choice\n',
      'en.yaml "type: choice" facts.reason.type: "type" is no wording; expected one of label, question, help, summary, unit, values, phrases, unitWords',
    ],
    [
      'a text among the rules',
      'policy.yaml',
      '    type: choice\n',
      '    type: choice\n    help: Choose.\n',
      'policy.yaml "help: Choose." facts.reason.help: this is wording and belongs in en.yaml',
    ],
    [
      'a key with its old name',
      'en.yaml',
      '    label: Reason\n',
      '    label: Reason\n    hears: [x]\n',
      'en.yaml "hears: [x]" facts.reason.hears: hears is now called phrases; "returns upgrade lamps" rewrites it',
    ],
    [
      'an example of a clause that is not there',
      'examples.yaml',
      '  window:\n',
      '  windows:\n',
      'examples.yaml "windows:" clauses.windows: there is no clause "windows"; expected one of window, unlit',
    ],
    [
      'a customer who is not there',
      'examples.yaml',
      '    in:\n',
      '    in:\n      - nobody\n',
      'examples.yaml "- nobody" clauses.window.in[0]: there is no customer "nobody"; expected one of no name at all',
    ],
    [
      'a customer whom no clause shows',
      'examples.yaml',
      'clauses:\n',
      'customers: { forgotten: { facts: { reason: other } } }\nclauses:\n',
      'examples.yaml "customers: { forgotten: { facts: { reason: other } } }" customers.forgotten: no clause shows "forgotten"; name it under one, or remove it',
    ],
    [
      'a misspelt part of the examples',
      'examples.yaml',
      'clauses:\n',
      'clasues:\n',
      'examples.yaml "clasues:" clasues: unknown key "clasues"; expected one of customers, clauses',
    ],
    [
      'a mistake in an example',
      'examples.yaml',
      'today: 2026-11-21',
      'today: yesterday',
      'examples.yaml "today: yesterday" clauses.window.examples.in[0].today: expected a date in quotes, such as \'2026-11-01\'',
    ],
    [
      'a mistake in a rule',
      'policy.yaml',
      'version: 2026-11-01',
      'version: today',
      'policy.yaml "version: today" version: expected a date in quotes, such as \'2026-11-01\'',
    ],
  ])('%s', (_, file, from, to, expected) => {
    expect(mistakes(file, from, to)).toContain(expected);
  });

  it('once, of a fact without rules that has many words', () => {
    expect(mistakes('en.yaml', '  reason:\n', '  raeson:\n').filter((line) => line.includes('raeson'))).toHaveLength(1);
  });

  it('once, of a customer whom several clauses show', () => {
    const files = new Map(filesOf(inFolder(shoes)));
    const customer = '{ todya: x, facts: { reason: other } }';
    files.set(
      'examples.yaml',
      `customers: { any: ${customer} }\nclauses: { worn: { out: [any] }, fee: { out: [any] } }\n`,
    );
    const wrong = problemsOf(joinedText(files)).map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(wrong).toEqual(['shoes/examples.yaml:1 unknown key "todya"; expected one of facts, today, now, gives']);
  });

  it('examples that are no map', () => {
    const files = new Map(filesOf(inFolder(shoes))).set('examples.yaml', '- customers\n');
    const wrong = problemsOf(joinedText(files)).map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(wrong).toEqual(['shoes/examples.yaml:1 expected a map']);
  });

  it('nothing, of examples that are comments alone', () => {
    const files = new Map(filesOf(inFolder(shoes))).set('examples.yaml', '# none yet\n');
    expect(problemsOf(joinedText(files))).toEqual([]);
  });

  it('a rule of what is impossible without an id, for its because would have no place', () => {
    const impossible = 'impossible:\n  - { when: { reason: other, lit: true }, fact: lit, because: why }';
    const text = inFolder(lampShop({ impossible })).replace('  - id: rule-0\n    when:', '  - when:');
    expect(() => parsePolicy(text, 'lamps')).toThrow(
      /^lamps\/policy\.yaml:\d+:5: impossible\[0\]: expected an id, under which en\.yaml says its "because"/m,
    );
  });

  it('no rules at all', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'en.yaml'), 'name: Lamps\n');
    writeFileSync(join(folder, 'examples.yaml'), '');
    expect(() => parsePolicy(readPolicyText(folder), 'lamps')).toThrow(
      /^lamps\/policy\.yaml:1:1: there is no such file/,
    );
  });
});

describe('a policy in several languages', () => {
  const german = `name: Lampenladen
facts:
  reason: { question: Was ist los?, values: { broken: { title: Kaputt, phrases: [kaputt] } } }
decisions:
  in-time: { steps: [Einpacken.] }
`;
  const lastDecision = '  - { id: too-late, resolution: not-eligible, clauses: [window], steps: [Keep it.] }';
  const text = inFolder(lampShop({ languages: 'languages: [en, de]', lastDecision }), { 'de.yaml': german });
  const { policy } = examinePolicy(text, 'lamps');

  it('gives the texts of a language, and those of the first where the language has none', () => {
    expect(languagesOf(policy)).toEqual(['en', 'de']);
    const file = policyFileIn(policy, 'de');
    expect(file).toMatchObject({ language: 'de', name: 'Lampenladen', greeting: 'Hello!' });
    expect(file.facts.reason).toMatchObject({
      label: 'Reason',
      question: 'Was ist los?',
      values: { broken: { title: 'Kaputt' }, other: { title: 'Other' } },
    });
    expect(file.decisions.at(-1)?.steps).toEqual(['Keep it.']);
    expect(policyFileIn(policy, 'en')).toBe(policy.file);
    expect(policyFileIn(policy, 'fr')).toBe(policy.file);
    expect(policyIn(policy, 'de').file).toBe(file);
    expect(policyIn(policy, 'de')).toBe(policyIn(policy, 'de'));
    expect(policyIn(policy, 'fr')).toBe(policy);
  });

  it('understands a language by the words of that language alone', () => {
    const spoken = lampShop({ languages: 'languages: [en, de]' }).replace(
      'broken: { title: Broken, likelihood: 50 }',
      'broken: { title: Broken, likelihood: 50, phrases: [broken], synonyms: [dead] }',
    );
    const both = examinePolicy(inFolder(spoken, { 'de.yaml': german }), 'lamps').policy;
    expect(policyFileIn(both, 'en').facts.reason).toMatchObject({ values: { broken: { phrases: ['broken'] } } });
    expect(policyFileIn(both, 'de').facts.reason).toMatchObject({
      values: { broken: { phrases: ['kaputt'], synonyms: [] } },
    });
  });

  it('has the same rules in each', () => {
    const rulesIn = (language: string) =>
      policyFileIn(policy, language).decisions.map(({ steps: _, notes: __, ...row }) => row);
    expect(rulesIn('de')).toEqual(rulesIn('en'));
  });

  it('a mistake in a further language is named in its file', () => {
    const wrong = text.replace('phrases: [kaputt]', 'phrases: ["(kaputt"]');
    expect(() => parsePolicy(wrong, 'lamps')).toThrow(
      /^lamps\/de\.yaml:3:\d+: facts\.reason\.values\.broken\.phrases/m,
    );
  });
});

describe('a folder of policies', () => {
  it('may hold files, folders, and several versions of one shop under any names', () => {
    const folder = newFolder();
    const older = shoes.replace("version: '2026-11-01'", "version: '2025-11-01'");
    writePolicy(join(folder, 'shoe-shop'), inFolder(shoes));
    writePolicy(join(folder, 'shoe-shop@2025'), inFolder(older));
    writeFileSync(join(folder, 'lamps.yaml'), lampShop());
    mkdirSync(join(folder, 'drafts'));
    writeFileSync(join(folder, 'notes.txt'), 'no policy');
    const catalog = loadCatalog(folder);
    expect([...catalog].map(([id, versions]) => [id, versions.map(({ file }) => file.version)])).toEqual([
      ['lamp-shop', ['2026-11-01']],
      ['shoe-shop', ['2025-11-01', '2026-11-01']],
    ]);
  });
});

/** The mistakes in the text of the shoe shop's folder. */
function problemsOf(text: string): PolicyProblem[] {
  try {
    parsePolicy(text, 'shoes');
    return [];
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return error.problems;
  }
}

/** The text of one file with all that the files of a folder say. */
function inOneFile(text: string): string {
  return stringify(examinePolicy(text, 'parted').values, { aliasDuplicateObjects: false });
}

function randomText(seed: number): string {
  const { variants: _, combined: __, ...file } = smallPolicy(rngOf(seed), true).policy.file;
  return stringify(file, { aliasDuplicateObjects: false });
}

/** A policy without the ids of what is impossible, which one file need not have. */
function namesApart({ impossible, ...file }: PolicyFile): unknown {
  return { ...file, impossible: impossible.map(({ id: _, ...rule }) => rule) };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'returns-policies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
