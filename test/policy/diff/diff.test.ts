import { describe, expect, test } from 'vitest';
import { diffPolicies, type PolicyDiff } from '../../../src/policy/diff/diff.ts';
import { coreOf } from '../../../src/policy/diff/witness.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { randomCustomer } from '../../fixtures/customers.ts';
import { fixtureText } from '../../fixtures/policies.ts';
import { rngOf } from '../../random.ts';

const today = '2026-11-21';
const ids = ['tool-shop', 'fortnight-shop'] as const;
type ShopId = (typeof ids)[number];
const texts: Record<ShopId, string> = {
  'tool-shop': fixtureText('tool-shop'),
  'fortnight-shop': fixtureText('fortnight-shop'),
};

/** The shop's file with each of these pieces replaced. */
function edited(id: ShopId, ...edits: [string, string][]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${id} has no "${from}"`);
    return text.replaceAll(from, to);
  }, texts[id]);
}

function compared(id: ShopId, ...edits: [string, string][]): PolicyDiff {
  return diffPolicies({ old: parsePolicy(texts[id], 'old'), new: parsePolicy(edited(id, ...edits), 'new') }, today);
}

const inDays = (diff: PolicyDiff, from: string, to: string) =>
  diff.changes.find((change) => change.from.resolution === from && change.to.resolution === to);

test('a policy does not differ from itself', () => {
  for (const id of ids) {
    const { changes, customers, rewritten } = compared(id);
    expect(changes).toEqual([]);
    expect(customers).toMatchObject({ changed: 0, changedShare: 0 });
    expect(rewritten).toEqual({ wording: [], interview: [], rules: [] });
  }
});

test('14 days become 15: who came on day 15 is told otherwise, and every deadline moves by a day', () => {
  const diff = compared('fortnight-shop', ['length: { days: 14 }', 'length: { days: 15 }']);
  expect(inDays(diff, 'not-eligible', 'return')?.witness).toMatchObject({
    today,
    old: { facts: { receivedOn: '2026-11-06' }, gives: { decision: { resolution: 'not-eligible' } } },
    new: { gives: { decision: { resolution: 'return', deadline: '2026-11-21' } } },
  });
  expect(inDays(diff, 'return', 'return')?.witness).toMatchObject({
    old: { gives: { decision: { deadline: '2026-12-05' } } },
    new: { gives: { decision: { deadline: '2026-12-06' } } },
  });
  expect(inDays(diff, 'return', 'not-eligible')).toBeUndefined();
});

test('15 days become 14: nobody gains', () => {
  const longer = parsePolicy(edited('fortnight-shop', ['length: { days: 14 }', 'length: { days: 15 }']), 'old');
  const diff = diffPolicies({ old: longer, new: parsePolicy(texts['fortnight-shop'], 'new') }, today);
  expect(inDays(diff, 'return', 'not-eligible')?.witness.old.facts).toMatchObject({ receivedOn: '2026-11-06' });
  expect(inDays(diff, 'not-eligible', 'return')).toBeUndefined();
});

test('30 days and a month are each the longer one at some time of the year', () => {
  const days = parsePolicy(edited('fortnight-shop', ['length: { days: 14 }', 'length: { days: 30 }']), 'old');
  const months = parsePolicy(edited('fortnight-shop', ['length: { days: 14 }', 'length: { months: 1 }']), 'new');
  const diff = diffPolicies({ old: days, new: months }, today);
  for (const [from, to] of [
    ['return', 'not-eligible'],
    ['not-eligible', 'return'],
  ] as const) {
    const change = inDays(diff, from, to);
    expect(change?.witness.old.gives).toMatchObject({ decision: { resolution: from } });
    expect(change?.witness.new.gives).toMatchObject({ decision: { resolution: to } });
  }
});

test('the share of who came on the day in between is its part of the longer period', () => {
  const diff = compared('fortnight-shop', ['length: { days: 14 }', 'length: { days: 15 }']);
  const late = inDays(diff, 'not-eligible', 'return')?.share ?? 0;
  const early = diff.changes
    .filter(({ from, to }) => from.resolution === 'return' && to.resolution === 'return')
    .reduce((sum, { share }) => sum + share, 0);
  // Days 0 to 14 are as before, day 15 is new.
  const changedMinds = diff.changes.find(({ from }) => from.resolution === 'return' && !from.alternatives.length);
  expect(late).toBeLessThan(early / 10);
  expect(changedMinds?.share).toBeGreaterThan(late * 10);
});

test('facts and values that one version alone knows are named, the others compared', () => {
  const diff = compared(
    'fortnight-shop',
    ['      other: { likelihood', '      too-late: { likelihood: 1 }\n      other: { likelihood'],
    ['      other:\n', '      too-late: { title: It came too late }\n      other:\n'],
    ['when: { reason: other }', 'when: { reason: [other, too-late] }'],
    [
      '  price: { type: money, fromOrder: item.price }\n',
      '  colour: { type: yes-no, likelihood: { true: 1, false: 1 } }\n  price: { type: money, fromOrder: item.price }\n',
    ],
    ['  price:\n', '  colour: { label: Colour, question: Is it red? }\n  price:\n'],
    [
      '  - id: changed-mind-too-late\n',
      '  - id: red\n    when: { colour: true, reason: changed-mind, delivery: received }\n    resolution: human-review\n    clauses: [return-14-days]\n\n  - id: changed-mind-too-late\n',
    ],
  );
  expect(diff.onlyIn.new).toEqual({ facts: ['colour'], values: { reason: ['too-late'] } });
  expect(diff.onlyIn.old).toEqual({ facts: [], values: {} });
  expect(diff.changes).toHaveLength(1);
  expect(diff.changes[0]).toMatchObject({ from: { resolution: 'not-eligible' }, to: { resolution: 'human-review' } });
  expect(diff.changes[0]?.witness.old.facts).not.toHaveProperty('colour');
  expect(diff.changes[0]?.witness.new.facts).toMatchObject({ colour: true });
});

test('wording alone is said to be wording', () => {
  const { changes, rewritten } = compared('tool-shop', ['title: Final sale', 'title: Final sale, no return']);
  expect(changes).toEqual([]);
  expect(rewritten).toEqual({ wording: ['clauses.discounted.title'], interview: [], rules: [] });
});

test('examples and the names of rules are no wording, and no rules', () => {
  const { changes, rewritten } = compared(
    'fortnight-shop',
    ['faults-show-after-receipt', 'faults-show-later'],
    [
      "    facts: { reason: changed-mind, delivery: received, receivedOn: '2026-11-05' }",
      '    facts: { reason: other }',
    ],
  );
  expect(changes).toEqual([]);
  expect(rewritten).toEqual({ wording: [], interview: [], rules: [] });
});

test('what is no longer impossible is a change like any other', () => {
  const rule = /\n {2}- id: faults-show-after-receipt\n.*\n.*\n/;
  const because = /\n {2}faults-show-after-receipt:\n.*\n/;
  const row =
    '\n  - id: not-yet-received\n    when: { reason: not-working, delivery: [in-transit, at-handover] }\n    resolution: human-review\n';
  const fresh = texts['fortnight-shop']
    .replace(rule, '\n')
    .replace(because, '\n')
    .replace('\ndecisions:\n', `\ndecisions:${row}\n`);
  const pair = { old: parsePolicy(texts['fortnight-shop'], 'old'), new: parsePolicy(fresh, 'new') };
  const { changes } = diffPolicies(pair, today);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ from: { resolution: 'impossible' }, to: { resolution: 'human-review' } });
  expect(changes[0]?.witness.old.gives).toMatchObject({ kind: 'error', error: { code: 'impossible' } });
});

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
    for (let i = 0; i < 3_000; i += 1) {
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
