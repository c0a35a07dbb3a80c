import { expect, test } from 'vitest';
import { diffPolicies, type PolicyDiff } from '../../../src/policy/diff/diff.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { fixtureText } from '../../fixtures/policies.ts';
import { edited, ids, type ShopId, texts, today } from './edited-shops.ts';

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

test('another default answers those otherwise who do not know', () => {
  const text = fixtureText('trail-shop');
  const old = parsePolicy(text, 'old');
  const { changes } = diffPolicies(
    { old, new: parsePolicy(text.replace('default: standard', 'default: gold'), 'new') },
    today,
  );
  expect(changes.length).toBeGreaterThan(0);
  for (const { witness } of changes) expect(witness.new.facts).toMatchObject({ tier: 'unknown' });
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
