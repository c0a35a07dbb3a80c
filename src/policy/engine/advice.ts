import type { Moment } from '../calendar.ts';
import type { Advice } from '../format/advice-schema.ts';
import type { ChoiceOption } from '../format/choose-schema.ts';
import type { Condition } from '../format/schema.ts';
import type { Policy } from './diagram/compile.ts';
import { entailed } from './entailment.ts';
import { established } from './established.ts';
import { type Facts, readFacts, type Situation } from './facts.ts';
import { workingCopy } from './working-copy.ts';

/**
 * Next steps and notes for facts that decide, in the policy's own words; empty while more than one row remains. One with
 * a condition is there only if the facts establish it, and nothing is asked for its sake.
 */
export function adviceOn(original: Policy, facts: Facts, at: Moment): { steps: string[]; notes: string[] } {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  const answer = 'code' in situation ? undefined : entailed(policy, situation.assignment);
  const rows = answer?.kind === 'settled' ? [...new Set(answer.outcomes.map(({ row }) => row.id))] : [];
  const row = rows.length === 1 ? policy.file.decisions.find(({ id }) => id === rows[0]) : undefined;
  if (!row || 'code' in situation) return { steps: [], notes: [] };
  const said = (advice: Advice[]): string[] => advice.flatMap((one) => saidTo(policy, situation, one));
  return { steps: said(row.steps), notes: said(row.notes) };
}

function saidTo(policy: Policy, situation: Situation, advice: Advice): string[] {
  if (typeof advice === 'string') return [advice];
  return advice.when && !established(policy, advice.when, situation) ? [] : [advice.text];
}

/** The options of the row that the facts settle, by their ids, in the policy's own words. */
export function optionsOn(original: Policy, facts: Facts, at: Moment): Record<string, ChoiceOption> {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  const answer = 'code' in situation ? undefined : entailed(policy, situation.assignment);
  const id = answer?.kind === 'settled' ? answer.outcomes[0].row.id : undefined;
  return policy.file.decisions.find((row) => row.id === id)?.choose ?? {};
}

/** True if the facts make the condition true at that moment, whatever the others may legally be. */
export function isEstablished(original: Policy, condition: Condition, facts: Facts, at: Moment): boolean {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  return !('code' in situation) && established(policy, condition, situation);
}

/** True if a derived fact has several lengths, and the facts do not tell which of them counts. */
export function isLengthOpen(policy: Policy, derived: string, facts: Facts, at: Moment): boolean {
  const lengths = Object.hasOwn(policy.file.variants, derived) ? (policy.file.variants[derived] ?? []) : [];
  for (const { when } of lengths) {
    if (isEstablished(policy, when, facts, at)) return false;
    if (!isEstablished(policy, { not: when }, facts, at)) return true;
  }
  return false;
}
