import { UNKNOWN, type Variable, type VariableValue } from '../engine/diagram/variables.ts';
import { entryAt } from '../entry-at.ts';
import type { Fact } from '../format/schema.ts';
import { sharedBands } from './bands.ts';
import { type Building, type Dimension, own, type Reading, variablesFor } from './building.ts';
import { normalised, type Pair, type Side, sides } from './pair.ts';
import { periodDimensions } from './periods.ts';

export type { Dimension, Reading } from './building.ts';

/** The customers that both policies can judge: facts and values that only one knows are left out or stay free. */
export interface Space {
  dimensions: Dimension[];
  readings: Record<Side, Reading[]>;
}

/** The joint space of two policies. */
export function spaceOf(pair: Pair, today: string): Space {
  const dimensions: Dimension[] = [];
  const readings: Record<Side, Reading[]> = { old: [], new: [] };
  const add = (dimension: Dimension): number => dimensions.push(dimension) - 1;
  const ids = new Set(sides.flatMap((side) => pair[side].variables.map(({ fact }) => fact)));
  for (const id of ids) {
    if (sides.some((side) => pair[side].file.derived[id])) continue;
    const facts = sides.map((side) => pair[side].file.facts[id]?.type);
    if (facts[0] === facts[1]) sharedBy(facts[0])(pair, id, { add, readings });
    else for (const side of sides) own(pair, id, side, { add, readings });
  }
  for (const periods of periodDimensions(pair, today)) {
    const dimension = add({ size: periods.points.length, probabilities: periods.probabilities, periods });
    for (const side of sides) {
      for (const [index, at] of periods.variables[side].entries()) {
        readings[side][at] = { dimension, valueAt: periods.points.map((point) => entryAt(point.values[side], index)) };
      }
    }
  }
  return { dimensions, readings };
}

/** The way in which facts of a type become dimensions that both policies share. */
function sharedBy(type: Fact['type'] | undefined): (pair: Pair, id: string, building: Building) => void {
  if (type === 'set') return sharedSet;
  return type === 'number' || type === 'amount' ? sharedBands : shared;
}

function shared(pair: Pair, id: string, building: Building): void {
  const old = variablesFor(pair.old, id);
  const fresh = variablesFor(pair.new, id);
  const [a, b] = [old[0], fresh[0]];
  if (!a || !b) return;
  const both = b.variable.values.filter((value) => a.variable.values.includes(value));
  // Who does not know is a customer of their own where the default has changed.
  const isUnknownOtherwise = a.variable.unknownAs !== b.variable.unknownAs && !both.includes(UNKNOWN);
  const values = isUnknownOtherwise && canBeUnknown(a.variable) && canBeUnknown(b.variable) ? [...both, UNKNOWN] : both;
  const dimension = building.add({
    size: values.length,
    probabilities: normalised(values.map((value) => probabilityOf(b.variable, value))),
    tells: (_, value) => ({ [id]: values[value] }),
  });
  for (const [side, { variable, at }] of [['old', a] as const, ['new', b] as const]) {
    building.readings[side][at] = { dimension, valueAt: values.map((value) => placeOf(variable, value)) };
  }
}

function canBeUnknown(variable: Variable): boolean {
  return placeOf(variable, UNKNOWN) >= 0;
}

function placeOf({ values, unknownAs = UNKNOWN }: Variable, value: VariableValue): number {
  return values.indexOf(value === UNKNOWN ? unknownAs : value);
}

/** Members are taken together that both policies take together, and to the same clause. */
function sharedSet(pair: Pair, id: string, { add, readings }: Building): void {
  const variableOf = (side: Side, member: string): number =>
    pair[side].variables.findIndex(({ fact, members }) => fact === id && members?.includes(member));
  const clauseOf = (side: Side, member: string): string => {
    const fact = pair[side].file.facts[id];
    return fact?.type === 'set' ? (fact.values[member]?.clause ?? '') : '';
  };
  const fact = pair.new.file.facts[id];
  const members = fact?.type === 'set' ? Object.keys(fact.values) : [];
  const groups = new Map<string, string[]>();
  for (const member of members.filter((one) => variableOf('old', one) >= 0)) {
    const isMoved = clauseOf('old', member) !== clauseOf('new', member);
    const key = [variableOf('old', member), variableOf('new', member), isMoved ? member : ''].join();
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  const dimensions = [...groups.values()].map((group) => {
    const none = group.reduce(
      (p, member) => p * (fact?.type === 'set' ? 1 - (fact.values[member]?.likelihood ?? 0) / 100 : 1),
      1,
    );
    const [first = ''] = group;
    return {
      first,
      dimension: add({
        size: 2,
        probabilities: [none, 1 - none],
        tells: (_, value) => ({ [id]: value ? [first] : [] }),
        group: { set: id, members: group },
      }),
    };
  });
  for (const side of sides) {
    for (const { at } of variablesFor(pair[side], id)) {
      const anyOf = dimensions.filter(({ first }) => variableOf(side, first) === at).map(({ dimension }) => dimension);
      readings[side][at] = { anyOf };
    }
  }
}

function probabilityOf({ values, probabilities }: Variable, value: VariableValue): number {
  return probabilities[values.indexOf(value)] ?? 0;
}
