import type { Node } from '../engine/diagram/diagram.ts';
import { monthsFactOf } from '../format/period-schema.ts';
import type { PolicyFile } from '../format/schema.ts';
import type { Questions, State } from './questions.ts';

/** The facts that a look-up gives before the first question. */
export interface Profile {
  name: string;
  /** The facts that are known, though not what they are; never "I don't know". */
  known: string[];
}

/** A state and how likely an interview starts in it. */
export interface Start {
  state: State;
  probability: number;
}

/** The three profiles of a shop: nothing known, its order found, its order and warranty found. */
export function profilesOf(file: PolicyFile, fromOrder: readonly string[]): Profile[] {
  const periods = Object.values(file.derived);
  const months = periods.flatMap((period) => monthsFactOf(period) ?? []);
  const until = periods.flatMap((period) => period.until ?? []);
  const known = Object.keys(file.facts).filter((fact) => fromOrder.includes(fact) && !months.includes(fact));
  const profiles = [
    { name: 'nothing known', known: [] },
    { name: 'order found', known },
    { name: 'order and warranty found', known: [...known, ...new Set(until)] },
  ];
  return profiles.filter(({ known: some }, i) => i === 0 || some.length > (profiles[i - 1]?.known.length ?? 0));
}

/** A function that facts lead to, and the share of customers whom they lead there. */
interface Way {
  node: Node;
  share: number;
}

/** The states in which interviews start under a profile, by the values that its known facts may have. */
export function startsOf(questions: Questions, profile: Profile): Start[] {
  const { policy } = questions;
  const given = Object.fromEntries(profile.known.map((fact) => [fact, true]));
  const known = (node: Node, fact: string): Way[] =>
    questions.turns(node, fact).flatMap((turn) => (turn.isUnknown ? [] : [{ node: turn.node, share: turn.prior }]));
  let weights = new Map([[policy.root, 1]]);
  for (const fact of new Set(policy.variables.map((variable) => questions.askedAs(variable.fact)))) {
    if (policy.file.facts[fact]?.type === 'set' || !isGiven(policy.file, fact, profile.known)) continue;
    const next = new Map<number, number>();
    for (const [from, weight] of weights) {
      for (const { node, share } of known(from, fact)) {
        next.set(node, (next.get(node) ?? 0) + weight * share);
      }
    }
    weights = next;
  }
  const open = policy.variables.map(() => -1);
  const { inputs } = questions.state(open, given);
  const starts = [...weights].map(([node, weight]) => ({
    state: { node, inputs },
    probability: weight * questions.massOf(node),
  }));
  const total = starts.reduce((sum, { probability }) => sum + probability, 0);
  return starts
    .filter(({ probability }) => probability > 0)
    .map(({ state, probability }) => ({ state, probability: probability / total }));
}

/** A period is told by its last day, or by all that it runs from. */
function isGiven({ derived }: PolicyFile, fact: string, known: string[]): boolean {
  const period = derived[fact];
  if (!period) return known.includes(fact);
  if (period.until !== undefined && known.includes(period.until)) return true;
  const months = [monthsFactOf(period) ?? []].flat();
  return [period.from, ...months].every((input) => known.includes(input));
}
