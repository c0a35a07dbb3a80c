import { UNKNOWN, type Variable, weighted } from '../../engine/diagram/variable.ts';
import { type Comparison, isComparison, lowerBounds, upperBounds } from '../../format/comparison-schema.ts';
import { decimalOf, isOn, type Scale, type Span, stepOf } from './scale.ts';

/** Values that a policy treats alike: those between two of the thresholds that its conditions mention. */
export interface Band extends Span {
  /** As it reads to people, such as `under 2`; the value of the fact's variable. */
  name: string;
}

/** A threshold: the first step above it; written as the last below it by `over` and `atMost`. */
interface Cut {
  at: number;
  isAfter: boolean;
}

/** The mistake in a test of a number or amount, in words; `undefined` if there is none. */
export function comparisonProblem(id: string, scale: Scale, wanted: Comparison | number): string | undefined {
  const named = Object.entries(boundsOf(wanted)).filter(([, value]) => value !== undefined);
  const unknown = named.find(([bound]) => !isBound(bound));
  if (unknown) return `there is no comparison "${unknown[0]}"; expected one of ${known.join(', ')}`;
  if (named.length === 0) return `expected a comparison of ${id}, such as { under: 2 }`;
  for (const [, value] of named) {
    const step = stepOf(scale, value);
    if (step === undefined) return `${id} is never ${JSON.stringify(value)}; expected ${formOf(scale)}`;
    if (!isOn(scale, step)) return `${id} goes from ${ends(scale)}, and ${JSON.stringify(value)} is beyond that`;
  }
  const { from, to } = spanOf(scale, wanted);
  return from > to ? `no ${id} is within ${JSON.stringify(wanted)}` : undefined;
}

const known: readonly string[] = [...lowerBounds, ...upperBounds];

function isBound(name: string): boolean {
  return known.includes(name);
}

/** A number of the scale, in words that go on after "must be". */
export function formOf(scale: Scale): string {
  const places = scale.digits === 1 ? '1 decimal' : `${scale.digits} decimals`;
  return scale.digits === 0 ? 'a whole number' : `a number with ${places} at most`;
}

/** The ends of a scale, as "0 to 100". */
export function ends(scale: Scale): string {
  return `${decimalOf(scale, scale.min)} to ${decimalOf(scale, scale.max)}`;
}

/** The steps for which a comparison, or a number by itself, holds; none of them where `from` is more than `to`. */
export function spanOf(scale: Scale, wanted: Comparison | number): Span {
  const bounds = boundsOf(wanted);
  const step = (value: unknown): number | undefined => (value === undefined ? undefined : stepOf(scale, value));
  const plus = (value: number | undefined, more: number): number | undefined =>
    value === undefined ? undefined : value + more;
  const lower = [step(bounds.atLeast), step(bounds.from), plus(step(bounds.over), 1)];
  const upper = [step(bounds.atMost), step(bounds.to), plus(step(bounds.under), -1)];
  return {
    from: Math.max(scale.min, ...lower.filter((value) => value !== undefined)),
    to: Math.min(scale.max, ...upper.filter((value) => value !== undefined)),
  };
}

function boundsOf(wanted: Comparison | number): Comparison {
  return typeof wanted === 'number' ? { from: wanted, to: wanted } : wanted;
}

/** The bands into which the comparisons of a policy cut a scale, in order; one alone where there is none. */
export function bandsOf(scale: Scale, comparisons: readonly (Comparison | number)[]): Band[] {
  const cuts = cutsOf(scale, comparisons);
  return [undefined, ...cuts].map((low, i) => {
    const high = cuts[i];
    const from = low?.at ?? scale.min;
    const to = high ? high.at - 1 : scale.max;
    return { from, to, name: nameOf(scale, { from, to }, low, high) };
  });
}

function cutsOf(scale: Scale, comparisons: readonly (Comparison | number)[]): Cut[] {
  const cuts = new Map<number, Cut>();
  const add = (at: number, isAfter: boolean): void => {
    if (at > scale.min && at <= scale.max && cuts.get(at)?.isAfter !== false) cuts.set(at, { at, isAfter });
  };
  for (const wanted of comparisons) {
    const { over, under } = boundsOf(wanted);
    const { from, to } = spanOf(scale, wanted);
    if (from > to) continue;
    add(from, over !== undefined && stepOf(scale, over) === from - 1);
    add(to + 1, under === undefined || stepOf(scale, under) !== to + 1);
  }
  return [...cuts.values()].sort((a, b) => a.at - b.at);
}

function nameOf(scale: Scale, { from, to }: Span, low: Cut | undefined, high: Cut | undefined): string {
  const said = (step: number): string => decimalOf(scale, step);
  if (from === to) return said(from);
  const upper = high && (high.isAfter ? `up to ${said(to)}` : `under ${said(high.at)}`);
  if (!low) return upper ?? 'any';
  if (!upper) return low.isAfter ? `over ${said(from - 1)}` : `${said(from)} or more`;
  return `${low.isAfter ? `over ${said(from - 1)}` : `from ${said(from)}`} ${upper}`;
}

/** A range of values with its weight. */
export interface WeightedSpan extends Span {
  weight: number;
}

/** The variable of a number or amount: one value for each band; none where no condition tests it. */
export function bandVariable(
  id: string,
  scale: Scale,
  tests: readonly unknown[],
  given: { weights: WeightedSpan[]; unknown: number | undefined; wireOf(step: number): unknown },
): Variable[] {
  if (tests.length === 0) return [];
  const bands = bandsOf(
    scale,
    tests.filter((one) => typeof one === 'number' || isComparison(one)),
  );
  const values = bands.map((band) => [band.name, weightOf(band, bands, given.weights)] as const);
  const samples = bands.map((band) => given.wireOf(band.from === scale.min ? band.to : band.from));
  const variable = weighted(id, given.unknown === undefined ? values : [...values, [UNKNOWN, given.unknown]]);
  return [{ ...variable, bands, samples: given.unknown === undefined ? samples : [...samples, UNKNOWN] }];
}

/** The weight of a range is shared out evenly among the bands that it meets. */
function weightOf(band: Band, bands: readonly Band[], weights: readonly WeightedSpan[]): number {
  const meets = (one: Span, other: Span): boolean => one.from <= other.to && other.from <= one.to;
  return weights
    .filter((range) => meets(range, band))
    .reduce((sum, range) => sum + range.weight / bands.filter((other) => meets(range, other)).length, 0);
}

/** The place of the band that holds a whole span; -1 where it lies across a threshold, so that nothing is known yet. */
export function bandOf({ bands = [] }: Variable, { from, to }: Span): number {
  return bands.findIndex((band) => band.from <= from && to <= band.to);
}
