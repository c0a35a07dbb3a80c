import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseKeptPolicy, parsePolicy } from '../../../src/policy/format/parse.ts';
import { upgraded } from '../../../src/policy/format/upgrade.ts';

const old = readFileSync(new URL('../../fixtures/policies/kettle-shop-of-2026.yaml', import.meta.url), 'utf8');

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
    expect(changes.map(({ line, from, to }) => `${line}: ${from} ${to}`)).toEqual([
      '19: claims intents',
      '20: hears phrases',
      '27: hears phrases',
      '36: hears phrases',
      '36: denies negativePhrases',
      '46: asks askFor',
      '57: asks sampleQuestions',
    ]);
    const undone = text
      .replaceAll('intents', 'claims')
      .replaceAll('negativePhrases', 'denies')
      .replaceAll('phrases', 'hears')
      .replaceAll('askFor', 'asks')
      .replaceAll('sampleQuestions', 'asks');
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

  it('with the old and the new key side by side is left to its author', () => {
    const text = 'clauses: { a: { asks: [one], sampleQuestions: [two] } }\n';
    expect(upgraded(text, 'x.yaml')).toEqual({ text, changes: [] });
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
