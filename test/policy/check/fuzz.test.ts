import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkPath } from '../../../src/commands/check/report.ts';
import { lampShop, today } from './small.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `check` says something of the file, with file and line, and never ends otherwise. */
function expectAnswer(content: string | Buffer): void {
  writeFileSync(join(folder, 'lamps.yaml'), content);
  const { findings } = checkPath('lamps.yaml', folder, { todayIn: () => today, before: () => [] });
  for (const { file, line, column, message } of findings) {
    expect(file).toBe('lamps.yaml');
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toBe('');
  }
}

const moreFacts = `  condition:
    type: set
    label: Condition
    question: Does any of this apply?
    values:
      scratched: { title: Scratched, likelihood: 5, clause: unlit }
      dusty: { title: Dusty, likelihood: 5, clause: window }
  months: { type: months, label: Months, question: How many months?, unknown: true }`;
const moreDerived = `  warranty: { label: Warranty, from: receivedOn, length: { months: months }, within: on, after: over, likelihood: { on: 1 } }
  exchange:
    label: Exchange
    from: receivedOn
    length: [{ when: { reason: broken }, days: 30 }, { days: 20 }]
    steps: [{ value: early, workingDays: 3 }]
    extended: [{ from: '2026-11-15', to: '2026-12-24', until: '2027-01-15' }]
    within: on
    after: over
    likelihood: { on: 1 }`;
const lastDecision = `  - id: exchange
    when: { exchange: [on, early] }
    resolution: return
    clauses: [window, { eachOf: condition }]
    deadline: exchange
    fee: [{ when: { reason: broken }, percent: 0 }, { fixed: { amount: '4.90', currency: EUR } }]
    alternatives: [{ resolution: human-review, unless: { warranty: over } }]
  - { id: too-late, resolution: not-eligible, clauses: [window], anyOf: [window, { eachOf: condition }] }
  - { id: rest, resolution: human-review }`;
/** A shop with something of everything. */
const shop = lampShop({ moreFacts, moreDerived, lastDecision });

const values = ['0', '-1', '1e12', '1e400', '.nan', '.inf', '99999999999999999999', 'true', 'null', '""', '[]', '{}'];
const words = ['toString', 'constructor', 'hasOwnProperty', '__proto__', 'any', 'unknown', 'not', 'is', 'returnWindow'];
const yaml = [
  '*x',
  '&x ',
  '<<: *x',
  '!include y',
  '!!binary aGk=',
  '? ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '|',
  '>-',
  "'",
  '"',
];
const signs = ['\0', '\u202e', '\t', '\r', '\ufeff', '\u2028', '\ud800', '%YAML 1.1\n---\n', '---\n', '...\n', '#'];

describe('whatever a file holds, check says so and ends', () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const damage = fc.record({
    at: place,
    kind: fc.constantFrom('token', 'token', 'sign', 'line', 'copy', 'indent'),
    put: fc.constantFrom(...values, ...words, ...yaml, ...signs),
    from: place,
  });
  type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

  /** The text with a word, a sign or a line of it changed, copied or moved in. */
  function damaged(text: string, { at, kind, put, from }: Damage): string {
    if (kind === 'sign') {
      const offset = Math.floor(at * text.length);
      return text.slice(0, offset) + put + text.slice(offset + 1);
    }
    if (kind === 'token') {
      const tokens = [...text.matchAll(/[\w'#-]+/g)];
      const token = tokens[Math.floor(at * tokens.length)];
      return token ? text.slice(0, token.index) + put + text.slice(token.index + token[0].length) : text;
    }
    const lines = text.split('\n');
    const line = Math.floor(at * lines.length);
    const other = lines[Math.floor(from * lines.length)] ?? '';
    if (kind === 'line') return lines.toSpliced(line, 1).join('\n');
    if (kind === 'copy') return lines.toSpliced(line, 0, other).join('\n');
    return lines.with(line, `  ${lines[line]}`).join('\n');
  }

  it('a policy damaged in one to three places', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        expectAnswer(damages.reduce(damaged, shop));
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('bytes of any kind, and a policy with some of them in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), place, fc.boolean(), (bytes, at, isWhole) => {
        const whole = Buffer.from(shop);
        const offset = Math.floor(at * whole.length);
        expectAnswer(
          isWhole ? Buffer.from(bytes) : Buffer.concat([whole.subarray(0, offset), bytes, whole.subarray(offset)]),
        );
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it.each([
    ['nothing', ''],
    ['one list', '[]'],
    ['one word', 'lamps'],
    ['a hundred thousand keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: *x`).join('\n')],
    ['a hundred thousand clauses', `${shop}\nmore:\n${'  - x\n'.repeat(100_000)}`],
    ['a key of a megabyte', `${'k'.repeat(1_000_000)}: 1`],
    ['ten megabytes of one line', 'x'.repeat(10_000_000)],
    ['deep maps', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    [
      'a deep condition',
      shop.replace('{ reason: other }', `${'{ not: '.repeat(3000)}{ reason: other }${' }'.repeat(3000)}`),
    ],
    ['ids of every object', shop.replaceAll('reason', 'toString').replaceAll('unlit', 'constructor')],
    ['a list as a key', shop.replace('reason: other', '? [a, b] : other')],
  ])('%s', (_, text) => expectAnswer(text));
});
