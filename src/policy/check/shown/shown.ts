import { decide } from '../../engine/decide.ts';
import type { Policy } from '../../engine/diagram/compile.ts';
import type { Finding, Witness } from '../finding.ts';
import { rowsOf } from '../rows.ts';
import type { Space } from '../space.ts';
import { unshownBoundaries } from './boundaries.ts';
import { type Customer, customersOf, proposedCustomer, type Told } from './customers.ts';
import type { Need } from './need.ts';
import { unshownRows } from './rows.ts';
import { secondChoiceOf } from './second-choice.ts';

/** Rows, their order, and boundaries that no example holds in their place, each with a customer who would. */
export function unshownFindings(space: Space): Finding[] {
  const customers = customersOf(space.policy);
  return [...needsOf(space, customers)].map(({ finding, witness }) => ({ ...finding, witness }));
}

/** An example that is missing, and what it would show. */
export interface Proposal extends Told {
  finding: Finding;
}

/** As few further customers as come to mind who together would hold everything in its place. */
export function missingExamples(space: Space): Proposal[] {
  const customers = customersOf(space.policy);
  const proposals: Proposal[] = [];
  for (const need of needsOf(space, customers)) {
    const customer = leastOf(space.policy, need);
    if (!customer) continue;
    // Whoever is proposed may show what comes after as well.
    customers.push(customer);
    proposals.push({ ...customer.told, finding: need.finding });
  }
  return proposals;
}

function* needsOf(space: Space, customers: readonly Customer[]): Generator<Need> {
  yield* unshownBoundaries(space, customers);
  yield* unshownRows(space, rowsOf(space), secondChoiceOf(space), customers);
}

/** The customer whom something needs, without the facts and the hour that change nothing. */
function leastOf(policy: Policy, { witness, shows }: Need): Customer | undefined {
  const decided = answerTo(policy, witness);
  const isAsGood = (less: Witness): boolean => {
    const customer = proposedCustomer(policy, less);
    return customer !== undefined && shows(customer) && answerTo(policy, less) === decided;
  };
  const { now: _, ...timeless } = witness;
  let least: Witness = isAsGood(timeless) ? timeless : witness;
  for (const fact of Object.keys(witness.facts).reverse()) {
    const { [fact]: __, ...facts } = least.facts;
    if (isAsGood({ ...least, facts })) least = { ...least, facts };
  }
  return proposedCustomer(policy, least);
}

function answerTo(policy: Policy, { facts, ...at }: Witness): string {
  return JSON.stringify(decide(policy, facts, at));
}
