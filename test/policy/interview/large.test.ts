import { expect, it, test } from 'vitest';
import { decide, plannerOf } from '../../../src/policy/engine/decide.ts';
import { workingCopy } from '../../../src/policy/engine/working-copy.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { prompt, thorough } from '../../../src/policy/interview/limits.ts';
import { makePlan, readPlan } from '../../../src/policy/interview/make-plan.ts';
import { Planner } from '../../../src/policy/interview/plan.ts';
import { takingPlan, usePlan } from '../../../src/policy/interview/planners.ts';
import { citedMembers, departmentStore, exclusions, longPeriod, rowAfterRow } from '../../fixtures/large-policies.ts';

const today = '2026-11-20';
const parsed = (text: string): Policy => parsePolicy(text, 'large.yaml');

/** In a turn beside the search: what matters, and the quick rule; a step for each node several times over. */
const mostSteps = 400_000;

test.each([
  ['20 facts and 21 rows', rowAfterRow(20)],
  ['12 exclusions', exclusions(12)],
  ['40 facts and 100 clauses', departmentStore(40, 100)],
  ['80 facts and 500 clauses', departmentStore(80, 500)],
])('the first question of %s takes no more steps than a turn may', (_, text) => {
  const policy = parsed(text);
  const before = policy.diagram.steps;
  const planner = new Planner(policy, { limits: prompt });
  const { next, depth } = planner.openStep({ node: policy.root, inputs: 0 });
  expect(Object.keys(policy.file.facts)).toContain(next);
  expect(depth).toBeLessThanOrEqual(Object.keys(policy.file.facts).length);
  expect(policy.diagram.steps - before).toBeLessThan(mostSteps);
});

it('a large policy that is asked by the quick rule asks only what matters, and never more than it said', () => {
  const policy = parsed(departmentStore(40, 100));
  usePlan(policy, undefined);
  const facts: Record<string, unknown> = {};
  let most = Number.POSITIVE_INFINITY;
  for (;;) {
    const verdict = decide(policy, facts, { today });
    if (verdict.kind !== 'undecided') break;
    const { ask, missing, atMost } = verdict;
    expect(missing).toContain(ask);
    expect(atMost).toBeLessThan(most);
    most = atMost;
    const fact = policy.file.facts[ask];
    facts[ask] = fact?.type === 'choice' ? Object.keys(fact.values)[1] : fact?.type === 'date' ? today : false;
  }
  expect(decide(policy, facts, { today }).kind).toBe('decision');
});

it('once the best order was out of reach, later turns search where what is left is small, and nowhere else', () => {
  const policy = parsed(exclusions(12));
  usePlan(policy, undefined);
  const stepsOf = (facts: Record<string, boolean>): number => {
    const before = workingCopy(policy).diagram.steps;
    decide(policy, facts, { today });
    return workingCopy(policy).diagram.steps - before;
  };
  stepsOf({});
  expect(stepsOf({ fact12: false })).toBeLessThan(15_000);
  expect(stepsOf({ fact12: false, fact11: false })).toBeLessThan(10_000);
});

it('a plan is taken in pieces, and asked by from then on', () => {
  const policy = parsed(departmentStore(12, 30));
  usePlan(policy, undefined);
  const kept = readPlan(policy, makePlan(policy, thorough));
  const pieces = [...takingPlan(policy, kept)];
  expect(pieces.length).toBeGreaterThan(5);
  const start = { node: policy.root, inputs: 0 };
  expect(plannerOf(policy).openStep(start)).toEqual(new Planner(policy, { limits: thorough }).openStep(start));
});

it('rows that refuse one after the other are asked in their order, which nothing is shorter than', () => {
  const policy = parsed(rowAfterRow(20));
  expect(plannerOf(policy).bestStep({ node: policy.root, inputs: 0 })).toMatchObject({ next: 'fact1', depth: 20 });
});

it('members of a checklist that are cited one by one are one variable', () => {
  const policy = parsed(citedMembers(18));
  expect(policy.diagram.nodeCount).toBeLessThan(20);
  const condition = ['member-2', 'member-17'];
  expect(decide(policy, { reason: 'reason-1', condition }, { today })).toMatchObject({
    kind: 'decision',
    decision: { resolution: 'not-eligible', clauses: ['clause-member-2', 'clause-member-17'] },
  });
});

it('a policy that would be too large is refused in one line that says why and what to do', () => {
  expect(() => parsed(exclusions(24))).toThrow(
    /^large\.yaml:\d+:\d+: decisions\[0\]: the policy is too large with "excluded": 24 of its clauses have conditions .*; ask for what excludes in one fact of type set[^\n]*$/,
  );
});

test.each([[{ workingDays: 5000 }], [{ days: 36_500 }], [{ months: 1200 }]])(
  'a period of %j is one question',
  (length) => {
    const policy = parsed(longPeriod(length));
    expect(decide(policy, {}, { today })).toMatchObject({ ask: 'receivedOn', atMost: 1 });
    expect(decide(policy, { receivedOn: '2026-11-01' }, { today })).toMatchObject({ kind: 'decision' });
  },
);
