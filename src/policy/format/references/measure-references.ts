import { UNKNOWN } from '../../engine/diagram/variables.ts';
import { canBeUnknown, type Fact, scaleOf } from '../../fact-types/fact-types.ts';
import { comparisonProblem } from '../../fact-types/measured/bands.ts';
import { isComparison } from '../comparison-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import type { PolicyFile } from '../schema.ts';

/** A fact that conditions compare; `undefined` for one of the others, and for no fact. */
export function measuredFact(file: PolicyFile, id: string): Fact | undefined {
  const fact = Object.hasOwn(file.facts, id) ? file.facts[id] : undefined;
  return fact && scaleOf(fact) ? fact : undefined;
}

/** The mistake in what a condition asks of a number or amount, in words; `undefined` if there is none. */
export function comparingProblem(id: string, fact: Fact, wanted: unknown): string | undefined {
  const scale = scaleOf(fact);
  if (!scale || (wanted === UNKNOWN && canBeUnknown(fact))) return undefined;
  if (typeof wanted === 'number' || isComparison(wanted)) return comparisonProblem(id, scale, wanted);
  return `${id} is never ${JSON.stringify(wanted)}; expected a comparison such as { under: 2 }`;
}

/** Mistakes in the scale of a number or amount, and in its likelihoods. */
export function measureProblems(id: string, fact: Fact, path: PropertyKey[]): PathProblem[] {
  const scale = scaleOf(fact);
  if (!scale || (fact.type !== 'number' && fact.type !== 'amount')) return [];
  if (scale.min >= scale.max) return [{ path: [...path, 'max'], message: 'expected more than the least of it' }];
  if (Math.max(Math.abs(scale.min), scale.max) > largest)
    return [{ path: [...path, 'max'], message: `expected no more than ${largest / 10 ** scale.digits}` }];
  return fact.likelihood.flatMap(({ weight: _, ...range }, at) => {
    const message = comparisonProblem(id, scale, range);
    return message === undefined ? [] : [{ path: [...path, 'likelihood', at], message }];
  });
}

/** More steps than any shop counts; beyond them numbers are not exact any more. */
const largest = 10 ** 14;
