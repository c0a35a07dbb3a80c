import type { Moment } from '../../../policy/calendar.ts';
import { adviceOn, type Facts } from '../../../policy/engine/decide.ts';
import type { Decision } from '../../../policy/engine/decision.ts';
import { readFacts } from '../../../policy/engine/facts.ts';
import type { Ground } from '../../../policy/explain/grounds.ts';
import { type Reason, reasonsOf } from '../../../policy/explain/reasons.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Words } from '../catalog/words.ts';
import { labelledAnswer } from '../summary.ts';
import type { Row } from './reply.ts';
import { stillPossible } from './still-possible.ts';

/** The decision that a customer was given, with the facts that it rests on. */
interface Issued {
  decision: Decision;
  facts: Facts;
}

/** A policy at the moment at which it is explained. */
interface Judged extends Moment {
  policy: Policy;
}

/** The clauses behind a decision, each with its text and the customer's answers that led to it. */
export function whyDecided(words: Words, issued: Issued, judged: Judged): string {
  const { resolution } = issued.decision;
  const reasons = reasonsFor(issued, judged);
  const lead = reasons.length === 0 ? 'none' : resolution === 'not-eligible' ? 'refusal' : 'other';
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
export function whatNow(words: Words, { decision, facts }: Issued, { policy, ...at }: Judged): string {
  const { steps, notes } = adviceOn(policy, facts, at);
  const isOffered = decision.resolution === 'not-eligible';
  return [
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    ...stillPossible(words, decision),
    ...notes,
    !isOffered && words.say('why.next', { change: words.say('button.change'), human: words.say('button.human') }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The periods that were over and so led to a refusal, each with the last day on which it would have been in time. */
export function passedPeriods(words: Words, issued: Issued, judged: Judged): Row[] {
  if (issued.decision.resolution !== 'not-eligible') return [];
  const passed = reasonsFor(issued, judged)
    .flatMap(({ from }) => from)
    .flatMap(({ label, until }) => (until !== undefined && until < judged.today ? [[label, until] as const] : []));
  return [...new Map(passed)].map(([label, until]) => ({
    title: words.say('decision.ranUntil', { label }),
    value: words.day(until),
  }));
}

/** A day later the same facts may lead elsewhere; then the clauses stand without what they followed from. */
function reasonsFor({ decision, facts }: Issued, { policy, today, now }: Judged): Reason[] {
  const situation = readFacts(policy, facts, today, now);
  return 'code' in situation ? [] : reasonsOf(policy, situation, decision, 'clauses');
}

function reasonLine(words: Words, { facts }: Issued, { title, text, from }: Reason, judged: Judged): string {
  const told = from.flatMap((ground) => groundLines(words, facts, ground, judged)).join('; ');
  const clause = `**${title}.** ${text}`;
  return told ? `${clause} ${words.say('why.follows', { facts: told })}` : clause;
}

/** An answer of the customer; a period is told by the answers that it comes from, and its last day. */
function groundLines(words: Words, facts: Issued['facts'], ground: Ground, { policy, today }: Judged): string[] {
  const { fact, label, value, until, from } = ground;
  if (!from) return [labelledAnswer(words, policy, { fact, value })];
  const inputs = from.map((id) => labelledAnswer(words, policy, { fact: id, value: facts[id] }));
  if (until === undefined) return inputs;
  const ended = words.say(until < today ? 'why.ran' : 'why.runs', { label, day: words.day(until) });
  return [...inputs, ended];
}
