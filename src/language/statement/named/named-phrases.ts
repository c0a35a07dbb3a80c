import damage from '../en/named/damage.json' with { type: 'json' };
import faults from '../en/named/faults.json' with { type: 'json' };
import reasons from '../en/named/reasons.json' with { type: 'json' };
import services from '../en/named/services.json' with { type: 'json' };
import things from '../en/named/things.json' with { type: 'json' };
import whereabouts from '../en/named/whereabouts.json' with { type: 'json' };
import { nounPhrases } from './nouns.ts';

const PHRASES: Readonly<Record<string, readonly string[]>> = {
  ...things,
  ...faults,
  ...reasons,
  ...damage,
  ...services,
  ...whereabouts,
};

/**
 * Names whose phrases state nothing but let one conclude a value: what was opened or worn has been received; what is late
 * is the matter, if nothing else is.
 */
const IMPLYING = new Set(['in-use', 'overdue']);

/** True if a value may only be concluded from the phrases of a name, where nothing states another one. */
export function isImplying(name: string): boolean {
  return IMPLYING.has(name);
}

/**
 * The ways to say what a name stands for, such as `electronics` or `not-working`, as phrases of a policy would be
 * written, other names among them; none if there is no such name.
 */
export function namedPhrases(name: string): readonly string[] {
  return Object.hasOwn(PHRASES, name) ? (PHRASES[name] ?? []) : nounPhrases(name);
}
