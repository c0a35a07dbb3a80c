import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import { entailed } from '../../engine/entailment.ts';
import type { FindingCode } from '../finding.ts';
import type { Row } from '../rows.ts';
import type { Space } from '../space.ts';
import { type Customer, notices } from './customers.ts';
import type { Need } from './need.ts';
import type { SecondChoice } from './second-choice.ts';

/**
 * Rows that no example shows: they could be taken away, or change places with the next, and every example would still
 * hold. The witness of each is somebody who would be told something else.
 */
export function* unshownRows(
  space: Space,
  rows: Row[],
  second: SecondChoice,
  customers: readonly Customer[],
): Generator<Need> {
  for (const [at, row] of rows.entries()) {
    const changed = space.and(row.decides, second.differs);
    if (changed === FALSE) continue;
    const { id } = row.row;
    const shows = (customer: Customer): boolean =>
      customer.row === id && (leftToGap(second, customer) || notices(second.policy, customer));
    const message = `no example shows "${id}": without it every example would still hold`;
    if (!customers.some(shows)) yield* needed(space, 'unshown-row', row, changed, message, shows);
    const next = rows[at + 1];
    if (next) yield* unshownOrder(space, row, next, changed, shows, customers);
  }
}

function* unshownOrder(
  space: Space,
  { row }: Row,
  next: Row,
  changed: Node,
  shows: Need['shows'],
  customers: readonly Customer[],
): Generator<Need> {
  const { diagram } = space.policy;
  const both = space.and(changed, next.matches);
  const others = space.without(space.legal, next.matches);
  const showsOrder = (customer: Customer): boolean =>
    diagram.restrictAll(others, customer.situation.assignment) === FALSE && shows(customer);
  if (both === FALSE || customers.some(showsOrder)) return;
  const message = `no example shows that "${row.id}" comes before "${next.row.id}": in the other order every example would still hold`;
  yield* needed(space, 'unshown-order', next, both, message, showsOrder);
}

/** True if nobody would decide for the customer: `check` finds that, though a person is told of it as of a review. */
function leftToGap({ policy }: SecondChoice, { situation }: Customer): boolean {
  const answer = entailed(policy, situation.assignment);
  return answer.kind === 'settled' && answer.outcomes.every(({ row }) => row.id === 'gap');
}

function needed(
  space: Space,
  code: FindingCode,
  { index }: Row,
  set: Node,
  message: string,
  shows: Need['shows'],
): Need[] {
  const witness = space.witness(set);
  return witness
    ? [{ finding: { severity: 'warning', code, path: ['decisions', index], message }, witness, shows }]
    : [];
}
