import { decide, type Verdict } from '../../../src/policy/engine/decide.ts';
import type { Decision } from '../../../src/policy/engine/decision.ts';
import type { Policy } from '../../../src/policy/format/load.ts';
import { oneOf, type Rng, rngOf } from '../../random.ts';
import { plusDays } from '../calendar.ts';

type WireFacts = Record<string, unknown>;

/** For each fact of a parcel shop values that stand for all others on that day: every period on both sides of every boundary. */
export function parcelValuesOn(today: string): Record<string, unknown[]> {
  const ago = (days: number[]) => ['unknown', ...days.map((count) => plusDays(today, -count))];
  return {
    reason: ['changed-mind', 'does-not-fit', 'faulty', 'damaged-on-arrival', 'not-arrived', 'other'],
    delivery: ['in-preparation', 'packed', 'shipped', 'received'],
    goods: ['clothing', 'equipment', 'electronics', 'hygiene', 'made-to-order'],
    tier: ['standard', 'gold'],
    discounted: [true, false, 'unknown'],
    condition: [[], ['worn'], ['worn', 'incomplete']],
    receivedOn: [...ago([0, 2, 7, 14, 21, 30, 60, 61]), `${plusDays(today, -1)}T08:00:00Z`],
    purchasedOn: ago([30, 800]),
    shippedOn: ago([1, 40]),
    noticedOn: ago([1, 14, 15, 40]),
  };
}

/** How partial facts of a shop stray from what all their completions say. */
export interface Strays {
  /** Decided, though a later fact can change it. */
  early: string[];
  /** Waited with, though no fact can change anything. */
  late: string[];
  /** The resolutions that were met. */
  resolutions: Set<string>;
}

/** Holds a policy, on partial facts, to all that they can be completed to; `fourths` are the facts varied beside three. */
export function strays(
  policy: Policy,
  moment: { today: string; now?: string | undefined },
  values: Record<string, unknown[]>,
  fourths: readonly string[],
): Strays {
  const read: Reader = (facts) => decide(policy, facts, moment);
  const rng = rngOf(21);
  const found: Strays = { early: [], late: [], resolutions: new Set() };
  for (const fourth of fourths) {
    const slice = sliceOf(fourth, rng, values);
    const completionsOf = completer(slice, values, read);
    for (const facts of partialCases(slice, values)) {
      const verdict = read(facts);
      const completions = completionsOf(facts);
      if (verdict.kind === 'decision') {
        found.resolutions.add(verdict.decision.resolution);
        if (!completions.every((one) => keeps(verdict.decision, one))) found.early.push(JSON.stringify(facts));
      }
      if (verdict.kind === 'undecided' && agree(completions)) found.late.push(JSON.stringify(facts));
      if (verdict.kind === 'error' && completions.length > 0) found.early.push(JSON.stringify(facts));
    }
  }
  return found;
}

/** What one customer could also be: these facts may have any value or be absent, all others are as in `base`. */
interface Slice {
  base: WireFacts;
  varied: string[];
}

/** Of a case drawn at random three facts and a fourth are varied. */
function sliceOf(fourth: string, rng: Rng, values: Record<string, unknown[]>): Slice {
  const base = Object.fromEntries(Object.entries(values).map(([fact, list]) => [fact, oneOf(rng, list)]));
  return { base: { ...base, delivery: 'received' }, varied: ['reason', 'goods', 'receivedOn', fourth] };
}

/** Every case of a slice, each varied fact known or not. */
function partialCases({ base, varied }: Slice, values: Record<string, unknown[]>): WireFacts[] {
  const known = Object.fromEntries(Object.entries(base).filter(([fact]) => !varied.includes(fact)));
  return varied.reduce<WireFacts[]>(
    (cases, fact) =>
      cases.flatMap((facts) => [facts, ...(values[fact] ?? []).map((value) => ({ ...facts, [fact]: value }))]),
    [known],
  );
}

const absent = Symbol('absent');

function keyOf(facts: WireFacts, varied: string[]): string {
  return JSON.stringify(varied.map((fact) => facts[fact] ?? null));
}

/** Finds the different decisions of all legal completions; none where no completion is legal. */
function completer({ varied }: Slice, values: Record<string, unknown[]>, read: Reader) {
  const found = new Map<string, Decision[]>();
  const visit = (known: WireFacts): Decision[] => {
    const key = keyOf(known, varied);
    const remembered = found.get(key);
    if (remembered) return remembered;
    const open = varied.find((fact) => (known[fact] ?? absent) === absent);
    const verdict = open === undefined ? read(known) : undefined;
    const own = verdict?.kind === 'decision' ? [verdict.decision] : [];
    const below =
      open === undefined ? own : (values[open] ?? []).flatMap((value) => visit({ ...known, [open]: value }));
    const distinct = [...new Map(below.map((decision) => [JSON.stringify(decision), decision])).values()];
    found.set(key, distinct);
    return distinct;
  };
  return visit;
}

type Reader = (facts: WireFacts) => Verdict;

/** What of a decision a later fact may not change; a refusal may gain clauses and terms. */
export function keeps(earlier: Decision, later: Decision): boolean {
  const { clauses, terms, alternatives: _, review: __, ...rest } = earlier;
  const { clauses: laterClauses, terms: laterTerms, alternatives: ___, review: ____, ...laterRest } = later;
  if (JSON.stringify(rest) !== JSON.stringify(laterRest)) return false;
  if (earlier.resolution === 'not-eligible')
    return [...clauses].every((id) => laterClauses.includes(id)) && terms.every((id) => laterTerms.includes(id));
  return String(clauses) === String(laterClauses) && String(terms) === String(laterTerms);
}

/** True if these decisions say the same, as far as a partial one has to. */
export function agree(decisions: Decision[]): boolean {
  const [first] = decisions;
  if (!first) return false;
  if (decisions.every((one) => one.resolution === 'not-eligible'))
    return first.clauses.some((clause) => decisions.every(({ clauses }) => clauses.includes(clause)));
  return decisions.every((one) => keeps(first, one));
}
