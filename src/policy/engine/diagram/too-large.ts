import { ReturnsError } from '../../../errors.ts';
import type { DecisionRow } from '../../format/schema.ts';
import { DiagramTooLargeError } from './diagram.ts';

/** With so many conditions of their own the clauses of one row make too many different answers. */
const manyConditions = 12;

/** The policy takes more than a server can hold; the message says why, and what can be done. */
export class PolicyTooLargeError extends ReturnsError {
  readonly code = 'policy-too-large';
  /** The row with which it became too large; the rules of `impossible` where there is none. */
  readonly row: DecisionRow | undefined;

  constructor(row: DecisionRow | undefined, options?: ErrorOptions) {
    super(adviceOn(row), options);
    this.row = row;
  }
}

/** The result of a part of the work; throws PolicyTooLargeError where that needs more than it may. */
export function unlessTooLarge<T>(part: () => T, row: DecisionRow | undefined): T {
  try {
    return part();
  } catch (cause) {
    if (cause instanceof DiagramTooLargeError) throw new PolicyTooLargeError(row, { cause });
    throw cause;
  }
}

function adviceOn(row: DecisionRow | undefined): string {
  const cited = [...(row?.clauses ?? []), ...(row?.anyOf ?? []), ...(row?.terms ?? [])];
  const conditional = cited.filter((citation) => typeof citation === 'object' && 'when' in citation).length;
  if (row && conditional >= manyConditions) {
    return (
      `the policy is too large with "${row.id}": ${conditional} of its clauses have conditions of their own, which makes ` +
      'more different answers than can be kept; ask for what excludes in one fact of type set, or give the clauses rows'
    );
  }
  const upTo = row ? `the rows from "${row.id}" to the last` : 'the rules of impossible';
  return (
    `the policy is too large: ${upTo} compare too many facts with one another; put facts that a row names together ` +
    'beside each other in the list of facts, or make two policies of it'
  );
}
