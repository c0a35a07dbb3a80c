import { decide } from '../../../src/policy/engine/decide.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { agree, keeps } from './completions.ts';

type WireFacts = Record<string, unknown>;

/**
 * Goes through every customer, known in full or in part, that these values make: `early` are those on whom more is said
 * than all that they may still be agree on, `late` those who are asked although all of it agrees.
 */
export function partialStrays(policy: Policy, at: { today: string }, values: Record<string, unknown[]>) {
  const found = { early: [] as string[], late: [] as string[], cases: 0 };
  const ids = Object.keys(values);
  const visit = (facts: WireFacts, depth: number): void => {
    const id = ids[depth];
    if (id !== undefined) {
      visit(facts, depth + 1);
      for (const value of values[id] ?? []) visit({ ...facts, [id]: value }, depth + 1);
      return;
    }
    found.cases += 1;
    const verdict = decide(policy, facts, at);
    const completions = completionsOf(policy, at, values, facts);
    if (verdict.kind === 'decision' && !completions.every((one) => keeps(verdict.decision, one)))
      found.early.push(JSON.stringify(facts));
    if (verdict.kind === 'undecided' && agree(completions)) found.late.push(JSON.stringify(facts));
  };
  visit({}, 0);
  return found;
}

function completionsOf(policy: Policy, at: { today: string }, values: Record<string, unknown[]>, facts: WireFacts) {
  const all = Object.entries(values).reduce<WireFacts[]>(
    (list, [id, own]) => (id in facts ? list : list.flatMap((one) => own.map((value) => ({ ...one, [id]: value })))),
    [facts],
  );
  return all.flatMap((one) => {
    const verdict = decide(policy, one, at);
    return verdict.kind === 'decision' ? [verdict.decision] : [];
  });
}
