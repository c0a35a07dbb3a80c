import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseKeptPolicy, parsePolicy } from '../../../../src/policy/format/parse.ts';
import { joinedText } from '../../../../src/policy/format/parts/policy-text.ts';
import { leftToAuthor, upgraded, upgradedPolicy } from '../../../../src/policy/format/upgrade/upgrade.ts';

const old = readFileSync(new URL('../../../fixtures/old-policies/kettle-shop-of-2026.yaml', import.meta.url), 'utf8');

describe('a policy of an earlier version', () => {
  it('is refused with the new name of each old key, at its place', () => {
    expect(mistakesOf(old)).toEqual([
      'kettles.yaml:19:61: facts.reason.values.broken.claims: claims is now called intents; "returns upgrade kettles.yaml" rewrites it',
      'kettles.yaml:20:9: facts.reason.values.broken.hears: hears is now called phrases; "returns upgrade kettles.yaml" rewrites it',
      'kettles.yaml:27:5: facts.boiled.hears: hears is now called phrases; "returns upgrade kettles.yaml" rewrites it',
      'kettles.yaml:36:45: facts.state.values.scale.hears: hears is now called phrases; "returns upgrade kettles.yaml" rewrites it',
      'kettles.yaml:36:71: facts.state.values.scale.denies: denies is now called negativePhrases; "returns upgrade kettles.yaml" rewrites it',
      'kettles.yaml:46:5: derived.warranty.asks: asks is now called askFor; "returns upgrade kettles.yaml" rewrites it',
      'kettles.yaml:57:5: clauses.warranty.asks: asks is now called sampleQuestions; "returns upgrade kettles.yaml" rewrites it',
    ]);
  });

  it('loads once it is upgraded, and every character that is no old key stays', () => {
    const { text, changes } = upgraded(old, 'kettles.yaml');
    expect(() => parsePolicy(text, 'kettles.yaml')).not.toThrow();
    expect(changes.map(({ line, change }) => `${line}: ${change}`)).toEqual([
      '19: claims is now intents',
      '20: hears is now phrases',
      '27: hears is now phrases',
      '29: fromOrder: item.warrantyMonths is said',
      '36: hears is now phrases',
      '36: denies is now negativePhrases',
      '46: asks is now askFor',
      '57: asks is now sampleQuestions',
    ]);
    const undone = text
      .replaceAll('intents', 'claims')
      .replaceAll('negativePhrases', 'denies')
      .replaceAll('phrases', 'hears')
      .replaceAll('askFor', 'asks')
      .replaceAll('sampleQuestions', 'asks')
      .replace(' fromOrder: item.warrantyMonths,', '');
    expect(undone).toBe(old);
  });

  it('upgraded twice is as upgraded once', () => {
    const { text } = upgraded(old, 'kettles.yaml');
    expect(upgraded(text, 'kettles.yaml')).toEqual({ text, changes: [] });
  });

  it('leaves alone what only reads like an old key', () => {
    const text = 'facts:\n  hears: { values: { asks: { title: "hears: asks" } } }\nclauses: { asks: { text: asks } }\n';
    expect(upgraded(text, 'x.yaml')).toEqual({ text, changes: [] });
  });

  it('says which field of an order gives a fact, where its id alone said so and its type can take it', () => {
    const text = `facts:
  goods:
    type: choice # what it is
    values: {}
  paid: { type: money }
  delivery: { type: yes-no }
  colour: { type: choice }
`;
    expect(upgraded(text, 'x.yaml').text).toBe(`facts:
  goods:
    type: choice # what it is
    fromOrder: item.goods
    values: {}
  paid: { type: money, fromOrder: item.price }
  delivery: { type: yes-no }
  colour: { type: choice }
`);
  });

  it('that says so anywhere was written for it, and is left alone', () => {
    const text = 'facts:\n  goods: { type: choice }\n  price: { type: money, fromOrder: item.price }\n';
    expect(upgraded(text, 'x.yaml')).toEqual({ text, changes: [] });
  });

  it('loses no words that it had for another language: they become comments', () => {
    const text = 'id: x\nwording:\n  de:\n    reason: { question: Warum? }\n\nname: X\n';
    expect(upgraded(text, 'x.yaml').text).toBe(
      'id: x\n# wording:\n#   de:\n#     reason: { question: Warum? }\n\nname: X\n',
    );
  });

  it('in a folder is upgraded file by file', () => {
    const files = new Map([
      ['policy.yaml', 'derived: { warranty: { asks: months } }\n'],
      ['en.yaml', 'clauses: { a: { asks: [why] } }\n'],
    ]);
    expect(upgradedPolicy(joinedText(files), 'x')).toBe(
      '--- # policy.yaml\nderived: { warranty: { askFor: months } }\n--- # en.yaml\nclauses: { a: { sampleQuestions: [why] } }\n',
    );
  });

  it('with the old and the new key side by side is left to its author, who is told', () => {
    const text = 'clauses: { a: { asks: [one], sampleQuestions: [two] } }\n';
    expect(upgraded(text, 'x.yaml')).toEqual({ text, changes: [] });
    expect(leftToAuthor(text, 'x.yaml')).toEqual([
      { line: 1, path: 'clauses.a.asks', change: 'asks and sampleQuestions are both here; join them by hand' },
    ]);
  });

  it('with words for another language in braces is left to its author, who is told', () => {
    const text = '{ id: x, wording: { de: {} } }\n';
    expect(upgraded(text, 'x.yaml')).toEqual({ text, changes: [] });
    expect(leftToAuthor(text, 'x.yaml')).toEqual([
      { line: 1, path: 'wording', change: 'wording is no key any more; take it out by hand' },
    ]);
  });

  it('that can be upgraded leaves nothing to its author', () => {
    expect(leftToAuthor(old, 'kettles.yaml')).toEqual([]);
  });

  it('keeps the ends of its lines', () => {
    const text = 'wording:\n  de: {}\nfacts:\n  goods:\n    type: choice # what it is\n    values: {}\n';
    const windows = (lines: string): string => lines.replaceAll('\n', '\r\n');
    expect(upgraded(windows(text), 'x.yaml').text).toBe(windows(upgraded(text, 'x.yaml').text));
  });

  it('that was kept still loads, under the digest it was kept with', () => {
    const kept = parseKeptPolicy({ text: old, digest: 'sha256:of-that-day' }, 'kettle-shop 2026-03-01');
    expect(kept).toMatchObject({ text: old, digest: 'sha256:of-that-day' });
    expect(kept.file).toEqual(parsePolicy(upgraded(old, 'x.yaml').text, 'x.yaml').file);
  });
});

function mistakesOf(text: string): string[] {
  try {
    parsePolicy(text, 'kettles.yaml');
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').sort((a, b) => Number(a.split(':')[1]) - Number(b.split(':')[1]));
  }
}
