import { z } from 'zod';
import type { Clock } from '../calendar.ts';
import { UNKNOWN, type Variable, type VariableValue } from '../engine/diagram/variable.ts';
import { amount } from './amount.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import type { FactType, LikelihoodPaths, Others, Revealed, Usage } from './fact-type.ts';
import { instant } from './instant.ts';
import type { Scale, Span } from './measured/scale.ts';
import { money } from './money.ts';
import { months } from './months.ts';
import { number } from './number.ts';
import { set } from './set.ts';
import { yesNo } from './yes-no.ts';

/** Every type of facts; a new one is a file beside the others and a line here. */
const types = { choice, 'yes-no': yesNo, date, instant, months, number, amount, set, money };

export const factSchema = z.discriminatedUnion('type', [
  choice.schema,
  yesNo.schema,
  date.schema,
  instant.schema,
  months.schema,
  number.schema,
  amount.schema,
  set.schema,
  money.schema,
]);

type Types = typeof types;
export type FactKind = keyof Types;
/** A fact of one of these types, as the policy file describes it. */
export type FactOf<K extends FactKind> = { [P in K]: z.infer<Types[P]['schema']> & { type: P } }[K];
export type Fact = FactOf<FactKind>;
type ValueOf<K extends FactKind> = NonNullable<ReturnType<Types[K]['parse']>>;
/** A value with the fact it is a value of. */
export type KnownValue<K extends FactKind = FactKind> = {
  [P in K]: { type: P; fact: FactOf<P>; value: ValueOf<P> };
}[K];
/** A value given for a fact: one of its type, or "unknown". */
export type FactValue = KnownValue | { type: 'unknown' };

const byKind: { [K in FactKind]: FactType<FactOf<K>, ValueOf<K>> } = types;

/** A fact that customers can be asked for. */
type AskedFact = Extract<Fact, { question: string }>;

/** The types of facts that customers can be asked for. */
export const askedKinds = Object.values(types)
  .map(({ schema }) => schema.shape.type.value)
  .filter((kind): kind is AskedFact['type'] => 'question' in types[kind].schema.shape);

/** True for a fact that customers can be asked for. */
export function isAsked(fact: Fact | undefined): fact is AskedFact {
  return fact !== undefined && 'question' in fact;
}

/** True if "I don't know" is an answer to the fact: a value of its own, or its default. */
export function canBeUnknown(fact: Fact): boolean {
  return isUnknownOfItsOwn(fact) || ('default' in fact && fact.default !== undefined);
}

/** True if "unknown" is a value that conditions can test. */
function isUnknownOfItsOwn(fact: Fact): boolean {
  return 'unknown' in fact && fact.unknown;
}

/** The typed value behind a JSON value; `undefined` where it is none of the fact's. */
export function parseValue(fact: Fact, wire: unknown): FactValue | undefined {
  return wire === UNKNOWN && canBeUnknown(fact) ? { type: 'unknown' } : parseKnown(fact, wire);
}

/** The same for a value that is not "unknown". */
export function parseKnown<K extends FactKind>(fact: FactOf<K>, wire: unknown): KnownValue<K> | undefined {
  const value = byKind[fact.type].parse(fact, wire);
  return value === undefined ? undefined : { type: fact.type, fact, value };
}

/** The form of a value of the fact, in words that go on after "must be". */
export function expectationOf<K extends FactKind>(fact: FactOf<K>): string {
  return `${byKind[fact.type].expectation(fact)}${canBeUnknown(fact) ? ' or "unknown"' : ''}`;
}

/** The present before which the value has to lie and does not; `undefined` where it may be. */
export function lateFor<K extends FactKind>({ type, fact, value }: KnownValue<K>, clock: Clock): string | undefined {
  return byKind[type].lateFor(fact, value, clock);
}

/** The values that a condition can test; empty where it can test none. */
export function testableValues<K extends FactKind>(fact: FactOf<K>): VariableValue[] {
  const values = byKind[fact.type].testable(fact);
  return values.length && isUnknownOfItsOwn(fact) ? [...values, UNKNOWN] : values;
}

/** The values of a number or amount that a condition can compare; `undefined` for all others. */
export function scaleOf<K extends FactKind>(fact: FactOf<K>): Scale | undefined {
  return byKind[fact.type].scale?.(fact);
}

/** The steps of its scale that a number or amount may be. */
export function spanOf<K extends FactKind>({ type, fact, value }: KnownValue<K>): Span | undefined {
  return byKind[type].span?.(fact, value);
}

/** True if a condition can test the fact. */
export function isTestable(fact: Fact): boolean {
  return testableValues(fact).length > 0 || scaleOf(fact) !== undefined;
}

/** The dimensions of a policy's space that belong to the fact, as its conditions test it. */
export function variablesOfFact<K extends FactKind>(id: string, fact: FactOf<K>, usage: Usage): Variable[] {
  return byKind[fact.type].variables(id, fact, usage);
}

/** The place of a value among those of one of its fact's variables; -1 where it has none. */
export function indexIn(variable: Variable, given: FactValue): number {
  const { values, unknownAs = UNKNOWN } = variable;
  return given.type === 'unknown' ? values.indexOf(unknownAs) : indexOfKnown(variable, given);
}

function indexOfKnown<K extends FactKind>(variable: Variable, { type, value, fact }: KnownValue<K>): number {
  return byKind[type].indexIn(variable, value, fact);
}

/** True where an order or a warranty card tells facts of this type. */
export function isOnPapers(kind: FactKind): boolean {
  return byKind[kind].isOnPapers;
}

/** The other values that could have been instead of one, as far as it may be revealed. */
export function otherValues<K extends FactKind>(fact: FactOf<K>, wire: unknown, revealed: Revealed): Others {
  const type = byKind[fact.type];
  return type.others(fact, type.parse(fact, wire), revealed);
}

/** The paths of the likelihoods of the fact's values; `undefined` for types that have none. */
export function likelihoodPaths<K extends FactKind>(fact: FactOf<K>): LikelihoodPaths | undefined {
  return byKind[fact.type].likelihoods?.(fact);
}

/** The names under which what is given counts among past customers. */
export function countedAs(given: FactValue): string[] {
  return given.type === 'unknown' ? [UNKNOWN] : namesOf(given);
}

function namesOf<K extends FactKind>({ type, value }: KnownValue<K>): string[] {
  return byKind[type].countedAs(value);
}
