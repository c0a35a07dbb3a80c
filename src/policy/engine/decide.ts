import type { Moment } from '../calendar.ts';
import { mentionedFacts } from '../format/references/mentioned-facts.ts';
import type { PolicyFile, Resolution } from '../format/schema.ts';
import type { Planner } from '../interview/plan.ts';
import { plannerOf } from '../interview/planners.ts';
import type { Money } from '../money/money.ts';
import { refundAfterFee } from '../money/refund.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './diagram/compile.ts';
import { type Entailed, entailed } from './entailment.ts';
import { established, stated } from './established.ts';
import { type FactError, type Facts, readFacts, type Situation } from './facts.ts';
import { reviewOf } from './review.ts';
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

/** Next steps and notes for facts that decide; empty while more than one row remains. */
export function adviceOn(original: Policy, facts: Facts, at: Moment): { steps: string[]; notes: string[] } {
  const policy = workingCopy(original);
  const situation = readFacts(policy, facts, at.today, at.now);
  const answer = 'code' in situation ? undefined : entailed(policy, situation.assignment);
  const rows = answer?.kind === 'settled' ? [...new Set(answer.outcomes.map(({ row }) => row))] : [];
  const [row] = rows;
  return row && rows.length === 1 ? { steps: row.steps, notes: row.notes } : { steps: [], notes: [] };
}

function decisionOf(
  policy: Policy,
  planner: Planner,
  situation: Situation,
  answer: Extract<Entailed, { kind: 'settled' }>,
): Decision {
  const [{ row, fee, ...ends }] = answer.outcomes;
  const price = priceOf(situation);
  const refund = fee && price && refundAfterFee(price, fee);
  const deadline = situation.periods.get(ends.deadline ?? '');
  const sendBy = situation.periods.get(ends.sendBy ?? '')?.end;
  const alternatives = alternativesOf(policy, situation, answer);
  return {
    resolution: row.resolution,
    clauses: named(policy, situation, answer.clauses),
    terms: named(policy, situation, answer.terms),
    ...(fee && ('percent' in fee ? { feePercent: fee.percent } : { fee })),
    ...(refund && { refund }),
    ...(deadline?.end && { deadline: deadline.end }),
    ...(deadline?.endsAt && { deadlineAt: deadline.endsAt }),
    ...(sendBy && { sendBy }),
    ...(row.refundAs && { refundAs: row.refundAs }),
    ...(alternatives.length > 0 && { alternatives }),
    ...(row.resolution === 'human-review' && { review: reviewOf(policy, situation, planner) }),
    policy: { id: policy.file.id, version: policy.file.version, digest: policy.digest },
  };
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

function priceOf(situation: Situation): Money | undefined {
  return [...situation.known.values()].find((given) => given.type === 'money')?.value;
}
