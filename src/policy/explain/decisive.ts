import type { Moment } from '../calendar.ts';
import { decide } from '../engine/decide.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import type { Others } from '../fact-types/fact-type.ts';
import { indexIn, otherValues, parseValue } from '../fact-types/fact-types.ts';
import { kindOf } from '../format/outcome-schema.ts';
import type { Resolution } from '../format/schema.ts';
import { isRevealed } from './reveal.ts';

/** A fact given, and what in its place alone would have led elsewhere. */
export interface Decisive {
  fact: string;
  label: string;
  value: unknown;
  /** With `orMore`, all later days or higher numbers lead there too. */
  instead: { value: unknown; orMore?: true; resolution: Resolution }[];
}

/**
 * The single facts that a refusal turned on: another value of just that one leads to another resolution. Only facts and
 * values that the policy marks as safe to reveal are looked at, so that nobody is taught what to say.
 */
export function decisiveFacts(policy: Policy, facts: Facts, at: Moment): Decisive[] {
  const refusal = resolutionOf(policy, facts, at);
  if (refusal === undefined || kindOf(policy.file, refusal) !== 'refuses') return [];
  return Object.entries(facts).flatMap(([id, value]) => {
    const fact = policy.file.facts[id];
    if (!fact) return [];
    const leads = (other: unknown): Resolution | undefined => {
      const resolution = resolutionOf(policy, { ...facts, [id]: other }, at);
      return resolution === refusal ? undefined : resolution;
    };
    const samples = samplesOf(policy, id, value);
    const others = otherValues(fact, value, { today: at.today, samples, isRevealed: (one) => isRevealed(fact, one) });
    const instead = insteadOf(others, leads);
    return instead.length ? [{ fact: id, label: fact.label, value, instead }] : [];
  });
}

/** A value of each band of a number or amount but the one that the given value lies in. */
function samplesOf({ variables, file }: Policy, id: string, given: unknown): readonly unknown[] {
  const variable = variables.find(({ fact }) => fact === id);
  const fact = file.facts[id];
  const parsed = fact && parseValue(fact, given);
  if (!variable?.samples || !parsed) return [];
  const own = indexIn(variable, parsed);
  return variable.samples.filter((sample, at) => at !== own && sample !== UNKNOWN);
}

function resolutionOf(policy: Policy, facts: Facts, at: Moment): Resolution | undefined {
  const verdict = decide(policy, facts, at);
  return verdict.kind === 'decision' ? verdict.decision.resolution : undefined;
}

function insteadOf(others: Others, leads: (other: unknown) => Resolution | undefined): Decisive['instead'] {
  if (others.kind === 'scale') return leastOf(others, leads);
  return others.values.flatMap((value) => {
    const resolution = leads(value);
    return resolution ? [{ value, resolution }] : [];
  });
}

/** The least value above the given one that leads elsewhere, if the highest does; between them it turns once. */
function leastOf(
  { steps, valueAt, isAbove }: Extract<Others, { kind: 'scale' }>,
  leads: (value: unknown) => Resolution | undefined,
): Decisive['instead'] {
  if (!leads(valueAt(steps))) return [];
  let [no, yes] = [0, steps];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (isAbove(middle) && leads(valueAt(middle))) yes = middle;
    else no = middle;
  }
  const value = valueAt(yes);
  const resolution = leads(value);
  return resolution ? [{ value, orMore: true, resolution }] : [];
}
