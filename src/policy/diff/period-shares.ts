import { addDays, type IsoDate } from '../calendar.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import { entryAt } from '../entry-at.ts';
import { normalised, type Pair, type Side, sides } from './pair.ts';
import type { PeriodInput } from './period-inputs.ts';
import { type PeriodPoint, periodValues } from './period-values.ts';

interface Family {
  variables: Record<Side, number[]>;
  points: PeriodPoint[];
  inputs: PeriodInput[];
  today: IsoDate;
}

/** The number of days counted back to see how the customers of a longer period divide. */
const countedDays = 800;

/**
 * The likelihood of each point. Where both sides reckon a period alike, as the new policy says; where they do not, the
 * customers of the longer period are taken to be spread evenly over its days.
 */
export function chancesOf(pair: Pair, family: Family): number[] {
  const { variables, points } = family;
  const counts = dayCounts(pair, family);
  const old = variables.old.map((index) => pair.old.variables[index]);
  const fresh = variables.new.map((index) => pair.new.variables[index]);
  const weights = points.map(({ values }) => {
    const ofNew = fresh.reduce((product, variable, i) => {
      const at = old.findIndex((other) => other?.fact === variable?.fact);
      const chance = variable?.probabilities[entryAt(values.new, i)] ?? 0;
      if (at < 0 || sameDefinition(pair, variable?.fact ?? '')) return product * chance;
      const key = (a: number, b: number): string => `${variable?.fact} ${a} ${b}`;
      const [a, b] = [entryAt(values.old, at), entryAt(values.new, i)];
      const total = (side: Side): number =>
        [...counts].reduce((sum, [name, count]) => {
          const [fact, x, y] = name.split(' ');
          return fact === variable?.fact && Number(side === 'old' ? x : y) === (side === 'old' ? a : b)
            ? sum + count
            : sum;
        }, 0);
      const longer: Side = total('old') > total('new') && isWithin(a, old[at]?.values.length) ? 'old' : 'new';
      const prior = longer === 'old' ? (old[at]?.probabilities[a] ?? 0) : chance;
      const within = isWithin(longer === 'old' ? a : b, variable?.values.length);
      return product * prior * (within ? (counts.get(key(a, b)) ?? 0) / Math.max(1, total(longer)) : 1);
    }, 1);
    return old.reduce((product, variable, i) => {
      if (fresh.some((other) => other?.fact === variable?.fact)) return product;
      return product * (variable?.probabilities[entryAt(values.old, i)] ?? 0);
    }, ofNew);
  });
  return normalised(weights);
}

/** Values come in the order of time: those within the period, after it, unknown. */
function isWithin(value: number, size = 0): boolean {
  return value < size - 2;
}

function sameDefinition(pair: Pair, id: string): boolean {
  const [a, b] = sides.map((side) => {
    const {
      likelihood: _,
      label: _label,
      ...definition
    } = pair[side].file.derived[id] ?? { likelihood: {}, label: '' };
    return JSON.stringify(definition);
  });
  return a === b;
}

/** On how many days a period stands so on the old side and so on the new, by its id and both values. */
function dayCounts(pair: Pair, { variables, inputs, today }: Family): Map<string, number> {
  const counts = new Map<string, number>();
  if (variables.new.every((index) => sameDefinition(pair, pair.new.variables[index]?.fact ?? ''))) return counts;
  const at = { today, now: `${today}T12:00:00Z` };
  for (let day = 0; day < countedDays; day += 1) {
    const facts = Object.fromEntries(
      inputs.flatMap(({ fact, isStart, canBeUnknown, type, mayLieAhead }) => {
        if (isStart) return [[fact, addDays(today, mayLieAhead ? day : -day)]];
        return type === 'months' ? [[fact, canBeUnknown ? UNKNOWN : 0]] : [];
      }),
    );
    const [a, b] = [periodValues(pair.old, variables.old, facts, at), periodValues(pair.new, variables.new, facts, at)];
    if (!a || !b) continue;
    for (const [i, index] of variables.new.entries()) {
      const fact = pair.new.variables[index]?.fact;
      const other = variables.old.findIndex((one) => pair.old.variables[one]?.fact === fact);
      const key = `${fact} ${a[other]} ${b[i]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
