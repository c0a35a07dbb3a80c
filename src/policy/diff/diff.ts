import type { IsoDate } from '../calendar.ts';
import { Diagram } from '../engine/diagram/diagram.ts';
import { canBeUnknown } from '../fact-types/fact-types.ts';
import { type Answer, AnswerTable, answersOn } from './answers.ts';
import { censusOf } from './census.ts';
import { type Pair, type Side, sides } from './pair.ts';
import { spaceOf } from './space.ts';
import { type TextChanges, textChanges } from './texts.ts';
import { type Witness, witnessAt } from './witness.ts';

type Outcome = Omit<Answer, 'key'>;

/** Customers who were answered one thing and are answered another. */
export interface Change {
  from: Outcome;
  to: Outcome;
  /** The number of points of the space that they are. */
  customers: number;
  /** Their part of all customers, by the policy's likelihoods, from 0 to 1. */
  share: number;
  witness: Witness;
}

/** Everything in which two policies differ. */
export interface PolicyDiff {
  policies: Record<Side, { id: string; version: string; digest: string }>;
  /** Facts and values that one policy alone knows; customers are compared over the others. */
  onlyIn: Record<Side, { facts: string[]; values: Record<string, string[]> }>;
  customers: { all: number; changed: number; changedShare: number };
  /** The most likely customers first. */
  changes: Change[];
  rewritten: TextChanges;
}

/** Compares two policies customer by customer, over all that both can judge; periods are seen from `today`. */
export function diffPolicies(pair: Pair, today: IsoDate): PolicyDiff {
  const space = spaceOf(pair, today);
  const { dimensions } = space;
  const joint = new Diagram(dimensions.map(({ size }) => size));
  const table = new AnswerTable();
  const answers = sides.map((side) =>
    answersOn(joint, pair[side], { dimensions, readings: space.readings[side] }, table),
  );
  const root = joint.apply(answers, ([a = 0, b = 0]) => a * table.list.length + b);
  const census = [...censusOf(joint, root, dimensions)].flatMap(([id, crowd]) => {
    const [from, to] = [table.list[Math.floor(id / table.list.length)], table.list[id % table.list.length]];
    return from && to ? [{ from, to, ...crowd }] : [];
  });
  const possible = census.filter(({ from, to }) => from.resolution !== 'impossible' || to.resolution !== 'impossible');
  const total = possible.reduce((sum, { share }) => sum + share, 0);
  const changes = possible
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, customers, share, likeliest }) => ({
      from: shown(from),
      to: shown(to),
      customers,
      share: total > 0 ? share / total : 0,
      witness: witnessAt(pair, space, likeliest),
    }))
    .sort((a, b) => b.share - a.share);
  const sum = (list: { customers: number }[]): number => list.reduce((all, { customers }) => all + customers, 0);
  return {
    policies: { old: named(pair, 'old'), new: named(pair, 'new') },
    onlyIn: { old: onlyIn(pair, 'old'), new: onlyIn(pair, 'new') },
    customers: {
      all: sum(possible),
      changed: sum(changes),
      changedShare: changes.reduce((all, { share }) => all + share, 0),
    },
    changes,
    rewritten: textChanges(pair.old.file, pair.new.file),
  };
}

function shown({ key: _, ...outcome }: Answer): Outcome {
  return outcome;
}

function named(pair: Pair, side: Side): { id: string; version: string; digest: string } {
  const { file, digest } = pair[side];
  return { id: file.id, version: file.version, digest };
}

function onlyIn(pair: Pair, side: Side): { facts: string[]; values: Record<string, string[]> } {
  const own = pair[side].file.facts;
  const others = pair[side === 'old' ? 'new' : 'old'].file.facts;
  const values = Object.entries(own).flatMap(([id, fact]) => {
    const other = others[id];
    if (other?.type !== fact.type) return [];
    const alone = valueNames(fact).filter((value) => !valueNames(other).includes(value));
    return alone.length ? [[id, alone] as const] : [];
  });
  return {
    facts: Object.keys(own).filter((id) => others[id]?.type !== own[id]?.type),
    values: Object.fromEntries(values),
  };
}

function valueNames(fact: Pair['old']['file']['facts'][string]): string[] {
  const unknown = canBeUnknown(fact) ? ['unknown'] : [];
  return 'values' in fact ? [...Object.keys(fact.values), ...unknown] : unknown;
}
