import type { IsoDate } from '../policy/calendar.ts';
import { brokenRule, type Decision, decide, plannerOf } from '../policy/decide.ts';
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
 * The answers with this one added, or put in the place of its earlier version. Where it makes others impossible,
 * the answer that the policy blames is dropped, or, if that is the new one, all that the broken rule mentions;
 * they are asked again. `undefined` if the answer is impossible by itself.
 */
export function withAnswer(interview: Interview, answers: Answer[], answer: Answer): Answer[] | undefined {
  if (!isPossible(interview, [answer])) return undefined;
  let kept = answers.filter(({ fact }) => fact !== answer.fact && !isOtherForm(interview, fact, answer.fact));
  while (!isPossible(interview, [...kept, answer])) kept = withoutConflict(interview, kept, answer);
  const at = answers.findIndex(({ fact }) => fact === answer.fact);
  return at < 0 || kept.length < at ? [...kept, answer] : kept.toSpliced(at, 0, answer);
}

function withoutConflict(interview: Interview, kept: Answer[], answer: Answer): Answer[] {
  const { policy, today } = interview;
  const rule = brokenRule(policy, factsOf([...kept, answer]), { today });
  const dropped = rule && rule.fact !== answer.fact ? [rule.fact] : (rule?.mentions ?? []);
  const fewer = kept.filter(({ fact }) => !dropped.includes(fact));
  return fewer.length < kept.length ? fewer : kept.slice(0, -1);
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
