import { addDays, type IsoDate, type Moment } from '../calendar.ts';
import type { Policy } from '../engine/compile.ts';
import { decide } from '../engine/decide.ts';
import type { Facts } from '../engine/facts.ts';
import { UNKNOWN } from '../engine/variables.ts';
import type { Fact, Resolution } from '../format/schema.ts';
import { isRevealed } from './reveal.ts';

/** A fact given, and what in its place alone would have led elsewhere. */
export interface Decisive {
  fact: string;
  label: string;
  value: unknown;
  /** With `orMore`, all later days or higher numbers lead there too. */
  instead: { value: unknown; orMore?: true; resolution: Resolution }[];
}

/** How far back a day is looked for, in days: the longest warranty a policy can name. */
const furthest = 19_000;

/**
 * The single facts that a refusal turned on: another value of just that one leads to another resolution. Only facts and
 * values that the policy marks as safe to reveal are looked at, so that nobody is taught what to say.
 */
export function decisiveFacts(policy: Policy, facts: Facts, at: Moment): Decisive[] {
  const refusal = resolutionOf(policy, facts, at);
  if (refusal !== 'not-eligible') return [];
  return Object.entries(facts).flatMap(([id, value]) => {
    const fact = policy.file.facts[id];
    if (!fact) return [];
    const leads = (other: unknown): Resolution | undefined => {
      const resolution = resolutionOf(policy, { ...facts, [id]: other }, at);
      return resolution === refusal ? undefined : resolution;
    };
    const instead = insteadOf(fact, value, at.today, leads);
    return instead.length ? [{ fact: id, label: fact.label, value, instead }] : [];
  });
}

function resolutionOf(policy: Policy, facts: Facts, at: Moment): Resolution | undefined {
  const verdict = decide(policy, facts, at);
  return verdict.kind === 'decision' ? verdict.decision.resolution : undefined;
}

function insteadOf(
  fact: Fact,
  given: unknown,
  today: IsoDate,
  leads: (other: unknown) => Resolution | undefined,
): Decisive['instead'] {
  const among = (values: unknown[]): Decisive['instead'] =>
    values.flatMap((value) => {
      const resolution = leads(value);
      return resolution ? [{ value, resolution }] : [];
    });
  switch (fact.type) {
    case 'choice':
      return among(Object.keys(fact.values).filter((value) => value !== given && isRevealed(fact, value)));
    case 'yes-no':
      return isRevealed(fact) ? among([true, false].filter((value) => value !== given)) : [];
    case 'set': {
      const kept = (given as string[]).filter((member) => !isRevealed(fact, member));
      return kept.length < (given as string[]).length ? among([kept]) : [];
    }
    case 'date': {
      if (!isRevealed(fact) || given === UNKNOWN || (given as IsoDate) >= today) return [];
      return least(0, furthest, (step) => addDays(today, step - furthest), given as IsoDate, leads);
    }
    case 'months':
      if (!isRevealed(fact) || given === UNKNOWN) return [];
      return least(0, fact.max, (months) => months, given as number, leads);
    default:
      return [];
  }
}

/** The least value above the given one that leads elsewhere, if the highest does; between them it turns once. */
function least<T extends string | number>(
  low: number,
  high: number,
  valueAt: (step: number) => T,
  given: T,
  leads: (value: T) => Resolution | undefined,
): Decisive['instead'] {
  if (!leads(valueAt(high))) return [];
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (valueAt(middle) > given && leads(valueAt(middle))) yes = middle;
    else no = middle;
  }
  const value = valueAt(yes);
  const resolution = leads(value);
  return resolution ? [{ value, orMore: true, resolution }] : [];
}
