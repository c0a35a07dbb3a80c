import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { missingText } from '../../../src/commands/examples/text.ts';
import { exampleFindings } from '../../../src/policy/check/findings/examples.ts';
import { missingExamples } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { examinePolicy, parsePolicy } from '../../../src/policy/format/parse.ts';
import { filesOf, joinedText } from '../../../src/policy/format/parts/policy-text.ts';
import { isTree } from '../../../src/policy/format/parts/tree.ts';
import { readYaml } from '../../../src/policy/format/yaml/yaml-text.ts';
import { inFolder } from '../written.ts';

const page = readFileSync('docs/guides/policies.md', 'utf8');
/** The worked example: the one block that is a whole file. */
const [, block = ''] = /```yaml\n(# yaml-language-server[^`]*id: shoe-shop[^`]*)```/.exec(page) ?? [];

describe('docs/guides/policies.md', () => {
  it('has a worked example that loads, and whose examples hold', () => {
    const policy = parsePolicy(block, 'docs/guides/policies.md');
    const { in: cited, out } = policy.file.clauses['return-window']?.examples ?? { in: [], out: [] };
    expect(cited.length + out.length).toBe(3);
    for (const [examples, isCited] of [[cited, true] as const, [out, false] as const]) {
      for (const { facts, today = '', gives } of examples) {
        const verdict = decide(policy, facts, { today });
        if (verdict.kind !== 'decision') throw new Error(`not decided: ${JSON.stringify(facts)}`);
        expect(verdict.decision).toMatchObject(gives);
        expect(verdict.decision.clauses.includes('return-window')).toBe(isCited);
      }
    }
  });

  it('says how many customers its worked example still lacks, and shows the first of them', () => {
    const missing = missingExamples(new Space(parsePolicy(block, 'shoes.yaml'), '2026-11-20'));
    expect(page).toContain(`The shoe shop from above lacks ${missing.length} customers`);
    const { policy } = examinePolicy(block, 'shoes.yaml');
    const [, , , , , comment = '', first = ''] = missingText(policy, missing).split('\n');
    expect(page).toContain(`${comment}\n${first}\n`);
  });

  it('has the same shop in a folder, whose parts load with what the page leaves out', () => {
    const [rules = '', words = '', examples = ''] = page
      .slice(page.indexOf('## In a folder'))
      .split('```yaml\n')
      .slice(1)
      .map((part) => part.split('```')[0] ?? '');
    const files = filesOf(inFolder(block)) ?? new Map();
    const merged = (name: string, shown: string) =>
      stringify(deepMerged(readYaml(files.get(name) ?? '', name).values, readYaml(shown, name).values));
    const text = joinedText(
      new Map([
        ['policy.yaml', merged('policy.yaml', rules)],
        ['en.yaml', merged('en.yaml', words)],
        ['examples.yaml', examples],
      ]),
    );
    const { policy } = examinePolicy(text, 'shoe-shop');
    expect(policy.file.decisions.find(({ id }) => id === 'faulty')?.steps).toEqual(['Pack it with its box.']);
    expect(exampleFindings(policy).filter(({ code }) => code === 'failing-example')).toEqual([]);
    expect(policy.file.facts).toEqual(parsePolicy(block, 'shoes.yaml').file.facts);
  });

  it('a case of a period can start on a day of its own', () => {
    const collected = block
      .replace('- { when: { goods: shoes }, days: 30 }', '- { when: { goods: shoes }, from: collectedOn, days: 30 }')
      .replace(
        '\nderived:',
        '  collectedOn: { type: date, label: Collected, question: When did you collect it? }\n\nderived:',
      );
    const policy = parsePolicy(collected, 'shoes.yaml');
    const facts = { reason: 'faulty', worn: false, receivedOn: '2026-01-01' };
    const at = { today: '2026-11-20' };
    expect(decide(policy, { ...facts, goods: 'bag' }, at)).toMatchObject({ decision: { resolution: 'not-eligible' } });
    expect(decide(policy, { ...facts, goods: 'shoes' }, at)).toMatchObject({ missing: ['collectedOn'] });
    const shoes = { ...facts, goods: 'shoes', collectedOn: '2026-11-01' };
    expect(decide(policy, shoes, at)).toMatchObject({ decision: { resolution: 'return', deadline: '2026-12-01' } });
  });

  it.each([
    ['title: Worn items', 'titel: Worn items', 'unknown key "titel"; expected one of section, title'],
    ['when: { worn: true }', 'when: { goods: shoe }', 'goods is never "shoe"; expected one of shoes, bag'],
    ["version: '2026-11-01'", "version: '1 November'", "expected a date in quotes, such as '2026-11-01'"],
    ["- { at: '3', clauses: [fee] }", "- { at: '3', informational: None. }", 'no sentence of the source leads here'],
    ['  - id: faulty\n', '  - id: faulty\n    when: { goods: bag }\n', 'add a row, human-review if nothing else'],
    [
      'deadline: returnWindow\n    clauses: [return-window]\n',
      'deadline: receivedOn\n',
      'there is no derived fact "receivedOn"; expected one of returnWindow',
    ],
  ])('what it says the loader says: %s as %s', (from, to, message) => {
    expect(block).toContain(from);
    expect(() => parsePolicy(block.replace(from, to), 'shoes.yaml')).toThrow(message);
  });
});

/** One map with what the other says put into it; lists are taken over whole. */
function deepMerged(whole: unknown, shown: unknown): unknown {
  if (!isTree(whole) || !isTree(shown)) return shown;
  return {
    ...whole,
    ...Object.fromEntries(
      Object.entries(shown).map(([key, value]) => [
        key,
        Object.hasOwn(whole, key) ? deepMerged(whole[key], value) : value,
      ]),
    ),
  };
}
