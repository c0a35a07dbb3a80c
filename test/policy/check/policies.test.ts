import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/commands/check/report.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { summaryOf } from '../../../src/policy/check/summary.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import type { Policy } from '../../../src/policy/engine/diagram/compile.ts';
import { FALSE } from '../../../src/policy/engine/diagram/diagram.ts';
import { examinePolicy, parsePolicy } from '../../../src/policy/format/parse.ts';
import { filesOf } from '../../../src/policy/format/parts/policy-text.ts';
import { type FixtureId, fixtureText } from '../../fixtures/policies.ts';
import { checkedPolicy } from './checked-policy.ts';
import { today } from './small.ts';

const shopIds = ['tool-shop', 'fortnight-shop'] as const satisfies FixtureId[];
const textOf = (shop: FixtureId) => fixtureText(shop);
const policyOf = (shop: FixtureId) => parsePolicy(textOf(shop), shop);

for (const shop of shopIds) checkedPolicy(policyOf(shop));

describe('how large a policy is', () => {
  it('the fortnight shop: 12 possible reasons and places, 27 states of window, warranty and check, 2^6 causes', () => {
    expect(summaryOf(policyOf('fortnight-shop'), today)).toMatchObject({ customers: BigInt(12 * 27 * 2 ** 6) });
  });

  it('the tool shop: everybody whom its three rules leave', () => {
    const policy = policyOf('tool-shop');
    const { count, legal, where } = counting(policy);
    const all = 5 * 2 * 4 * 3 * 3 * 3 * 3 * 3 * 2 ** 4;
    expect(count(legal)).toBe(summaryOf(policy, today).customers);
    expect(Number(count(legal))).toBe(
      all - policy.file.impossible.reduce((sum, { when }) => sum + Number(count(where(when))), 0),
    );
  });
});

/** One line of a shop's file changed, what `check` must say about it, and where. */
interface Breakage {
  shop: FixtureId;
  from: string;
  to: string;
  /** What goes with it in the file of the wording. */
  words?: RegExp;
  code: string;
  path: string;
  /** Facts of the witness. */
  facts?: object;
}

const breakages: Record<string, Breakage> = {
  'the row for a checked parcel forgets "unknown"': {
    shop: 'fortnight-shop',
    from: 'inspectedAtHandover: [true, unknown] }',
    to: 'inspectedAtHandover: true }',
    code: 'gap',
    path: 'decisions',
    facts: { reason: 'damaged-or-incomplete', delivery: 'received', inspectedAtHandover: 'unknown' },
  },
  'the window becomes a day longer': {
    shop: 'fortnight-shop',
    from: 'length: { days: 14 }',
    to: 'length: { days: 15 }',
    code: 'failing-example',
    path: 'customers.unwanted-on-day-15',
    facts: { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-05' },
  },
  'a rule of what is impossible is gone, and so are the decisions for it': {
    shop: 'tool-shop',
    from: `  - id: faults-show-after-receipt
    when: { reason: not-working, goods: device, delivery: [in-transit, at-handover] }
    fact: delivery
`,
    to: '',
    words: / {2}faults-show-after-receipt:\n.*\n/,
    code: 'gap',
    path: 'decisions',
    facts: { reason: 'not-working', goods: 'device', delivery: 'in-transit' },
  },
  'the refusal at the door comes behind a row for everybody at the door': {
    shop: 'tool-shop',
    from: '{ reason: damaged-in-transit, delivery: at-handover, deviceDamaged: unknown }',
    to: '{ reason: damaged-in-transit, delivery: at-handover }',
    code: 'shadowed-decision',
    path: 'decisions[10]',
    facts: { reason: 'damaged-in-transit', delivery: 'at-handover', deviceDamaged: true },
  },
  'a sentence of the source loses its clause': {
    shop: 'tool-shop',
    from: "{ at: '18', clauses: [fee-purpose] }",
    to: "{ at: '18' }",
    code: 'uncovered',
    path: 'clauses.fee-purpose',
  },
};

describe('a shop whose file was broken', () => {
  it.each(Object.entries(breakages))('%s', (_, { shop, from, to, words, code, path, facts }) => {
    const whole = textOf(shop);
    const text = (words ? whole.replace(words, '') : whole).replace(from, to);
    expect(text).not.toBe(whole);
    const { findings } = checkText(text, shop, () => today);
    const finding = findings.find((one) => one.code === code);
    expect(finding).toMatchObject({ code, path });
    const own = filesOf(text)?.get(basename(finding?.file ?? '')) ?? '';
    expect(lineOf(own, path)).toBe(finding?.line);
    if (!facts) return;
    expect(finding?.witness?.facts).toMatchObject(facts);
    const { policy } = examinePolicy(text, shop);
    const witness = finding?.witness as NonNullable<typeof finding>['witness'] & object;
    expect(decide(policy, witness.facts, witness).kind).toBe('decision');
  });

  it('is refused by the loader that the service uses, if it leaves a customer without a decision', () => {
    const { from, to } = breakages['the row for a checked parcel forgets "unknown"'] as Breakage;
    expect(() => parsePolicy(textOf('fortnight-shop').replace(from, to), 'x.yaml')).toThrow(/no decision for reason/);
  });
});

/** The line on which a path's key or item is written: counted here by hand, on the text. */
function lineOf(text: string, path: string): number {
  const lines = text.split('\n');
  const from = (start: number, test: (line: string) => boolean): number => start + lines.slice(start).findIndex(test);
  const nth = (start: number, item: RegExp, count: number): number =>
    Array.from({ length: count }).reduce((at: number) => from(at + 1, (line) => item.test(line)), start);
  const section = from(0, (line) => line === `${path.split(/[.[]/)[0]}:`);
  const row = /^decisions\[(\d+)\]$/.exec(path);
  if (row) return nth(section, /^ {2}- id:/, Number(row[1]) + 1) + 1;
  const clause = /^(?:clauses|customers)\.([a-z0-9-]+)/.exec(path);
  if (!clause) return section + 1;
  const title = from(section, (line) => line.startsWith(`  ${clause[1]}:`));
  return path.includes('examples') ? nth(title, /^ {6}- /, 1) + 1 : title + 1;
}

function counting(policy: Policy) {
  const space = new Space(policy, today);
  expect(space.legal).not.toBe(FALSE);
  return {
    legal: space.legal,
    count: space.count.bind(space),
    where: space.where.bind(space),
  };
}
