import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/commands/check.ts';
import { checkPolicy, summaryOf } from '../../../src/policy/check/check.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { compilePolicy, type Policy } from '../../../src/policy/engine/diagram/compile.ts';
import { FALSE } from '../../../src/policy/engine/diagram/diagram.ts';
import { readFacts } from '../../../src/policy/engine/facts.ts';
import { examinePolicy, parsePolicy } from '../../../src/policy/format/parse.ts';
import { filesOf } from '../../../src/policy/format/parts/policy-text.ts';
import type { ShopId } from '../shop.ts';
import { shopText } from '../written.ts';
import { today } from './small.ts';

const shopIds: ShopId[] = ['equipment-shop', 'fourteen-day-shop'];
const textOf = (shop: ShopId) => shopText(shop);
const policyOf = (shop: ShopId) => parsePolicy(textOf(shop), shop);

describe.each(shopIds)('%s', (shop) => {
  it('passes without a finding, on an ordinary day and at the end of a leap February', () => {
    expect(checkPolicy(policyOf(shop), today)).toEqual([]);
    expect(checkPolicy(policyOf(shop), '2028-02-29')).toEqual([]);
  });

  it('has a customer in and a customer out beside every clause', () => {
    const { clauses } = policyOf(shop).file;
    expect(Object.entries(clauses).filter(([, { examples }]) => !examples.in.length || !examples.out.length)).toEqual(
      [],
    );
  });

  it('every value that some customer has is shown by a witness who has it', () => {
    const policy = policyOf(shop);
    const space = new Space(policy, today);
    policy.variables.forEach(({ fact, values }, index) => {
      values.forEach((_, value) => {
        const witness = space.witness(space.and(space.concernedBy(fact), space.having(index, value)));
        if (!witness) throw new Error(`nobody has ${fact} ${values[value]}`);
        const situation = readFacts(policy, witness.facts, witness.today);
        if ('code' in situation) throw new Error(situation.message);
        expect(situation.assignment[index]).toBe(value);
        expect(decide(policy, witness.facts, witness)).toMatchObject({ kind: 'decision' });
      });
    });
  });

  it('without one of its rows, those left without a decision are those whom that row decided', () => {
    const policy = policyOf(shop);
    let gaps = 0;
    for (const row of policy.file.decisions) {
      const broken = withoutRow(policy, row.id);
      const gap = checkPolicy(broken, today).find(({ code }) => code === 'gap');
      if (!gap?.witness) continue;
      gaps += 1;
      expect(decide(broken, gap.witness.facts, gap.witness)).toMatchObject({ decision: { clauses: [] } });
      expect(decide(policy, gap.witness.facts, gap.witness)).toMatchObject({
        decision: { resolution: row.resolution },
      });
    }
    expect(gaps).toBeGreaterThan(8);
  });
});

describe('how large a policy is', () => {
  it('the fourteen-day shop: 12 possible reasons and places, 27 states of window, warranty and check, 2^11 causes', () => {
    expect(summaryOf(policyOf('fourteen-day-shop'), today)).toMatchObject({ customers: BigInt(12 * 27 * 2 ** 11) });
  });

  it('the equipment shop: everybody whom its three rules leave', () => {
    const policy = policyOf('equipment-shop');
    const { count, legal, where } = counting(policy);
    const all = 7 * 3 * 4 * 3 * 3 * 3 * 3 * 3 * 2 ** 5;
    expect(count(legal)).toBe(summaryOf(policy, today).customers);
    expect(Number(count(legal))).toBe(
      all - policy.file.impossible.reduce((sum, { when }) => sum + Number(count(where(when))), 0),
    );
  });
});

/** One line of a shop's file changed, what `check` must say about it, and where. */
interface Breakage {
  shop: ShopId;
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
    shop: 'fourteen-day-shop',
    from: 'inspectedAtHandover: [true, unknown] }',
    to: 'inspectedAtHandover: true }',
    code: 'gap',
    path: 'decisions',
    facts: { reason: 'damaged-or-incomplete', delivery: 'received', inspectedAtHandover: 'unknown' },
  },
  'the window becomes a day longer': {
    shop: 'fourteen-day-shop',
    from: 'length: { days: 14 }',
    to: 'length: { days: 15 }',
    code: 'failing-example',
    path: 'clauses.return-14-days.examples.in[0]',
    facts: { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-06' },
  },
  'a rule of what is impossible is gone, and so are the decisions for it': {
    shop: 'equipment-shop',
    from: `  - id: faults-show-after-receipt
    when: { reason: not-working, goods: device, delivery: [in-transit, at-handover] }
    fact: delivery
`,
    to: '',
    words: / {2}faults-show-after-receipt: .*\n/,
    code: 'gap',
    path: 'decisions',
    facts: { reason: 'not-working', goods: 'device', delivery: 'in-transit' },
  },
  'the refusal at the door comes behind a row for everybody at the door': {
    shop: 'equipment-shop',
    from: '{ reason: damaged-in-transit, delivery: at-handover, deviceDamaged: unknown }',
    to: '{ reason: damaged-in-transit, delivery: at-handover }',
    code: 'shadowed-decision',
    path: 'decisions[11]',
    facts: { reason: 'damaged-in-transit', delivery: 'at-handover', deviceDamaged: true },
  },
  'a sentence of the source loses its clause': {
    shop: 'equipment-shop',
    from: "{ at: 'Please note, last', clauses: [fee-purpose] }",
    to: "{ at: 'Please note, last' }",
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
    expect(() => parsePolicy(textOf('fourteen-day-shop').replace(from, to), 'x.yaml')).toThrow(
      /no decision for reason/,
    );
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
  const clause = /^clauses\.([a-z0-9-]+)/.exec(path);
  if (!clause) return section + 1;
  const title = from(section, (line) => line.startsWith(`  ${clause[1]}:`));
  return path.includes('examples') ? nth(title, /^ {6}- /, 1) + 1 : title + 1;
}

function withoutRow(policy: Policy, id: string): Policy {
  const { file, text, digest } = policy;
  return compilePolicy({ ...file, decisions: file.decisions.filter((row) => row.id !== id) }, { text, digest });
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
