import { describe, expect, test } from 'vitest';
import { diffPolicies } from '../../../src/policy/diff/diff.ts';
import { coreOf } from '../../../src/policy/diff/witness.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { randomCustomer } from '../../fixtures/customers.ts';
import { rngOf } from '../../random.ts';
import { edited, type ShopId, texts, today } from './edited-shops.ts';

/** Edits of every kind: periods, fees, values, clauses, alternatives, the order of rows, and members of a checklist. */
const mutants: [string, ShopId, [string, string][]][] = [
  ['a longer window', 'fortnight-shop', [['days: 14', 'days: 16']]],
  ['a shorter window', 'fortnight-shop', [['days: 14', 'days: 13']]],
  [
    'no clause for an expired warranty',
    'fortnight-shop',
    [
      ['      - { clause: warranty-repair, when: { warranty: expired } }\n', ''],
      ['closed, warranty: active }', 'closed, warranty: [active, expired] }'],
    ],
  ],
  [
    'no alternative',
    'fortnight-shop',
    [['unless: { any: [{ warranty: [expired, unknown] }, { condition: any }] }', 'unless: { condition: any }']],
  ],
  ['another resolution', 'fortnight-shop', [['resolution: refuse-delivery', 'resolution: inspect-on-delivery']]],
  ['wear is no exclusion alone', 'fortnight-shop', [['clause: wear }', 'clause: user-damage }']]],
  ['another fee', 'tool-shop', [['percent: 6', 'percent: 7.5']]],
  ['discounts are forgiven', 'tool-shop', [['      - { clause: discounted, when: { discounted: true } }\n', '']]],
  [
    'the seal stands alone',
    'tool-shop',
    [
      [
        '      - { eachOf: condition }\n',
        '      - { eachOf: condition }\n      - { clause: packaging, when: { condition: seal-damaged } }\n',
      ],
    ],
  ],
  [
    'waiting is not activated',
    'tool-shop',
    [['activation: [waiting-for-activation, activated]', 'activation: activated']],
  ],
  ['no term', 'tool-shop', [['      - manufacturer-diagnoses\n', '']]],
  ['an unknown discount is none', 'tool-shop', [['discounted: [true, unknown]', 'discounted: true']]],
];

describe.each(mutants)('%s (%s)', (_, id, edits) => {
  const pair = { old: parsePolicy(texts[id], 'old'), new: parsePolicy(edited(id, ...edits), 'new') };
  const diff = diffPolicies(pair, today);

  test('decide confirms every witness on both sides', () => {
    expect(diff.changes.length).toBeGreaterThan(0);
    for (const { from, to, witness } of diff.changes) {
      const at = { today: witness.today };
      const old = decide(pair.old, witness.old.facts, at);
      const fresh = decide(pair.new, witness.new.facts, at);
      expect(old).toMatchObject({ decision: { resolution: from.resolution } });
      expect(fresh).toMatchObject({ decision: { resolution: to.resolution } });
      expect(coreOf(old)).not.toEqual(coreOf(fresh));
    }
  });

  test('every random customer who is answered otherwise is in a group', () => {
    const rng = rngOf(15);
    const groups = new Set(diff.changes.map(({ from, to }) => `${from.resolution} ${to.resolution}`));
    const met = new Set<string>();
    for (let i = 0; i < 2_000; i += 1) {
      const facts = randomCustomer(pair.old, rng, today);
      const [old, fresh] = [decide(pair.old, facts, { today }), decide(pair.new, facts, { today })];
      if (JSON.stringify(coreOf(old)) === JSON.stringify(coreOf(fresh))) continue;
      if (old.kind !== 'decision' || fresh.kind !== 'decision') throw new Error('a whole customer is not decided');
      const group = `${old.decision.resolution} ${fresh.decision.resolution}`;
      expect(groups).toContain(group);
      met.add(group);
    }
    expect(met.size).toBeGreaterThan(0);
  });
});
