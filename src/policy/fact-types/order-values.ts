import { dayOf, isInstant } from '../calendar.ts';
import type { PathProblem } from '../format/policy-file-error.ts';
import type { Fact } from './fact-types.ts';
import type { OrderNames } from './order-names.ts';

type Value = { order?: OrderNames | undefined };

/**
 * What a field of an order says, in the form of the fact's values; the fact may still not take it. An instant is a day
 * at the shop where the fact is a date, and of a list a set takes the members that it has.
 */
export function inFormOf(fact: Fact, told: unknown, timeZone: string): unknown {
  switch (fact.type) {
    case 'choice':
      return valueNamed(fact.values, told);
    case 'set':
      return Array.isArray(told) ? membersIn(fact.values, told) : undefined;
    case 'yes-no':
      return fact.order ? isOrNot(fact.order, told) : told;
    case 'date':
      return typeof told === 'string' && isInstant(told) ? dayOf(told, timeZone) : told;
    default:
      return told;
  }
}

function valueNamed(values: Record<string, Value>, told: unknown): string | undefined {
  const named = Object.entries(values).find(([, { order = [] }]) => isAmong(order, told));
  return named?.[0] ?? (typeof told === 'string' && Object.hasOwn(values, told) ? told : undefined);
}

function membersIn(values: Record<string, Value>, told: unknown[]): string[] {
  const members = new Set(told.map((one) => valueNamed(values, one)));
  return Object.keys(values).filter((value) => members.has(value));
}

function isOrNot(names: { true: OrderNames; false: OrderNames }, told: unknown): boolean | undefined {
  if (isAmong(names.true, told) || told === true) return true;
  return isAmong(names.false, told) || told === false ? false : undefined;
}

/** YAML writes 2 and '2' alike, and so do the systems of shops. */
function isAmong(names: OrderNames, told: unknown): boolean {
  return typeof told !== 'object' && names.some((name) => String(name) === String(told));
}

/** The mistakes in what a shop's system writes for the values of a fact. */
export function orderNameProblems(fact: Fact, path: PropertyKey[]): PathProblem[] {
  const named = namesOf(fact);
  const isUnused = fact.fromOrder === undefined;
  return named.flatMap(({ at, names }, i) => {
    const where = [...path, ...at, 'order'];
    if (isUnused) return [{ path: where, message: 'expected "fromOrder" beside it, which says of which field' }];
    const earlier = named.slice(0, i).flatMap((one) => one.names.map(String));
    const twice = names.find((name) => earlier.includes(String(name)));
    return twice === undefined ? [] : [{ path: where, message: `"${twice}" stands for another value already` }];
  });
}

function namesOf(fact: Fact): { at: PropertyKey[]; names: OrderNames }[] {
  if (fact.type === 'yes-no' && fact.order)
    return Object.entries(fact.order).map(([value, names]) => ({ at: ['order', value], names }));
  if (fact.type !== 'choice' && fact.type !== 'set') return [];
  const values: [string, Value][] = Object.entries(fact.values);
  return values.flatMap(([value, { order }]) => (order ? [{ at: ['values', value], names: order }] : []));
}
