import Big from 'big.js';

/**
 * The values that a number or amount can have: whole steps (`1` where `digits` is 0, a hundredth where it is 2) from one
 * to another, both included. All comparing is done in whole steps, so that no fraction is lost.
 */
export interface Scale {
  digits: number;
  min: number;
  max: number;
}

/** Steps of a scale from one to another, both included. */
export interface Span {
  from: number;
  to: number;
}

/** The step of a scale that a number or decimal is; `undefined` where it lies between two, or is no number. */
export function stepOf({ digits }: Pick<Scale, 'digits'>, value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  if (typeof value === 'number' ? !Number.isFinite(value) : !DECIMAL.test(value)) return undefined;
  const steps = new Big(value).times(new Big(10).pow(digits));
  if (steps.abs().gt(Number.MAX_SAFE_INTEGER) || !steps.eq(steps.round(0))) return undefined;
  return steps.toNumber();
}

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** A step of a scale as a decimal, without zeros that say nothing. */
export function decimalOf({ digits }: Pick<Scale, 'digits'>, step: number): string {
  return new Big(step).div(new Big(10).pow(digits)).toFixed();
}

/** True if a step lies on the scale. */
export function isOn({ min, max }: Scale, step: number): boolean {
  return min <= step && step <= max;
}

/**
 * The span of a range on the wire: `1..3`, `..1.9`, `50.01..`, both ends included; an end that is not there is that of
 * the scale. `undefined` for anything else.
 */
export function spanOfRange(scale: Scale, wire: unknown): Span | undefined {
  if (typeof wire !== 'string' || wire.length > MAX_RANGE) return undefined;
  const [low, high, more] = wire.split('..');
  if (low === undefined || high === undefined || more !== undefined || low + high === '') return undefined;
  const from = low === '' ? scale.min : stepOf(scale, low);
  const to = high === '' ? scale.max : stepOf(scale, high);
  if (from === undefined || to === undefined || from > to || !isOn(scale, from) || !isOn(scale, to)) return undefined;
  return { from, to };
}

const MAX_RANGE = 60;

/** The last step that is no more than a number, and the first that is no less. */
export function stepsAround({ digits }: Pick<Scale, 'digits'>, value: number): Span {
  const steps = new Big(value).times(new Big(10).pow(digits));
  const down = steps.round(0, Big.roundDown).toNumber();
  const isWhole = steps.eq(down);
  return { from: isWhole || steps.gt(0) ? down : down - 1, to: isWhole || steps.lt(0) ? down : down + 1 };
}

/** A span as a range on the wire. */
export function rangeOf(scale: Scale, { from, to }: Span): string {
  const low = from <= scale.min ? '' : decimalOf(scale, from);
  return `${low}..${to >= scale.max && low !== '' ? '' : decimalOf(scale, to)}`;
}
