import type { Range } from '../../../machines/record/record.ts';
import type { Moment } from '../../../policy/calendar.ts';
import { adviceOn, isLengthOpen } from '../../../policy/engine/advice.ts';
import type { Facts } from '../../../policy/engine/decide.ts';
import type { Decision } from '../../../policy/engine/decision.ts';
import { readFacts } from '../../../policy/engine/facts.ts';
import type { Ground } from '../../../policy/explain/grounds.ts';
import { type Reason, reasonsOf } from '../../../policy/explain/reasons.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { kindOf } from '../../../policy/format/outcome-schema.ts';
import { declaredId } from '../../../policy/format/period-schema.ts';
import type { Words } from '../catalog/words.ts';
import { labelledAnswer, labelledKnown } from '../summary.ts';
import type { Row } from './reply.ts';
import { stillPossible } from './still-possible.ts';

/** The decision that a customer was given, with the facts that it rests on. */
interface Issued {
  decision: Decision;
  facts: Facts;
}

/** A policy at the moment at which it is explained; `ranges`: the days that are only known to lie between two. */
interface Judged extends Moment {
  policy: Policy;
  ranges: readonly Range[];
}

/** The clauses behind a decision, each with its text and the customer's answers that led to it. */
export function whyDecided(words: Words, issued: Issued, at: Judged): string {
  const isRefusal = kindOf(at.policy.file, issued.decision.resolution) === 'refuses';
  const judged = withOwnRanges(at, issued);
  const reasons = reasonsFor(issued, judged);
  const lead = reasons.length === 0 ? 'none' : isRefusal ? 'refusal' : 'other';
  const human = words.say('button.human');
  const change = words.say('button.change');
  return [
    words.say(`why.lead.${lead}`, { count: reasons.length }),
    reasons.map((reason) => `- ${reasonLine(words, issued, reason, judged)}`).join('\n'),
    words.say('why.next', { change, human }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What a customer can do after a decision: its steps, what else is possible, and the buttons. */
export function whatNow(words: Words, { decision, facts }: Issued, { policy, ...at }: Omit<Judged, 'ranges'>): string {
  const { steps, notes } = adviceOn(policy, facts, at);
  const isOffered = kindOf(policy.file, decision.resolution) === 'refuses';
  return [
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    ...stillPossible(words, policy.file, decision),
    ...notes,
    !isOffered && words.say('why.next', { change: words.say('button.change'), human: words.say('button.human') }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The periods that were over and so led to a refusal, each with the last day on which it would have been in time. */
export function passedPeriods(words: Words, issued: Issued, at: Judged): Row[] {
  const judged = withOwnRanges(at, issued);
  if (kindOf(at.policy.file, issued.decision.resolution) !== 'refuses') return [];
  const passed = reasonsFor(issued, judged)
    .flatMap(({ from }) => from)
    .filter(({ until }) => until !== undefined && until < judged.today);
  const byLabel = Map.groupBy(passed, ({ label }) => label);
  return [...byLabel].map(([label, grounds]) => {
    // Of lengths that differ by what is not known the last end is the one that nobody can be later than.
    const ends = [...new Set(grounds.map(({ until = '' }) => until))].toSorted();
    const isOpen = ({ fact }: Ground): boolean => isLengthOpen(at.policy, declaredId(fact), issued.facts, judged);
    const isRoughly = ends.length > 1 || grounds.some((ground) => isRough(ground, judged) || isOpen(ground));
    return { title: words.say('decision.ranUntil', { label }), value: lastDay(words, ends.at(-1) ?? '', isRoughly) };
  });
}

function lastDay(words: Words, until: string, isAtTheLatest: boolean): string {
  const day = words.day(until);
  return isAtTheLatest ? words.say('answer.atTheLatest', { day }) : day;
}

/** True if a period comes from a day that is only roughly known. */
function isRough({ fact, from = [fact] }: Ground, { ranges }: Judged): boolean {
  return ranges.some((range) => from.includes(range.fact));
}

/** Only the ranges that a decision rests on: it is made of their first days. */
function withOwnRanges(judged: Judged, { facts }: Pick<Issued, 'facts'>): Judged {
  return { ...judged, ranges: judged.ranges.filter(({ fact, from }) => facts[fact] === from) };
}

/** The facts with the last of the days that one may be, so that what was over then is over in any case. */
function latest(facts: Facts, ranges: readonly Range[]): Facts {
  return { ...facts, ...Object.fromEntries(ranges.map(({ fact, to }) => [fact, to])) };
}

/** A day later the same facts may lead elsewhere; then the clauses stand without what they followed from. */
function reasonsFor({ decision, facts }: Issued, { policy, today, now, ranges }: Judged): Reason[] {
  const situation = readFacts(policy, latest(facts, ranges), today, now);
  return 'code' in situation ? [] : reasonsOf(policy, situation, decision, 'clauses');
}

function reasonLine(words: Words, { facts }: Issued, { title, text, from }: Reason, judged: Judged): string {
  const told = from.flatMap((ground) => groundLines(words, facts, ground, judged)).join('; ');
  const clause = `**${title}.** ${text}`;
  return told ? `${clause} ${words.say('why.follows', { facts: told })}` : clause;
}

/** An answer of the customer; a period is told by the answers that it comes from, and its last day. */
function groundLines(words: Words, facts: Issued['facts'], ground: Ground, judged: Judged): string[] {
  const { fact, label, value, until, from } = ground;
  const { policy, today, ranges } = judged;
  const labelled = (id: string, answer: unknown): string => {
    const range = ranges.find((one) => one.fact === id);
    if (range) return labelledKnown(words, policy, { kind: 'range', ...range });
    return labelledAnswer(words, policy, { fact: id, value: answer });
  };
  if (!from) return [labelled(fact, value)];
  const inputs = from.map((id) => labelled(id, facts[id]));
  // When what still runs ends is not known either.
  if (until === undefined || (until >= today && isRough(ground, judged))) return inputs;
  const day = lastDay(words, until, isRough(ground, judged));
  return [...inputs, words.say(until < today ? 'why.ran' : 'why.runs', { label, day })];
}
