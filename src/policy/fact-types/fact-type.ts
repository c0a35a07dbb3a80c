import type { z } from 'zod';
import type { Clock, IsoDate } from '../calendar.ts';
import type { Variable, VariableValue } from '../engine/diagram/variable.ts';
import type { Scale, Span } from './measured/scale.ts';

/**
 * All that the policy layer knows of one type of facts. `F`: such a fact in a policy file; `V`: a value of it, typed.
 */
export interface FactType<F, V> {
  /** The keys of such a fact in a policy file. */
  schema: z.ZodType<F>;
  /** The value behind a JSON value; `undefined` where that is no value of the fact. "unknown" never comes here. */
  parse(fact: F, wire: unknown): V | undefined;
  /** The form of a value of the fact, in words that go on after "must be". */
  expectation(fact: F): string;
  /** The present before which a value has to lie and does not; `undefined` where it may be. */
  lateFor(fact: F, value: V, clock: Clock): string | undefined;
  /** The values that a condition can test, without "unknown"; empty where it can test none. */
  testable(fact: F): VariableValue[];
  /** The values that a condition can compare, and those that a value on the wire stands for; for numbers and amounts. */
  scale?(fact: F): Scale;
  span?(fact: F, value: V): Span | undefined;
  /** The dimensions of a policy's space that belong to the fact. */
  variables(id: string, fact: F, usage: Usage): Variable[];
  /** The place of a value among those of one of these variables; -1 where it has none. */
  indexIn(variable: Variable, value: V, fact: F): number;
  /** True where an order or a warranty card tells the fact, so that nobody gains by misstating it. */
  isOnPapers: boolean;
  /** The other values that could have been instead of one (`undefined`: of "unknown"), as far as it may be revealed. */
  others(fact: F, given: V | undefined, revealed: Revealed): Others;
  /** The paths of the likelihoods of its values, within the fact. */
  likelihoods: ((fact: F) => LikelihoodPaths) | undefined;
  /** The names under which a value counts among those of past customers. */
  countedAs(value: V): string[];
}

/** The ways in which the conditions of a policy test a fact. */
export interface Usage {
  /** True for the members of a set that conditions name. */
  standsAlone(member: string): boolean;
  /** All that conditions ask of the fact; empty where none tests it. */
  tests(): readonly unknown[];
}

/** The facts and values that a customer who was refused may be told, and the day of it. */
export interface Revealed {
  today: IsoDate;
  /** For a number or amount: a value of each band, as JSON values. */
  samples: readonly unknown[];
  /** True if the fact, or this value of it, may be named. */
  isRevealed(value?: string): boolean;
}

/** Values to try one by one, or a scale of steps on which the decision turns once; as JSON values. */
export type Others =
  | { kind: 'each'; values: readonly unknown[] }
  | { kind: 'scale'; steps: number; valueAt(step: number): string | number; isAbove(step: number): boolean };

/** `shared`: the likelihoods of the values add up to a whole. `each`: every value is or is not so by itself. */
export interface LikelihoodPaths {
  kind: 'shared' | 'each';
  paths: { value: string; path: string[] }[];
}

/** Nothing that could have been instead. */
export const noOthers: Others = { kind: 'each', values: [] };

/** Shared by the types whose facts no condition tests: periods are reckoned from them, or a refund. */
export const untested = {
  testable: () => [],
  variables: () => [],
  indexIn: () => -1,
  likelihoods: undefined,
  countedAs: (value: unknown) => [String(value)],
};
