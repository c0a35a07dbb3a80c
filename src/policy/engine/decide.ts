import type { Moment } from '../calendar.ts';
import { mentionedFacts } from '../format/references/mentioned-facts.ts';
import type { PolicyFile, Resolution } from '../format/schema.ts';
import type { Planner } from '../interview/plan.ts';
import { plannerOf } from '../interview/planners.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './diagram/compile.ts';
import { type Entailed, entailed } from './entailment.ts';
import { established, stated } from './established.ts';
import { type FactError, type Facts, type Period, readFacts, type Situation } from './facts.ts';
import { offerOf } from './options.ts';
import { reviewOf } from './review.ts';
import { priceIn, sumsOf } from './sums.ts';
import { workingCopy } from './working-copy.ts';

export { plannerOf } from '../interview/planners.ts';
export type { Facts } from './facts.ts';

export type Verdict =
  | { kind: 'decision'; decision: Decision }
  | { kind: 'undecided'; ask: string; missing: string[]; atMost: number }
  | { kind: 'error'; error: FactError };

/**
 * Decides as soon as every legal completion of the facts gives the same answer, and not before;
 * otherwise names the fact to ask next and all that can still change the answer.
 */
export function decide(original: Policy, facts: Facts, at: Moment): Verdict {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  if ('code' in situation) return { kind: 'error', error: situation };
  const answer = entailed(policy, situation.assignment);
  if (answer.kind === 'impossible') return { kind: 'error', error: impossibility(policy, situation) };
  if (answer.kind === 'open') {
    const { ask, missing, atMost } = plannerOf(original).plan(situation);
    return { kind: 'undecided', ask, missing, atMost };
  }
  return { kind: 'decision', decision: decisionOf(policy, plannerOf(original), situation, answer) };
}

/** The mistake in facts, if they have one or cannot be true together. */
export function errorIn(original: Policy, facts: Facts, at: Moment): FactError | undefined {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  if ('code' in situation) return situation;
  return entailed(policy, situation.assignment).kind === 'impossible' ? impossibility(policy, situation) : undefined;
}

function decisionOf(
  policy: Policy,
  planner: Planner,
  situation: Situation,
  answer: Extract<Entailed, { kind: 'settled' }>,
): Decision {
  const [outcome] = answer.outcomes;
  const { row, kind, fee, options, ...ends } = outcome;
  const endOf = (derived: string | undefined, periods: string[] = []) => endAmong(policy, situation, derived, periods);
  const deadline = endOf(row.deadline, ends.deadline);
  const sendBy = endOf(row.sendBy, ends.sendBy)?.end;
  const sums = sumsOf(policy, situation, outcome);
  const alternatives = alternativesOf(policy, situation, answer);
  const { refund, refundParts } = sums;
  const money = { fee, price: priceIn(policy, situation), refund, isRefundOpen: refundParts !== undefined };
  const own = { resolution: row.resolution, deadline, endOf, ...money };
  return {
    resolution: row.resolution,
    clauses: named(policy, situation, answer.clauses),
    terms: named(policy, situation, answer.terms),
    ...sums,
    ...(deadline?.end && { deadline: deadline.end }),
    ...(deadline?.endsAt && { deadlineAt: deadline.endsAt }),
    ...(sendBy && { sendBy }),
    ...(row.refundAs && { refundAs: row.refundAs }),
    ...(options.length > 0 && { options: options.map((one) => offerOf(one, own)) }),
    ...(alternatives.length > 0 && { alternatives }),
    ...(kind === 'person' && { review: reviewOf(policy, situation, planner) }),
    policy: { id: policy.file.id, version: policy.file.version, digest: policy.digest },
  };
}

/** The end of a deadline: the only one, or the last or first of several. */
function endAmong({ file }: Policy, { periods }: Situation, derived = '', ids: string[] = []): Period | undefined {
  const isEarliest = Object.hasOwn(file.combined, derived) && file.combined[derived]?.pick === 'earliest';
  const ends = ids.flatMap((id) => periods.get(id) ?? []).filter(({ end }) => end !== undefined);
  // A time of day comes before the day's own end.
  const at = ({ end = '', endsAt = 'Z' }: Period): string => `${end} ${endsAt}`;
  const inOrder = ends.toSorted((a, b) => (at(a) < at(b) ? -1 : 1));
  return isEarliest ? inOrder[0] : inOrder.at(-1);
}

/** Puts the clauses of the members named in a set in the place of `~set`, and all in the file's order. */
function named(policy: Policy, situation: Situation, clauses: string[]): string[] {
  const wanted = new Set(
    clauses.flatMap((clause) => {
      if (!clause.startsWith('~')) return [clause];
      const set = situation.known.get(clause.slice(1));
      return set?.type === 'set' ? set.value.map((member) => set.fact.values[member]?.clause ?? '') : [];
    }),
  );
  return Object.keys(policy.file.clauses).filter((clause) => wanted.has(clause));
}

/** The alternatives that every remaining row offers, given what is established. */
function alternativesOf(
  policy: Policy,
  situation: Situation,
  answer: Extract<Entailed, { kind: 'settled' }>,
): Resolution[] {
  const offers = answer.outcomes.map(({ row }) =>
    row.alternatives
      .filter(
        ({ when, unless }) =>
          established(policy, when ?? {}, situation) && !(unless && established(policy, unless, situation)),
      )
      .map(({ resolution }) => resolution),
  );
  return [...new Set(offers[0])].filter((resolution) => offers.every((list) => list.includes(resolution)));
}

function impossibility(policy: Policy, situation: Situation): FactError {
  const rule = violatedRule(policy, situation);
  if (rule) return { code: 'impossible', message: `impossible: ${rule.because}`, fact: rule.fact };
  return { code: 'impossible', message: 'these facts cannot be true together' };
}

function violatedRule(policy: Policy, situation: Situation): PolicyFile['impossible'][number] | undefined {
  return policy.file.impossible.find(({ when }) => stated(policy, when, situation));
}

/** The rule that the facts break: the fact it blames, all that it mentions, and why it holds. */
export function brokenRule(
  original: Policy,
  facts: Facts,
  at: Moment,
): { fact: string; mentions: string[]; because: string } | undefined {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  const rule = 'code' in situation ? undefined : violatedRule(policy, situation);
  return rule && { fact: rule.fact, mentions: [...mentionedFacts(policy.file, rule.when)], because: rule.because };
}
