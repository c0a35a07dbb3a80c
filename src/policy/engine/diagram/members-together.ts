import { testsWithin } from '../../format/condition-schema.ts';
import type { Citation, PolicyFile } from '../../format/schema.ts';

/** A citation of a clause where one member of a set is named, and nothing else is asked. */
interface OfMember {
  set: string;
  member: string;
  clause: string;
}

/**
 * The policy with the clause of each member of a set beside it where lists of citations name every member with its own
 * clause, one by one: they mean the same as `eachOf`, and the members need not be told apart.
 */
export function withMemberClauses(file: PolicyFile): PolicyFile {
  const facts = Object.entries(file.facts).map(([id, fact]) => {
    if (fact.type !== 'set') return [id, fact] as const;
    const clauses = memberClausesOf(file, id);
    if (!clauses) return [id, fact] as const;
    const values = Object.entries(fact.values).map(([member, value]) => [
      member,
      { ...value, clause: clauses.get(member) },
    ]);
    return [id, { ...fact, values: Object.fromEntries(values) }] as const;
  });
  return { ...file, facts: Object.fromEntries(facts) };
}

/** The citations of a list, with `eachOf` in the place of those that name every member of a set one by one. */
export function membersTogether(file: PolicyFile, citations: readonly Citation[]): Citation[] {
  const ofMembers = citations.map((citation) => ofMemberIn(file, citation));
  const whole = new Set(ofMembers.flatMap((one) => (one && isWhole(file, one.set, ofMembers) ? [one.set] : [])));
  const rest = citations.filter((_, at) => !whole.has(ofMembers[at]?.set ?? ''));
  return [...rest, ...[...whole].map((set) => ({ eachOf: set }))];
}

/** The clauses that lists name the members by, if one does so for all, and all agree. */
function memberClausesOf(file: PolicyFile, set: string): ReadonlyMap<string, string> | undefined {
  const lists = [
    ...Object.values(file.citations),
    ...file.decisions.flatMap((row) => [row.clauses, row.anyOf ?? [], row.terms]),
  ].map((list) => list.map((citation) => ofMemberIn(file, citation)));
  const found = new Map<string, string>();
  for (const one of lists.filter((list) => hasAll(file, set, list)).flat()) {
    if (one?.set !== set) continue;
    if ((found.get(one.member) ?? one.clause) !== one.clause) return undefined;
    found.set(one.member, one.clause);
  }
  return found.size > 0 ? found : undefined;
}

/** True if the list names every member once, by the clause that stands beside it. */
function isWhole(file: PolicyFile, set: string, list: readonly (OfMember | undefined)[]): boolean {
  const fact = file.facts[set];
  if (fact?.type !== 'set' || !hasAll(file, set, list)) return false;
  return list.every((one) => one?.set !== set || fact.values[one.member]?.clause === one.clause);
}

function hasAll(file: PolicyFile, set: string, list: readonly (OfMember | undefined)[]): boolean {
  const fact = file.facts[set];
  const named = list.flatMap((one) => (one?.set === set ? [one.member] : []));
  return fact?.type === 'set' && named.length > 1 && new Set(named).size === named.length
    ? named.length === Object.keys(fact.values).length
    : false;
}

function ofMemberIn(file: PolicyFile, citation: Citation): OfMember | undefined {
  if (typeof citation === 'string' || !('clause' in citation) || !citation.when) return undefined;
  const { any, all, not, is } = citation.when;
  const tests = testsWithin(citation.when);
  const [[set, values] = ['', []]] = tests;
  const [member] = values;
  if (any || all || not || is || tests.length !== 1 || values.length !== 1 || typeof member !== 'string')
    return undefined;
  const fact = file.facts[set];
  return fact?.type === 'set' && Object.hasOwn(fact.values, member)
    ? { set, member, clause: citation.clause }
    : undefined;
}
