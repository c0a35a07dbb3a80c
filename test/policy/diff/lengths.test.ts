import { expect, test } from 'vitest';
import { diffPolicies } from '../../../src/policy/diff/diff.ts';
import { decide, type Verdict } from '../../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { fixtureText } from '../../fixtures/policies.ts';

const text = fixtureText('trail-shop');
const resolutionOf = (verdict: Verdict) =>
  verdict.kind === 'decision' ? verdict.decision.resolution : verdict.kind === 'error' ? 'impossible' : verdict.kind;

test.each([
  ['hours: 48', 'hours: 49'],
  ['workingDays: 10', 'workingDays: 11'],
  ['months: 24', 'months: 25'],
  ['{ days: 14 }\n', '{ days: 15 }\n'],
])('%s becomes %s: somebody in between is answered otherwise, as decide confirms', (from, to) => {
  expect(text).toContain(from);
  const pair = { old: parsePolicy(text, 'old'), new: parsePolicy(text.replace(from, to), 'new') };
  const { changes } = diffPolicies(pair, '2026-11-21');
  expect(changes.filter((change) => change.from.resolution !== change.to.resolution).length).toBeGreaterThan(0);
  for (const { from: before, to: after, witness } of changes) {
    const at = { today: witness.today, now: witness.now };
    expect(resolutionOf(decide(pair.old, witness.old.facts, at))).toBe(before.resolution);
    expect(resolutionOf(decide(pair.new, witness.new.facts, at))).toBe(after.resolution);
  }
});
