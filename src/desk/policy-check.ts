import { InvariantError } from '../errors.ts';
import type { Moment } from '../policy/calendar.ts';
import { type Decision, decide } from '../policy/engine/decide.ts';
import type { FactError, Facts } from '../policy/engine/facts.ts';
import type { Policy } from '../policy/format/load.ts';
import { type ClauseView, clauseOf } from './case/clause-view.ts';

/** A question of a policy as a person can put it to somebody. */
export interface CheckQuestion {
  fact: string;
  label: string;
  question: string;
  help?: string;
  type: 'choice' | 'yes-no' | 'date' | 'instant' | 'months' | 'set';
  /** Of a choice or a set. */
  choices: { value: string; title: string }[];
  allowsUnknown: boolean;
}

/** What a policy says of facts: a decision with its clauses in words, or what to ask next. */
export type PolicyCheck =
  | { kind: 'decision'; decision: Omit<Decision, 'clauses' | 'terms'> & { clauses: ClauseView[]; terms: ClauseView[] } }
  | { kind: 'undecided'; ask: CheckQuestion; missing: { fact: string; label: string }[]; atMost: number }
  | { kind: 'error'; error: FactError };

/** Runs a policy for somebody who is, say, on the phone. */
export function checkPolicy(policy: Policy, facts: Facts, at: Moment): PolicyCheck {
  const verdict = decide(policy, facts, at);
  if (verdict.kind === 'error') return verdict;
  if (verdict.kind === 'undecided') {
    const { facts: known, derived } = policy.file;
    return {
      kind: 'undecided',
      ask: questionOf(policy, verdict.ask),
      missing: verdict.missing.map((fact) => ({ fact, label: (known[fact] ?? derived[fact])?.label ?? fact })),
      atMost: verdict.atMost,
    };
  }
  const { clauses, terms, ...rest } = verdict.decision;
  const inWords = (ids: string[]): ClauseView[] => ids.map((id) => clauseOf(policy, id));
  return { kind: 'decision', decision: { ...rest, clauses: inWords(clauses), terms: inWords(terms) } };
}

function questionOf({ file }: Policy, id: string): CheckQuestion {
  const fact = file.facts[id];
  if (!fact || fact.type === 'money')
    throw new InvariantError('fact-not-askable', `${id} is not a fact that can be asked`);
  const { label, question, help, type } = fact;
  return {
    fact: id,
    label,
    question,
    ...(help !== undefined && { help }),
    type,
    choices: 'values' in fact ? Object.entries(fact.values).map(([value, { title }]) => ({ value, title })) : [],
    allowsUnknown: 'unknown' in fact && fact.unknown === true,
  };
}
