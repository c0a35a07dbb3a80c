import { dayOf } from '../../calendar.ts';
import type { Decision } from '../../engine/decision.ts';
import { decideWithDefaults } from '../../engine/defaults.ts';
import type { Policy } from '../../engine/diagram/compile.ts';
import type { OptionOffer } from '../../engine/options.ts';
import { isTree } from '../../format/parts/tree.ts';
import type { Example } from '../../format/schema.ts';
import type { Finding, Witness } from '../finding.ts';

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
  return `${key} is ${JSON.stringify(given(decision, key, example.gives[key])) ?? 'absent'}, not ${JSON.stringify(example.gives[key])}`;
}

/** The key of an example that does not say what the policy decides; `undefined` where none does. */
export function wrongKey(policy: Policy, example: Example): string | undefined {
  const { facts, ...at } = witnessOf(policy, example);
  const verdict = decideWithDefaults(policy, facts, at);
  return verdict.kind === 'decision' ? differing(verdict.decision, example) : undefined;
}

function differing(decision: Decision, { gives }: Example): string | undefined {
  return Object.keys(gives).find((key) => comparable(given(decision, key, gives[key])) !== comparable(gives[key]));
}

/** What a decision says under a key of an example; of each option its id, or what the example says of it. */
function given(decision: Decision, key: string, wanted: unknown): unknown {
  return key === 'options' ? decision.options?.map((option) => asShown(option, wanted)) : Reflect.get(decision, key);
}

function asShown(option: OptionOffer, wanted: unknown): unknown {
  const shown = [wanted].flat().find((one) => isTree(one) && one.id === option.id);
  return isTree(shown)
    ? Object.fromEntries(Object.keys(shown).map((key) => [key, Reflect.get(option, key)]))
    : option.id;
}

/** Lists are sets; an absent list is an empty one. */
function comparable(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(comparable).toSorted());
  return value === undefined ? '[]' : JSON.stringify(value);
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
