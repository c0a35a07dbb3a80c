import type { Moment } from '../../calendar.ts';
import type { Policy } from '../../engine/diagram/compile.ts';
import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import { readFacts } from '../../engine/facts.ts';
import { periodOf } from '../../engine/periods.ts';
import { entryAt } from '../../entry-at.ts';
import type { Season } from '../../format/day-schema.ts';
import { declaredId } from '../../format/period-schema.ts';
import { pathOfPeriod } from '../../format/references/period-references.ts';
import type { Derived } from '../../format/schema.ts';
import { shifted } from '../../seasons.ts';
import { type Answers, answersOf, whereAnswersDiffer } from '../answers.ts';
import { boundariesOf, momentsOf } from '../boundaries.ts';
import type { Finding, Witness } from '../finding.ts';
import type { Space } from '../space.ts';
import { type Customer, notices, proposedCustomer } from './customers.ts';
import type { Need } from './need.ts';

/** The end of a period, or of one of its steps, and the values on either side of it. */
export interface Boundary {
  period: string;
  path: PropertyKey[];
  /** The value until then, and the value afterwards. */
  values: [string, string];
  /** The period with this boundary so much later. */
  moved(by: number): Derived;
}

/**
 * Boundaries on one side of which no example stands: they could be moved by one day, hour or month, and every example
 * would still hold. The witness of each stands there.
 */
export function* unshownBoundaries(space: Space, customers: readonly Customer[]): Generator<Need> {
  const { policy } = space;
  const answers = answersOf(space, space.allowed);
  for (const boundary of boundariesIn(policy)) {
    const sensitive = whereItMatters(space, answers, boundary);
    if (sensitive === FALSE) continue;
    for (const by of [-1, 1] as const) {
      const moved = boundary.moved(by);
      const shifted = withPeriod(policy, boundary.period, moved);
      const stands = (customer: Customer): boolean =>
        isMoved(policy, moved, boundary, customer) && notices(shifted, customer);
      if (customers.some(stands)) continue;
      const witness = witnessAt(space, boundary.period, sensitive, stands);
      if (!witness) continue;
      const side = by < 0 ? `the last with "${boundary.values[0]}"` : `the first with "${boundary.values[1]}"`;
      const message = `no example stands on ${side}: moved by one, every example would still hold`;
      const finding: Finding = { severity: 'warning', code: 'unshown-boundary', path: boundary.path, message };
      yield { finding, witness, shows: stands };
    }
  }
}

/** The boundaries of a policy's periods whose place is a number of the file. */
export function boundariesIn({ file }: Policy): Boundary[] {
  return Object.entries(file.derived).flatMap(([period, derived]) => {
    const { steps, within, after, length } = derived;
    const path = pathOfPeriod(file, period);
    const values = [...steps.map(({ value }) => value), within, after];
    const ofSteps = steps.map(
      (step, at): Boundary => ({
        period,
        path: ['derived', declaredId(period), 'steps', at],
        values: [entryAt(values, at), entryAt(values, at + 1)],
        moved: (by) => ({ ...derived, steps: steps.with(at, longer(step, by)) }),
      }),
    );
    if ('season' in length) return edgesOf(period, derived, length.season);
    if ('untilStart' in length || ('months' in length && typeof length.months === 'string')) return ofSteps;
    const end: Boundary = {
      period,
      path: path.includes('length') ? path : [...path, 'length'],
      values: [entryAt(values, steps.length), after],
      moved: (by) => ({
        ...derived,
        length: 'until' in length ? { until: shifted(length.until, by) } : longer(length, by),
      }),
    };
    return [...ofSteps, end];
  });
}

/** Both edges of each season. */
function edgesOf(period: string, derived: Derived, seasons: readonly Season[]): Boundary[] {
  const { within, after } = derived;
  return seasons.flatMap((season, at) =>
    (['from', 'to'] as const).flatMap((edge): Boundary[] => {
      const day = season[edge];
      if (day === undefined) return [];
      const moved = (by: number): Derived => ({
        ...derived,
        length: { season: seasons.with(at, { ...season, [edge]: shifted(day, by) }) },
      });
      const values: [string, string] = edge === 'to' ? [within, after] : [after, within];
      return [{ period, path: ['derived', period, 'season'], values, moved }];
    }),
  );
}

/** A length so many of its own units longer; what counts back from a day ahead lasts longer with fewer. */
function longer<T extends object>(length: T, by: number): T {
  const units = ['hours', 'days', 'months', 'workingDays'];
  return Object.fromEntries(
    Object.entries(length).map(([key, value]) => [
      key,
      units.includes(key) ? Number(value) + by : key === 'daysBefore' ? Number(value) - by : value,
    ]),
  ) as T;
}

/** The policy with one period otherwise; lengths are no part of its diagram. */
export function withPeriod(policy: Policy, period: string, derived: Derived): Policy {
  return { ...policy, file: { ...policy.file, derived: { ...policy.file.derived, [period]: derived } } };
}

/** True if the customer passes from one side of the boundary to the other when it is moved. */
function isMoved(
  { file }: Policy,
  moved: Derived,
  { period, values }: Boundary,
  { situation, witness }: Customer,
): boolean {
  const before = situation.periods.get(period)?.value;
  if (!values.some((value) => value === before)) return false;
  const after = periodOf(moved, situation.known, {
    ...witness,
    timeZone: file.timeZone,
    holidays: file.holidays,
  }).value;
  return before !== after && values.some((value) => value === after);
}

/** Those to whom it makes a difference on which side of the boundary they are. */
function whereItMatters(space: Space, answers: Answers, { period, values }: Boundary): Node {
  const { variables, diagram } = space.policy;
  const index = variables.findIndex(({ fact }) => fact === period);
  const variable = variables[index];
  if (!variable) return FALSE;
  const [before, after] = values.map((value) => ({
    ...answers,
    root: diagram.restrict(answers.root, index, variable.values.indexOf(value)),
  }));
  return before && after ? whereAnswersDiffer(before, after, diagram, space.allowed) : FALSE;
}

/** Somebody at the boundary, on that side of it on which a customer `stands`. */
function witnessAt(
  space: Space,
  period: string,
  sensitive: Node,
  stands: (customer: Customer) => boolean,
): Witness | undefined {
  const { policy, today } = space;
  const { from } = entryAt(policy.file.derived, period);
  const type = policy.file.facts[from]?.type === 'instant' ? 'instant' : 'date';
  for (const at of momentsOf(policy, today)) {
    for (const start of boundariesOf(policy, [period], false, type, at)) {
      const usual = space.witness(space.and(sensitive, startingOn(space, from, start, at)));
      const witness = usual && { ...usual, ...at, facts: { ...usual.facts, [from]: start } };
      const customer = witness && proposedCustomer(policy, witness);
      if (customer && stands(customer)) return customer.witness;
    }
  }
  return undefined;
}

/** Those whose periods are what a start on this day, or at this instant, makes of them. */
function startingOn(space: Space, from: string, start: string, { today, now }: Moment): Node {
  const { policy } = space;
  const situation = readFacts(policy, { [from]: start }, today, now);
  if ('code' in situation) return FALSE;
  const known = policy.variables.flatMap(({ fact }, index) => {
    const value = entryAt(situation.assignment, index);
    return policy.file.derived[fact] && value >= 0 ? [space.having(index, value)] : [];
  });
  return space.and(...known);
}
