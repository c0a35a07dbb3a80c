import { dayOf } from '../../calendar.ts';
import type { Decision } from '../../engine/decision.ts';
import { decideWithDefaults } from '../../engine/defaults.ts';
import type { Policy } from '../../engine/diagram/compile.ts';
import type { OptionOffer } from '../../engine/options.ts';
import { isTree } from '../../format/parts/tree.ts';
import type { Example } from '../../format/schema.ts';
import type { Finding, Witness } from '../finding.ts';
import { bearsOut } from './borne-out.ts';

/** Clauses without an example on either side, and examples that the policy does not bear out. */
export function exampleFindings(policy: Policy): Finding[] {
  return Object.entries(policy.file.clauses).flatMap(([clause, { examples }]) =>
    (['in', 'out'] as const).flatMap((side) => {
      const path = ['clauses', clause, 'examples', side];
      if (examples[side].length === 0) return [missing(clause, side)];
      return examples[side].flatMap((example, at) => {
        const wrong = contradiction(policy, clause, side, example);
        return wrong === undefined ? [] : [failing([...path, at], wrong, witnessOf(policy, example))];
      });
    }),
  );
}

/** The mistake in an example, in words; `undefined` if the policy bears it out. */
export function contradiction(
  policy: Policy,
  clause: string,
  side: 'in' | 'out',
  example: Example,
): string | undefined {
  const { facts, ...at } = witnessOf(policy, example);
  const verdict = decideWithDefaults(policy, facts, at);
  if (verdict.kind === 'error') return `these facts are refused: ${verdict.error.message}`;
  if (verdict.kind === 'undecided') return `these facts decide nothing yet; missing ${verdict.missing.join(', ')}`;
  const { decision } = verdict;
  const ofOptions = decision.options?.flatMap(({ terms }) => terms) ?? [];
  const cites = [...decision.clauses, ...decision.terms, ...ofOptions].includes(clause);
  if (cites !== (side === 'in'))
    return `the decision, ${decision.resolution}, ${cites ? 'cites' : 'does not cite'} "${clause}"`;
  const key = differing(decision, example);
  if (key === undefined) return undefined;
  const shown = example.gives[key];
  return `${key} is ${JSON.stringify(given(decision, key, shown)) ?? 'absent'}, not ${JSON.stringify(shown)}`;
}

/** The key of an example that does not say what the policy decides; `undefined` where none does. */
export function wrongKey(policy: Policy, example: Example): string | undefined {
  const { facts, ...at } = witnessOf(policy, example);
  const verdict = decideWithDefaults(policy, facts, at);
  return verdict.kind === 'decision' ? differing(verdict.decision, example) : undefined;
}

function differing(decision: Decision, { gives }: Example): string | undefined {
  return Object.keys(gives).find((key) => {
    const said = given(decision, key, gives[key]);
    return !bearsOut(said, gives[key]) || (key === 'options' && !namesAll(said, gives[key]));
  });
}

/** What a decision says under a key of an example; of each option its id, unless the example says more of it. */
function given({ options, ...decision }: Decision, key: string, shown: unknown): unknown {
  if (key !== 'options') return Reflect.get(decision, key);
  if (Array.isArray(shown)) return options?.map((option) => asShown(option, shown));
  return Object.fromEntries((options ?? []).map(({ id, ...terms }) => [id, terms]));
}

/** True if an example that says the terms of options leaves none of them out. */
function namesAll(said: unknown, shown: unknown): boolean {
  return Array.isArray(shown) || String(Object.keys(said ?? {}).sort()) === String(Object.keys(shown ?? {}).sort());
}

function asShown(option: OptionOffer, wanted: readonly unknown[]): unknown {
  const shown = wanted.find((one) => isTree(one) && one.id === option.id);
  return isTree(shown)
    ? Object.fromEntries(Object.keys(shown).map((key) => [key, Reflect.get(option, key)]))
    : option.id;
}

/** The customer of an example, at the moment it plays at. */
export function witnessOf({ file }: Policy, { facts, today, now }: Example): Witness {
  const day = now === undefined ? (today ?? file.version) : dayOf(now, file.timeZone);
  return { today: day, ...(now !== undefined && { now }), facts };
}

function missing(clause: string, side: 'in' | 'out'): Finding {
  const wanted = side === 'in' ? 'whose decision cites it' : 'whose decision does not cite it';
  const message = `"${clause}" needs an example of a customer ${wanted}`;
  return { severity: 'warning', code: 'missing-example', path: ['clauses', clause, 'examples', side], message };
}

function failing(path: PropertyKey[], message: string, witness: Witness): Finding {
  return { severity: 'error', code: 'failing-example', path, message, witness };
}
