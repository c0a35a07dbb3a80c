import { FALSE } from '../../engine/diagram/diagram.ts';
import { kindOf, ownOutcome } from '../../format/outcome-schema.ts';
import type { Finding } from '../finding.ts';
import { type Row, whereCited } from '../rows.ts';
import type { Space } from '../space.ts';

/** Outcomes of the shop's own that nobody gets, and refusals among them that name no clause to somebody. */
export function outcomeFindings(space: Space, rows: Row[]): Finding[] {
  const { file } = space.policy;
  const decided = new Set(
    file.decisions.flatMap(({ resolution, alternatives, choose = {} }) => [
      resolution,
      ...[...alternatives, ...Object.values(choose)].map((one) => one.resolution),
    ]),
  );
  const dead = Object.keys(file.outcomes).flatMap((id): Finding[] =>
    decided.has(id)
      ? []
      : [{ severity: 'warning', code: 'dead-outcome', path: ['outcomes', id], message: `no row decides "${id}"` }],
  );
  return [...dead, ...rows.flatMap((row) => unnamedRefusal(space, row))];
}

function unnamedRefusal(space: Space, { index, row, decides }: Row): Finding[] {
  const { file } = space.policy;
  if (!ownOutcome(file, row.resolution) || kindOf(file, row.resolution) !== 'refuses') return [];
  const cited = space.anyOf([...row.clauses, ...(row.anyOf ?? [])].map((citation) => whereCited(space, citation)));
  const left = space.without(decides, cited);
  if (left === FALSE) return [];
  const witness = space.witness(left);
  const message = `"${row.id}" refuses without naming a clause; cite one for every customer`;
  const path = ['decisions', index, 'clauses'];
  return [{ severity: 'error', code: 'unnamed-refusal', path, message, ...(witness && { witness }) }];
}
