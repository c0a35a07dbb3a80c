import { decide } from '../../engine/decide.ts';
import type { Decision } from '../../engine/decision.ts';
import { factsThatDecide } from '../../engine/defaults.ts';
import type { Policy } from '../../engine/diagram/compile.ts';
import { entailed } from '../../engine/entailment.ts';
import { readFacts, type Situation } from '../../engine/facts.ts';
import type { Example } from '../../format/schema.ts';
import type { Witness } from '../finding.ts';
import { contradiction, witnessOf } from '../findings/examples.ts';

/** An example as it is told beside a clause. */
export interface Told {
  clause: string;
  side: 'in' | 'out';
  example: Example;
}

/** A customer of an example, and where the policy puts them. */
export interface Customer {
  told: Told;
  witness: Witness;
  situation: Situation;
  /** The row that decides; absent where several rows agree on the answer, so that it shows none of them. */
  row: string | undefined;
}

/** The customers of all examples that the policy can read and decides. */
export function customersOf(policy: Policy): Customer[] {
  return Object.entries(policy.file.clauses).flatMap(([clause, { examples }]) =>
    (['in', 'out'] as const).flatMap((side) =>
      examples[side].flatMap((example) => customerOf(policy, { clause, side, example }) ?? []),
    ),
  );
}

function customerOf(policy: Policy, told: Told): Customer | undefined {
  const witness = witnessOf(policy, told.example);
  const facts = factsThatDecide(policy, witness.facts, witness);
  const situation = readFacts(policy, facts, witness.today, witness.now);
  if ('code' in situation) return undefined;
  const answer = entailed(policy, situation.assignment);
  if (answer.kind !== 'settled') return undefined;
  const [row, ...others] = new Set(answer.outcomes.map((outcome) => outcome.row.id));
  return { told, witness, situation, row: others.length === 0 ? row : undefined };
}

/** True if the customer's example would fail under another policy. */
export function notices(policy: Policy, { told: { clause, side, example } }: Customer): boolean {
  return contradiction(policy, clause, side, example) !== undefined;
}

/** A witness as an example that holds to all that the policy decides; `undefined` where it decides nothing. */
export function proposalOf(policy: Policy, witness: Witness): Told | undefined {
  const verdict = decide(policy, witness.facts, witness);
  if (verdict.kind !== 'decision') return undefined;
  const { decision } = verdict;
  const [cited] = decision.clauses;
  const { facts, today, now } = witness;
  const clause = cited ?? Object.keys(policy.file.clauses).find((id) => !decision.terms.includes(id));
  if (clause === undefined) return undefined;
  const example = { facts, today, ...(now !== undefined && { now }), gives: givenBy(decision) };
  return { clause, side: cited === undefined ? 'out' : 'in', example };
}

/** A proposal as a customer among the others. */
export function proposedCustomer(policy: Policy, witness: Witness): Customer | undefined {
  const told = proposalOf(policy, witness);
  return told && customerOf(policy, told);
}

/** All of a decision that an example can hold it to. */
function givenBy({ policy: _, review: __, refund: ___, options, ...decision }: Decision): Example['gives'] {
  return { ...decision, ...(options && { options: options.map(({ id }) => id) }) };
}
