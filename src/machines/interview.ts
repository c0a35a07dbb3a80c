import { InvariantError } from '../errors.ts';
import { dayOf, isInstant, isIsoDate, type Moment } from '../policy/calendar.ts';
import { brokenRule, decide, errorIn, plannerOf } from '../policy/engine/decide.ts';
import type { Decision } from '../policy/engine/decision.ts';
import { type Facts, readFacts } from '../policy/engine/facts.ts';
import { turningDays } from '../policy/engine/turning-days.ts';
import type { Policy } from '../policy/format/load.ts';
import { monthsFactOf } from '../policy/format/period-schema.ts';
import type { Answer, Conversation, Range } from './record/record.ts';

/** A policy as the conversation sees it at one moment, and where more can be looked up. */
export interface Interview extends Moment {
  policy: Policy;
  /** In which the customer is spoken to: two letters. */
  language: string;
  lookUps: { orders: boolean; warranties: 'always' | 'with-order' | 'never' };
}

/** The status of an interview. */
export type InterviewStatus =
  | { kind: 'open'; ask: string; missing: string[]; atMost: number }
  | { kind: 'decided'; decision: Decision; facts: Facts }
  /** The customer and the order contradict each other, and it decides: for people. */
  | { kind: 'contradicted' };

type Word = Pick<Conversation, 'answers' | 'fromLookUp' | 'changing'> & Partial<Pick<Conversation, 'ranges'>>;

/** The facts that answers state; a later answer to the same fact wins. */
export function factsOf(answers: Answer[]): Facts {
  return Object.fromEntries(answers.map(({ fact, value }) => [fact, value]));
}

/** All known answers, the customer's word before what was looked up; a fact that is being changed is open. */
export function knownAnswers(interview: Interview, { answers, fromLookUp, changing, ranges = [] }: Word): Answer[] {
  // The day of an instant that was looked up says no more than that.
  const stated = answers.filter(
    (one) => one.fact !== changing && !fromLookUp.some((told) => isHourOf(interview, told, one)),
  );
  // Days said roughly displace what was looked up for them only where they cannot mean it.
  const isOtherwise = (one: Answer): boolean => ranges.some((range) => isDisplaced(interview, one, range));
  const unstated = fromLookUp.filter(
    (one) => one.fact !== changing && !isStated(interview, stated, one.fact) && !isOtherwise(one),
  );
  let kept = unstated;
  while (kept.length && !isPossible(interview, [...stated, ...kept])) kept = withoutBlamed(interview, stated, kept);
  return [...stated, ...kept];
}

/** The status to which the known answers lead. */
export function statusOf(interview: Interview, word: Word): InterviewStatus {
  const known = knownAnswers(interview, word);
  if (word.changing !== undefined) {
    const atMost = questionsWhenAsking(interview, known, word.changing);
    return { kind: 'open', ask: word.changing, missing: [word.changing], atMost };
  }
  const facts = factsOf(known);
  const verdict = decide(interview.policy, facts, interview);
  if (verdict.kind === 'error')
    throw new InvariantError(
      'accepted-answers-refused',
      `answers that were accepted are refused: ${verdict.error.code}`,
    );
  if (verdict.kind === 'undecided') return statusBetween(interview, word, verdict) ?? { ...verdict, kind: 'open' };
  const { decision } = verdict;
  return isContradicted(interview, word, decision) ? { kind: 'contradicted' } : { kind: 'decided', decision, facts };
}

/** The status where a day is only known to lie between two: that of both ends if they agree; else the day is asked. */
function statusBetween(
  interview: Interview,
  word: Word,
  { missing }: { missing: string[] },
): InterviewStatus | undefined {
  const range = word.ranges?.find(({ fact }) => missing.includes(fact));
  if (!range) return undefined;
  const { fact, from, to, source } = range;
  const known = knownAnswers(interview, word);
  const ends = [from, to].map((value): Answer => ({ fact, value, source }));
  if (!ends.every((end) => isPossible(interview, [...known, end]))) return undefined;
  const ranges = word.ranges?.filter((one) => one !== range);
  const [first, last] = ends.map((end) => statusOf(interview, { ...word, ranges, answers: [...word.answers, end] }));
  // A season, or a step, may lie between two days that lead to the same.
  const isOtherBetween = turningDays(interview.policy, range, interview).some((value) => {
    const between = statusOf(interview, { ...word, ranges, answers: [...word.answers, { fact, value, source }] });
    return first?.kind !== between.kind || outcomeOf(first) !== outcomeOf(between);
  });
  if (isOtherBetween && first?.kind !== 'open')
    return { kind: 'open', ask: fact, missing, atMost: questionsWhenAsking(interview, known, fact) };
  if (
    first?.kind === 'decided' &&
    last?.kind === 'decided' &&
    isSameValue(answerOf(first.decision), answerOf(last.decision))
  )
    return first;
  if (first?.kind === 'contradicted' && last?.kind === 'contradicted') return first;
  // The day itself may still have to be asked after all.
  if (first?.kind === 'open' && last?.kind === 'open')
    return { ...first, missing, atMost: Math.max(first.atMost, last.atMost) + 1 };
  return { kind: 'open', ask: fact, missing, atMost: questionsWhenAsking(interview, known, fact) };
}

/** The answer of a decision as text; of anything else nothing. */
function outcomeOf(status: InterviewStatus): string {
  return status.kind === 'decided' ? JSON.stringify(answerOf(status.decision)) : '';
}

