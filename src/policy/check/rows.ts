import { FALSE, type Node, TRUE } from '../engine/diagram/diagram.ts';
import type { Citation, DecisionRow } from '../format/schema.ts';
import type { Space } from './space.ts';

/** A row of the table with the customers it concerns. */
export interface Row {
  index: number;
  row: DecisionRow;
  /** The legal customers whom its conditions fit. */
  matches: Node;
  /** Those of them whom no earlier row takes. */
  decides: Node;
}

export function rowsOf(space: Space): Row[] {
  let taken: Node = FALSE;
  return space.policy.file.decisions.map((row, index) => {
    const cited = row.anyOf ? space.anyOf(row.anyOf.map((citation) => whereCited(space, citation))) : TRUE;
    const matches = space.and(space.legal, space.where(row.when), cited);
    const decides = space.without(matches, taken);
    taken = space.anyOf([taken, matches]);
    return { index, row, matches, decides };
  });
}

/** The set in which a citation names at least one clause. */
export function whereCited(space: Space, citation: Citation): Node {
  if (typeof citation === 'string') return TRUE;
  if ('clause' in citation) return space.where(citation.when ?? {});
  if ('eachOf' in citation) return space.where({ [citation.eachOf]: 'any' });
  const list = space.policy.file.citations[citation.citations] ?? [];
  return space.anyOf(list.map((inner) => whereCited(space, inner)));
}
