import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../../src/policy/format/parse.ts';
import { filesOf } from '../../../../src/policy/format/parts/policy-text.ts';
import { PolicyFileError } from '../../../../src/policy/format/policy-file-error.ts';
import { readQuickly, readWithLines, readYaml } from '../../../../src/policy/format/yaml/yaml-text.ts';
import { fixtureIds, fixtureText } from '../../../fixtures/policies.ts';

const texts = fixtureIds.flatMap((shop) =>
  [...(filesOf(fixtureText(shop)) ?? [])].map(([name, text]) => ({ name: `${shop}/${name}`, text })),
);
const [{ text: rules } = { text: '' }] = texts;

/** What the reader that knows lines makes of a text; `refused` where it has a mistake. */
function slowly(text: string): { values: unknown } | 'refused' {
  try {
    return { values: readWithLines(text, 'x.yaml').document.toJS() };
  } catch {
    return 'refused';
  }
}

/** Keys in their order count as well: the order of a policy's facts is the order of its diagram. */
function written(values: unknown): string {
  return JSON.stringify(values, (_, value) => (typeof value === 'number' ? `number ${value}` : value)) ?? 'nothing';
}

function expectAlike(text: string): void {
  const quick = readQuickly(text);
  if (quick === undefined) return;
  const slow = slowly(text);
  expect(slow, text).not.toBe('refused');
  if (slow !== 'refused') expect(written(quick.values), text).toBe(written(slow.values));
}

describe('the quick reader of policy files', () => {
  it.each(texts)('reads $name, and as the other does', ({ text }) => {
    expect(readQuickly(text), 'something in it is `unusual`, so loading takes long').toBeDefined();
    expectAlike(text);
  });

  it.each([
    ['a day without quotes', 'version: 2026-11-01', '2026-11-01'],
    ['a time', 'a: 1:30', '1:30'],
    ['no and yes, which are words', 'a: [no, yes, on, off]', '["no","yes","on","off"]'],
    ['truth values and nothing', 'a: [true, False, null, ~, ]', '[true,false,null,null]'],
    ['a number with a leading zero', 'a: 010', 'number 10'],
    ['octal and hexadecimal numbers', 'a: [0o7, 0x1F]', '["number 7","number 31"]'],
    [
      'numbers with a point or an exponent',
      'a: [.5, 1., 1e3, -0]',
      '["number 0.5","number 1","number 1000","number 0"]',
    ],
    ['what only looks like a number', 'a: [1_000, 0b1, 1e, "12"]', '["1_000","0b1","1e","12"]'],
    ['a truth value as a key', 'a: { true: 18, false: 76 }', '{"true":"number 18","false":"number 76"}'],
    ['a merge key, which is a key like any other', 'a: { <<: { b: 1 } }', '{"<<":{"b":"number 1"}}'],
    [
      'a key that every object has',
      'a: { constructor: 1, toString: 2 }',
      '{"constructor":"number 1","toString":"number 2"}',
    ],
    ['quotes, doubled and escaped', `a: ['it''s', "\\u0041\\n"]`, `["it's","A\\n"]`],
    ['a number sign in a word and a comment', 'a: b#c # d', 'b#c'],
    ['folded lines', 'a: >-\n  one\n  two\n\n  three\n', 'one two\\nthree'],
    ['kept lines', 'a: |\n  one\n   two\n', 'one\\n two\\n'],
    ['lines that end as on Windows', 'a: one\r\nb: two\r\n', 'one'],
  ])('reads %s', (_, text, expected) => {
    expect(written(readQuickly(text)?.values)).toContain(expected);
    expectAlike(text);
  });

  it.each([
    ['an anchor', 'a: &x 1\nb: *x'],
    ['a tag', 'a: !!str 1'],
    ['a directive', '%YAML 1.1\n---\na: yes'],
    ['a tab', 'a:\tb'],
    ['a block that begins with a number sign', 'a: >-\n  # b\n  c\n'],
    ['a second document', 'a: 1\n---\na: 2'],
    ['a number as a key', '1: a'],
    ['nothing as a key', 'a: { : b }'],
    ['a list as a key', '? [a]\n: b'],
    ['a number too large', 'a: 1e999'],
    ['a lone carriage return', 'a: b\rc'],
    ['the key of a prototype', 'a: { __proto__: 1 }'],
  ])('leaves %s to the other', (_, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });

  it('never reads what the other refuses or reads otherwise, however a policy is damaged', () => {
    const lines = texts.flatMap(({ text }) => text.split('\n'));
    const pieces = [
      ...':-#{}[],\'"|>&*!%?~\t\r\n\\@`= ',
      ': ',
      '- ',
      ' #',
      '\n  ',
      '0o7',
      'null',
      '---\n',
      '>-\n',
      '\ufeff',
    ];
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(3),
      put: fc.constantFrom('', ...pieces),
    });
    const excerpt = fc.record({
      from: fc.nat(lines.length - 1),
      count: fc.integer({ min: 1, max: 12 }),
      damages: fc.array(damage, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(excerpt, ({ from, count, damages }) => {
        const indent = /^ */.exec(lines[from] as string)?.[0].length ?? 0;
        const whole = lines.slice(from, from + count).map((line) => line.slice(indent, indent + 300));
        expectAlike(
          damages.reduce((text, { at, cut, put }) => {
            const place = Math.floor(at * text.length);
            return text.slice(0, place) + put + text.slice(place + cut);
          }, whole.join('\n')),
        );
      }),
      { seed: 4, numRuns: 3000 },
    );
  });
});

describe('a mistake in a policy file', () => {
  const said = (text: string): string => {
    try {
      parsePolicy(text, 'shop.yaml');
      return 'nothing';
    } catch (error) {
      if (!(error instanceof PolicyFileError)) throw error;
      return error.message;
    }
  };

  it('that is one of syntax is named with its line: a key twice, an open list, a tab', () => {
    expect(said(rules.replace('language: en', 'language: en\nlanguage: de'))).toBe(
      'shop.yaml:8:1: "language" stands here twice; leave one of the two',
    );
    expect(said('id: a\nlist: [b\nname: c\n')).toMatch(/^shop\.yaml:2:7: this bracket is never closed/);
    expect(said('id: a\ntitle: "b\nname: c\n')).toMatch(/^shop\.yaml:2:8: this text opens with a quote/);
    expect(said('id: a\nlist:\n\t- b\n')).toMatch(/^shop\.yaml:3:1: Tabs are not allowed as indentation/);
  });

  it('that is one of meaning is named with its line though the quick reader knows none', () => {
    expect(said(rules.replace("version: '2026-11-01'", 'version: today'))).toMatch(
      /^shop\.yaml:6:1: version: expected a date in quotes/,
    );
    expect(said(rules.replace('timeZone:', 'timezone:'))).toMatch(/^shop\.yaml:8:1: timezone: unknown key/m);
  });

  it('stands where the other reader says, entry and item', () => {
    const text = 'facts:\n  reason: { type: choice }\nlist:\n  - one\n  - two: 2\n';
    const { positionOf } = readYaml(text, 'shop.yaml');
    expect(positionOf(['facts', 'reason', 'type'])).toEqual({ line: 2, column: 13 });
    expect(positionOf(['list', 1, 'two'])).toEqual({ line: 5, column: 5 });
    expect(positionOf(['list', 1, 'nowhere'])).toEqual({ line: 5, column: 5 });
  });
});
