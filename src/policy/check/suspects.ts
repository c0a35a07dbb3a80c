import { factsThatDecide } from '../engine/defaults.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import { entailed } from '../engine/entailment.ts';
import { readFacts } from '../engine/facts.ts';
import { declaredId } from '../format/period-schema.ts';
import type { Example } from '../format/schema.ts';
import type { Finding, Suspect } from './finding.ts';
import { contradiction, witnessOf, wrongKey } from './findings/examples.ts';
import { boundariesIn, withPeriod } from './shown/boundaries.ts';
import type { Told } from './shown/customers.ts';

/** The findings, with the rules that may be to blame beside each failing example and each customer without a decision. */
export function withSuspects(policy: Policy, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const suspects = suspectsOf(policy, finding);
    return suspects.length > 0 ? { ...finding, suspects } : finding;
  });
}

function suspectsOf(policy: Policy, finding: Finding): Suspect[] {
  if (finding.code === 'gap') return nearlyFitting(policy, finding);
  const told = finding.code === 'failing-example' ? toldAt(policy, finding.path) : undefined;
  if (!told) return finding.suspects ?? [];
  const moved = movedBoundaries(policy, told);
  const key = wrongKey(policy, told.example);
  const own = key === undefined ? [] : [{ path: [...finding.path, 'gives', key], mend: 'this is what it says' }];
  return [...(moved.length > 0 ? moved : decidingRow(policy, told.example)), ...own];
}

function toldAt({ file }: Policy, [, clause, , side, at]: PropertyKey[]): Told | undefined {
  if (side !== 'in' && side !== 'out') return undefined;
  const example = file.clauses[String(clause)]?.examples[side][Number(at)];
  return example && { clause: String(clause), side, example };
}

/** The boundaries that would bear an example out if they were moved by one. */
function movedBoundaries(policy: Policy, { clause, side, example }: Told): Suspect[] {
  return boundariesIn(policy).flatMap((boundary) =>
    ([-1, 1] as const).flatMap((by) => {
      const shifted = withPeriod(policy, boundary.period, boundary.moved(by));
      if (contradiction(shifted, clause, side, example) !== undefined) return [];
      return [{ path: boundary.path, mend: `it would hold if this were one ${by < 0 ? 'less' : 'more'}` }];
    }),
  );
}

function decidingRow(policy: Policy, example: Example): Suspect[] {
  const { facts, today, now } = witnessOf(policy, example);
  const decisive = factsThatDecide(policy, facts, { today, now });
  const situation = readFacts(policy, decisive, today, now);
  return 'code' in situation ? [] : rowsAt(policy, situation.assignment, (id) => `"${id}" decides`);
}

/** The most rows that are named as fitting nearly. */
const MOST_ROWS = 3;

/** The rows that would decide a customer without a decision if one of the facts or periods were otherwise. */
function nearlyFitting(policy: Policy, { witness }: Finding): Suspect[] {
  const situation = witness && readFacts(policy, witness.facts, witness.today, witness.now);
  if (!situation || 'code' in situation) return [];
  const { assignment } = situation;
  // What nobody knows is what a row forgets most often.
  const unknownFirst = policy.variables
    .map(({ fact, values }, index) => ({ fact, values, index, isUnknown: values[assignment[index] ?? -1] === UNKNOWN }))
    .sort((a, b) => Number(b.isUnknown) - Number(a.isUnknown));
  const found = unknownFirst.flatMap(({ fact, values, index }) =>
    values.flatMap((value, at) =>
      at === assignment[index]
        ? []
        : rowsAt(policy, assignment.with(index, at), (id) => `"${id}" decides where ${declaredId(fact)} is ${value}`),
    ),
  );
  const firstOfRows = [...Map.groupBy(found, ({ path }) => path[1]).values()].flatMap(([first]) => first ?? []);
  return firstOfRows.slice(0, MOST_ROWS);
}

function rowsAt(policy: Policy, assignment: readonly number[], mend: (id: string) => string): Suspect[] {
  const answer = entailed(policy, assignment);
  if (answer.kind !== 'settled') return [];
  const rows = new Set(answer.outcomes.map(({ row }) => row.id));
  return policy.file.decisions.flatMap(({ id }, at) =>
    rows.has(id) ? [{ path: ['decisions', at], mend: mend(id) }] : [],
  );
}
