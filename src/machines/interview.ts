import type { IsoDate } from '../policy/calendar.ts';
import { type Decision, decide, plannerOf } from '../policy/decide.ts';
import { type Facts, readFacts } from '../policy/facts.ts';
import type { Policy } from '../policy/load.ts';
import type { Answer } from './record.ts';

/** Where an interview stands after some answers. */
export type Standing =
  | { kind: 'open'; ask: string; atMost: number }
  | { kind: 'decided'; decision: Decision; facts: Facts };

/** A policy as the conversation sees it on one day. */
export interface Interview {
  policy: Policy;
  today: IsoDate;
}

/** The facts that answers state; a later answer to the same fact wins. */
export function factsOf(answers: Answer[]): Facts {
  return Object.fromEntries(answers.map(({ fact, value }) => [fact, value]));
}

/** Where the answers lead; `changing` is a fact to be asked in any case. */
export function standingOf(interview: Interview, answers: Answer[], changing?: string): Standing {
  if (changing !== undefined) {
    return { kind: 'open', ask: changing, atMost: questionsWhenAsking(interview, answers, changing) };
  }
  const facts = factsOf(answers);
  const verdict = decide(interview.policy, facts, { today: interview.today });
  if (verdict.kind === 'undecided') return { kind: 'open', ask: verdict.ask, atMost: verdict.atMost };
  if (verdict.kind === 'decision') return { kind: 'decided', decision: verdict.decision, facts };
  throw new Error(`answers that were accepted are refused: ${verdict.error.code}`);
}

/** Whether the policy can take these answers together. */
export function isPossible(interview: Interview, answers: Answer[]): boolean {
  return decide(interview.policy, factsOf(answers), { today: interview.today }).kind !== 'error';
}

/**
 * The answers with this one added, or put in the place of its earlier version. Answers that the new one
 * makes impossible are dropped, the latest first; `undefined` if it is impossible by itself.
 */
export function withAnswer(interview: Interview, answers: Answer[], answer: Answer): Answer[] | undefined {
  const others = answers.filter(({ fact }) => fact !== answer.fact && !isOtherForm(interview, fact, answer.fact));
  if (!isPossible(interview, [answer])) return undefined;
  const kept = [...others];
  while (kept.length && !isPossible(interview, [...kept, answer])) dropOneThatConflicts(interview, kept, answer);
  const at = answers.findIndex(({ fact }) => fact === answer.fact);
  return at < 0 || kept.length < at ? [...kept, answer] : kept.toSpliced(at, 0, answer);
}

function dropOneThatConflicts(interview: Interview, kept: Answer[], answer: Answer): void {
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    if (isPossible(interview, [...kept.toSpliced(i, 1), answer])) {
      kept.splice(i, 1);
      return;
    }
  }
  kept.pop();
}

/** A period is told in one of two forms; a new answer in one replaces the answer in the other. */
function isOtherForm({ policy }: Interview, fact: string, other: string): boolean {
  return Object.values(policy.file.derived).some((derived) => {
    const forms = [derived.until, 'months' in derived.length ? derived.length.months : undefined];
    return fact !== other && forms.includes(fact) && forms.includes(other);
  });
}

/** The largest number of questions that can come when this fact is asked anew, this one included. */
export function questionsWhenAsking(interview: Interview, answers: Answer[], fact: string): number {
  const others = answers.filter((answer) => answer.fact !== fact && !isOtherForm(interview, answer.fact, fact));
  const situation = readFacts(interview.policy, factsOf(others), interview.today);
  if ('code' in situation) throw new Error(`answers that were accepted are refused: ${situation.code}`);
  return plannerOf(interview.policy).atMostWhenAsking(situation, fact);
}