/** True if the word of the order, where it differs from the customer's, would have led elsewhere. */
function isContradicted(interview: Interview, { answers, fromLookUp }: Word, decision: Decision): boolean {
  const isDisputed = (answer: Answer): boolean =>
    fromLookUp.some((one) =>
      one.fact === answer.fact ? !agree(interview, one, answer) : isOtherForm(interview, one.fact, answer.fact),
    );
  const undisputed = answers.filter((answer) => !isDisputed(answer));
  const used = new Set(knownAnswers(interview, { answers, fromLookUp }).map(({ fact }) => fact));
  const isIgnored = fromLookUp.some(({ fact }) => !used.has(fact) && !isStated(interview, answers, fact));
  if (undisputed.length === answers.length && !isIgnored) return false;
  const told = fromLookUp.filter((one) => !undisputed.some((answer) => isHourOf(interview, answer, one)));
  const byOrder = decide(interview.policy, factsOf([...undisputed, ...told]), interview);
  return byOrder.kind !== 'decision' || !isSameValue(answerOf(byOrder.decision), answerOf(decision));
}

/** True if two answers to a fact are the same, or one tells the hour of the other's day. */
function agree(interview: Interview, one: Answer, other: Answer): boolean {
  return isSameValue(one.value, other.value) || isHourOf(interview, one, other) || isHourOf(interview, other, one);
}

/** True if one answer is an instant of the day that another gives for the same fact. */
function isHourOf({ policy }: Interview, exact: Answer, rough: Answer): boolean {
  if (exact.fact !== rough.fact || typeof exact.value !== 'string' || typeof rough.value !== 'string') return false;
  return isInstant(exact.value) && isIsoDate(rough.value) && dayOf(exact.value, policy.file.timeZone) === rough.value;
}

function answerOf({ alternatives: _, review: __, refund: ___, policy: ____, ...answer }: Decision): unknown {
  return answer;
}

/** True if both give a fact the same value. */
export function isSameAnswer(one: Pick<Answer, 'fact' | 'value'>, other: Pick<Answer, 'fact' | 'value'>): boolean {
  return one.fact === other.fact && isSameValue(one.value, other.value);
}

/** True if two values are the same JSON. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** True if the policy can take these answers together. */
export function isPossible(interview: Interview, answers: Answer[]): boolean {
  return errorIn(interview.policy, factsOf(answers), interview) === undefined;
}

/**
 * The answers with this one added, or put in the place of its earlier version. Where it makes others impossible,
 * the answer that the policy blames is dropped, or, if that is the new one, all that the broken rule mentions;
 * they are asked again. `undefined` if the answer is impossible by itself.
 */
export function withAnswer(interview: Interview, answers: Answer[], answer: Answer): Answer[] | undefined {
  if (!isPossible(interview, [answer])) return undefined;
  let kept = answers.filter(({ fact }) => fact !== answer.fact && !isOtherForm(interview, fact, answer.fact));
  while (!isPossible(interview, [...kept, answer])) kept = withoutBlamed(interview, [answer], kept);
  const at = answers.findIndex(({ fact }) => fact === answer.fact);
  return at < 0 || kept.length < at ? [...kept, answer] : kept.toSpliced(at, 0, answer);
}

/** The `kept` answers without those that a rule broken beside the `fixed` ones blames. */
function withoutBlamed(interview: Interview, fixed: Answer[], kept: Answer[]): Answer[] {
  const { policy } = interview;
  const rule = brokenRule(policy, factsOf([...fixed, ...kept]), interview);
  const blamed = rule && kept.some(({ fact }) => fact === rule.fact) ? [rule.fact] : (rule?.mentions ?? []);
  const fewer = kept.filter(({ fact }) => !blamed.includes(fact));
  return fewer.length < kept.length ? fewer : kept.slice(0, -1);
}

/** Answers and ranges that were read from free messages and are still to be confirmed. */
export function unconfirmed({ answers, ranges }: Conversation): { answers: Answer[]; ranges: Range[] } {
  return {
    answers: answers.filter(({ source }) => source === 'inferred'),
    ranges: ranges.filter(({ source }) => source === 'inferred'),
  };
}

function isStated(interview: Interview, answers: Answer[], fact: string): boolean {
  return answers.some((answer) => answer.fact === fact || isOtherForm(interview, answer.fact, fact));
}

/** True if a day said roughly cannot be the one that was looked up, or tells its period in the other form. */
function isDisplaced(interview: Interview, { fact, value }: Answer, { fact: ranged, from, to }: Range): boolean {
  if (fact !== ranged) return isOtherForm(interview, ranged, fact);
  const day = typeof value === 'string' ? value.slice(0, 'YYYY-MM-DD'.length) : '';
  return day < from || to < day;
}

/** A period is told in one of two forms; an answer in one stands in the place of the other. */
function isOtherForm({ policy }: Interview, fact: string, other: string): boolean {
  return Object.values(policy.file.derived).some((derived) => {
    const forms = [derived.until, monthsFactOf(derived)];
    return fact !== other && forms.includes(fact) && forms.includes(other);
  });
}

/** The largest number of questions that can come when this fact is asked anew, this one included. */
export function questionsWhenAsking(interview: Interview, known: Answer[], fact: string): number {
  const others = known.filter((answer) => answer.fact !== fact && !isOtherForm(interview, answer.fact, fact));
  const situation = readFacts(interview.policy, factsOf(others), interview.today, interview.now);
  if ('code' in situation)
    throw new InvariantError('accepted-answers-refused', `answers that were accepted are refused: ${situation.code}`);
  return plannerOf(interview.policy).atMostWhenAsking(situation, fact);
}
