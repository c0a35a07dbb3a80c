import { FALSE } from '../../engine/diagram/diagram.ts';
import type { DecisionRow } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';
import { type Row, whereCited } from '../rows.ts';
import type { Space } from '../space.ts';

/** What only somebody has who gets something. */
const granted = ['fee', 'deadline', 'sendBy', 'refundAs'] as const satisfies (keyof DecisionRow)[];

/** Refusals that name no clause, and refusals with what only a grant has. */
export function refusalFindings(space: Space, rows: Row[]): Finding[] {
  return rows
    .filter(({ row, decides }) => row.resolution === 'not-eligible' && decides !== FALSE)
    .flatMap((refusal) => [...unexplained(space, refusal), ...withMore(space, refusal)]);
}

function unexplained(space: Space, { index, row, decides }: Row): Finding[] {
  const cited = space.anyOf([...row.clauses, ...(row.anyOf ?? [])].map((citation) => whereCited(space, citation)));
  const witness = space.witness(space.without(decides, cited));
  if (!witness) return [];
  const message = `"${row.id}" refuses without naming a clause; every no names its reason`;
  return [{ severity: 'error', code: 'unexplained-refusal', path: ['decisions', index], message, witness }];
}

function withMore(space: Space, { index, row, decides }: Row): Finding[] {
  const witness = space.witness(decides);
  return granted
    .filter((key) => row[key] !== undefined)
    .map((key): Finding => {
      const message = `"${row.id}" refuses, so it cannot have "${key}"`;
      const path = ['decisions', index, key];
      return { severity: 'error', code: 'unexplained-refusal', path, message, ...(witness && { witness }) };
    });
}
