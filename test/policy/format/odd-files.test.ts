import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { PolicyFileError } from '../../../src/policy/format/policy-file-error.ts';
import { lampShop } from '../check/small.ts';

const shop = lampShop();

/** What the loader says of a file with these bytes, each problem as `line:column: message`. */
function saidOf(content: string | Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lamps-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'lamps.yaml');
  writeFileSync(path, content);
  try {
    loadPolicy(path);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  }
}

/** What it says of the lamp shop with one thing changed. */
function saidAfter(from: string, to: string): string[] {
  if (shop.split(from).length !== 2) throw new Error(`the file must have just one ${JSON.stringify(from)}`);
  return saidOf(shop.replace(from, () => to));
}

describe('a text is taken as it stands, or refused', () => {
  it('as it stands in UTF-8, with or without a byte order mark', () => {
    expect(saidOf(shop)).toEqual([]);
    expect(saidOf(`\ufeff${shop}`)).toEqual([]);
    expect(saidAfter('A lamp may come back', 'Eine Lämpe — “so”, 灯 may come back')).toEqual([]);
  });

  it.each<[string, Buffer, RegExp]>([
    [
      'Latin-1',
      Buffer.from(shop.replace('name: Lamp Shop', 'name: Lämp Shop'), 'latin1'),
      /^3:1: expected UTF-8, not another encoding such as Latin-1/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${shop}`, 'utf16le'), /^1:1: expected UTF-8, not UTF-16/],
    [
      'NUL',
      Buffer.from(shop.replace('Hello!', 'Hel\0lo!')),
      /^7:14: the invisible sign U\+0000 stands here; remove it/,
    ],
    [
      'a sign that turns the others round',
      Buffer.from(shop.replace('Hello!', '\u202eolleH!')),
      /^7:11: the invisible sign U\+202E/,
    ],
    [
      'ten megabytes',
      Buffer.from(`${shop}\n${'# lamps\n'.repeat(1_300_000)}`),
      /^1:1: 11 MB are more than a policy has; expected at most 2 MB/,
    ],
  ])('refused in %s', (_, bytes, message) => {
    const [first, ...others] = saidOf(bytes);
    expect(first).toMatch(message);
    expect(others).toEqual([]);
  });

  it.each([
    [
      'an alias that leads nowhere',
      'title: Unlit',
      'title: *bag',
      '53:12: there is no anchor "bag" above; a text that begins with * stands in quotes',
    ],
    [
      'an alias that leads back to itself',
      'when: { reason: other }',
      'when: &w { not: *w }',
      '62:43: "*w" leads back to itself',
    ],
    [
      'a tag',
      'title: Unlit',
      'title: !include x',
      '53:12: nothing follows !include; a text that begins with ! stands in quotes',
    ],
    [
      'the key of a prototype',
      'when: { reason: other }',
      'when: { __proto__: other }',
      '62:35: "__proto__" is no key of a policy',
    ],
    [
      'a key twice',
      'language: en',
      'language: en\nlanguage: de',
      '5:1: "language" stands here twice; leave one of the two',
    ],
    [
      'a text with a colon',
      'text: A lamp that was lit stays.',
      'text: Note: it stays.',
      '54:11: expected one key on this line; a text with a colon and a space in it stands in quotes',
    ],
    [
      'a quote that never closes',
      'title: Fourteen days',
      "title: 'Fourteen days",
      ': this text opens with a quote and never closes it',
    ],
    [
      'a second policy',
      'clauses:\n',
      '---\nclauses:\n',
      '41:1: expected one document a file; leave "---" out, or put what follows into a file of its own',
    ],
  ])('refused with %s', (_, from, to, message) => {
    const said = saidAfter(from, to);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
  });

  it('refused where a folder has the name of a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lamps-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'policy.yaml'));
    expect(() => loadPolicy(folder)).toThrow(`${join(folder, 'policy.yaml')}:1:1: expected a file, not a folder`);
  });

  it('refused with aliases that stand for far too much', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `  - &x${i + 1} [${Array(9).fill(`*x${i}`).join(', ')}]`);
    expect(saidOf(`${shop}\nlaugh:\n  - &x0 [ha]\n${levels.join('\n')}\n`)).toEqual([
      '1:1: the aliases stand for more than 200,000 entries',
    ]);
  });

  it('refused where it is nested too deeply', () => {
    for (const text of [`a: ${'['.repeat(20_000)}`, '{a: '.repeat(5_000)])
      expect(saidOf(text)).toEqual([expect.stringContaining('too deeply nested to be read')]);
    expect(saidOf(`a: ${'['.repeat(200_000)}`)).toHaveLength(1);
    expect(saidOf('- '.repeat(200_000))).toHaveLength(1);
  });

  it('an alias is a copy of its own, so that what belongs to one does not show in the other', () => {
    const text = shop
      .replace('in-doubt, when: { lit: unknown }', 'in-doubt, when: &doubt { lit: unknown }')
      .replace(
        '{ id: in-time, when: { returnWindow: open }',
        '{ id: in-time, when: { not: *doubt, returnWindow: open }',
      );
    const { values } = examinePolicy(text, 'lamps.yaml');
    const { decisions } = values as { decisions: { when?: { not?: unknown } }[] };
    expect(decisions[3]?.when?.not).toEqual({ lit: 'unknown' });
    expect(decisions[3]?.when?.not).not.toBe(decisions[2]?.when);
  });
});

describe('numbers beyond all reason', () => {
  it.each([
    ['length: { days: 14 }', 'length: { days: 1000000000 }', 'expected at most 36,500'],
    ['length: { days: 14 }', 'length: { hours: 1e12 }', 'expected at most 876,000'],
    ['length: { days: 14 }', 'length: { months: 1e300 }', 'expected'],
    ['length: { days: 14 }', 'length: { workingDays: .inf }', 'expected'],
    ['likelihood: 50 }', 'likelihood: .nan }', 'expected a number'],
    ["version: '2026-11-01'", "version: '0001-01-01'", "expected a date in quotes, such as '2026-11-01'"],
  ])('%s as %s', (from, to, message) => {
    expect(saidAfter(from, to).join()).toContain(message);
  });
});

describe('the form that an entry is nearest to', () => {
  it.each([
    [
      'a number in a condition',
      'when: { reason: other }',
      'when: { reason: 1 }',
      'reason is never 1; expected one of broken, unwanted, other',
    ],
    [
      'a length that is no number',
      'length: { days: 14 }',
      'length: [{ when: { reason: other }, days: thirty }, { days: 14 }]',
      'expected a number, not "thirty"',
    ],
    [
      'a length of an unknown unit by case',
      'length: { days: 14 }',
      'length: [{ when: { reason: other }, dayz: 30 }, { days: 14 }]',
      'unknown key "dayz"; expected one of when, from, hours, days, months, workingDays',
    ],
    [
      'two lengths at once',
      'length: { days: 14 }',
      'length: { days: 14, months: 1 }',
      'expected only one of months, days',
    ],
    [
      'a length by case without any',
      'length: { days: 14 }',
      'length: [{ when: { reason: other } }, { days: 14 }]',
      'expected one of hours, days, months, workingDays',
    ],
    [
      'an unquoted comma',
      'title: Broken, likelihood',
      'title: Broken, dead, likelihood',
      'unknown key "dead" without a value; a text with a comma in it stands in quotes',
    ],
    [
      'a text where a list is expected',
      'clauses: [unlit] }\n  - { id: in-doubt',
      'clauses: unlit }\n  - { id: in-doubt',
      'expected a list, such as [unlit]',
    ],
    [
      'the same in a form with a choice of keys',
      "{ at: '2', clauses: [unlit] }",
      "{ at: '2', clauses: unlit }",
      'expected a list',
    ],
    [
      'two keys that exclude each other',
      "{ at: '2', clauses: [unlit] }",
      "{ at: '2', clauses: [unlit], informational: x }",
      'expected only one of informational, clauses',
    ],
    [
      'a number where a text is expected',
      "{ at: '2', clauses: [unlit] }",
      '{ at: 2, clauses: [unlit] }',
      'expected some text; put 2 in quotes',
    ],
    ['a type that there is not', 'type: yes-no', 'type: yesno', 'expected one of choice, yes-no, date'],
    ['a citation in capitals', 'clauses: [window] }', 'clauses: [Window] }', 'expected an id in kebab-case'],
  ])('%s', (_, from, to, message) => {
    const said = saidOf(shop.replace(from, () => to));
    expect(said, said.join('\n')).toHaveLength(1);
    expect(said[0]).toContain(message);
  });
});
