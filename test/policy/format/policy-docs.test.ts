import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';

const page = readFileSync('docs/policies.md', 'utf8');
/** The worked example: the one block that is a whole file. */
const [, block = ''] = /```yaml\n(# yaml-language-server[^`]*id: shoe-shop[^`]*)```/.exec(page) ?? [];

describe('docs/policies.md', () => {
  it('has a worked example that loads, and whose examples hold', () => {
    const policy = parsePolicy(block, 'docs/policies.md');
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
