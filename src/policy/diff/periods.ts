import type { Policy } from '../engine/diagram/compile.ts';
import type { Pair, Side } from './pair.ts';
import { candidates, daysToTry, inputsOf, type PeriodInput } from './period-inputs.ts';
import { chancesOf } from './period-shares.ts';
import { type PeriodPoint, periodValues } from './period-values.ts';

/** Periods that share a date, on both sides, as one dimension: so that no impossible pair of them is counted. */
export interface PeriodDimension {
  variables: Record<Side, number[]>;
  points: PeriodPoint[];
  probabilities: number[];
}

/** One dimension for each family of periods that are reckoned from the same facts. */
export function periodDimensions(pair: Pair, today: string): PeriodDimension[] {
  return families(pair).map((ids) => {
    const variables = { old: variablesOf(pair.old, ids), new: variablesOf(pair.new, ids) };
    const inputs = inputsOf(pair, ids);
    const points = new Map<string, PeriodPoint>();
    for (const at of daysToTry(pair, ids, today)) {
      for (const facts of candidates(pair, ids, inputs, at)) {
        const values = {
          old: periodValues(pair.old, variables.old, facts, at),
          new: periodValues(pair.new, variables.new, facts, at),
        };
        if (!values.old || !values.new) continue;
        const key = JSON.stringify(values);
        const point = points.get(key) ?? { values: { old: values.old, new: values.new }, witnesses: [] };
        if (point.witnesses.at(-1)?.at !== at) point.witnesses.push({ at, facts });
        points.set(key, point);
      }
    }
    const found = [...points.values()];
    return { variables, points: found, probabilities: chancesOf(pair, { variables, points: found, inputs, today }) };
  });
}

function variablesOf({ variables }: Policy, ids: string[]): number[] {
  return variables.flatMap(({ fact }, index) => (ids.includes(fact) ? [index] : []));
}

/** The derived facts of both policies, together where they share an input. */
function families(pair: Pair): string[][] {
  const ids = [...new Set([...Object.keys(pair.new.file.derived), ...Object.keys(pair.old.file.derived)])];
  const groups: { ids: string[]; inputs: Set<string> }[] = [];
  for (const id of ids) {
    const own = new Set(inputsOf(pair, [id]).map(({ fact }: PeriodInput) => fact));
    const touching = groups.filter(({ inputs }) => [...inputs].some((fact) => own.has(fact)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push({
      ids: [...touching.flatMap((group) => group.ids), id],
      inputs: new Set([...touching.flatMap((group) => [...group.inputs]), ...own]),
    });
  }
  return groups.map((group) => group.ids);
}
