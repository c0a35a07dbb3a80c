import { GAP } from '../../engine/diagram/compile.ts';
import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import { outcomeOf } from '../../engine/entailment.ts';
import { entryAt } from '../../entry-at.ts';
import { feeStepsOf } from '../../format/fee-schema.ts';
import { refundPartsOf } from '../../format/refund-schema.ts';
import type { DecisionRow } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';
import { type Row, whereCited } from '../rows.ts';
import type { Space } from '../space.ts';

/** Customers without a decision, and rows or parts of rows that decide nothing. */
export function decisionFindings(space: Space, rows: Row[]): Finding[] {
  const conflicts = conflictsAmong(space, rows);
  return [
    ...gaps(space, rows),
    ...conflicts,
    ...rows.flatMap((row) => {
      if (row.decides !== FALSE) return deadParts(space, row);
      const inConflict = conflicts.some(({ path }) => path[1] === row.index);
      return inConflict ? [] : [idleRow(space, rows, row)];
    }),
  ];
}

function gaps(space: Space, rows: Row[]): Finding[] {
  const left = space.without(space.legal, space.anyOf(rows.map(({ matches }) => matches)));
  const witness = space.witness(left);
  if (!witness) return [];
  const count = space.count(left);
  const message = `${customers(count)} without a decision; add a row, human-review if nothing else`;
  return [{ severity: 'error', code: 'gap', path: ['decisions'], message, witness }];
}

/** A row that never decides: nobody fits it, or all who do are taken before. */
function idleRow(space: Space, rows: Row[], { index, row, matches }: Row): Finding {
  const path = ['decisions', index];
  if (matches === FALSE) {
    const witness = space.witnessOrOutlaw(space.where(row.when));
    const message = `"${row.id}" never decides: no legal customer fits its conditions`;
    return { severity: 'warning', code: 'dead-decision', path, message, ...(witness && { witness }) };
  }
  const before = rows.slice(0, index).filter(({ decides }) => space.and(decides, matches) !== FALSE);
  const names = before.map((earlier) => `"${earlier.row.id}"`).join(', ');
  const witness = space.witness(matches);
  const message = `"${row.id}" never decides: ${names} ${before.length > 1 ? 'take' : 'takes'} all its customers before`;
  return { severity: 'warning', code: 'shadowed-decision', path, message, ...(witness && { witness }) };
}

/** Citations, fees and alternatives of a row that none of its customers ever gets. */
function deadParts(space: Space, { index, row, decides }: Row): Finding[] {
  const citations = (['clauses', 'anyOf', 'terms'] as const).flatMap((list) =>
    (row[list] ?? []).flatMap((citation, at): Finding[] => {
      if (space.and(decides, whereCited(space, citation)) !== FALSE) return [];
      const path = ['decisions', index, list, at];
      const message = `"${row.id}" never cites ${JSON.stringify(citation)}`;
      return [{ severity: 'warning', code: 'dead-citation', path, message, ...shown(space, decides) }];
    }),
  );
  const alternatives = row.alternatives.flatMap(({ resolution, when, unless }, at): Finding[] => {
    const offered = space.without(space.where(when ?? {}), unless ? space.where(unless) : FALSE);
    if (space.and(decides, offered) !== FALSE) return [];
    const path = ['decisions', index, 'alternatives', at];
    const message = `"${row.id}" never offers ${resolution}`;
    return [{ severity: 'warning', code: 'dead-alternative', path, message, ...shown(space, decides) }];
  });
  return [
    ...citations,
    ...deadFees(space, index, row, decides),
    ...deadRefunds(space, index, row, decides),
    ...alternatives,
  ];
}

function deadFees(space: Space, index: number, { id, fee }: DecisionRow, decides: Node): Finding[] {
  let left = decides;
  return (fee ? feeStepsOf(fee) : []).flatMap(({ when }, at): Finding[] => {
    const holds = space.and(left, space.where(when ?? {}));
    left = space.without(left, holds);
    if (holds !== FALSE) return [];
    const path = ['decisions', index, 'fee', at];
    const message = `"${id}" never charges this fee`;
    return [{ severity: 'warning', code: 'dead-fee', path, message, ...shown(space, decides) }];
  });
}

function deadRefunds(space: Space, index: number, row: DecisionRow, decides: Node): Finding[] {
  return refundPartsOf(row).flatMap(({ when, part }, at): Finding[] => {
    if (space.and(decides, space.where(when)) !== FALSE) return [];
    const path = ['decisions', index, 'refund', 'parts', at];
    const message = `"${row.id}" never counts this ${part.part} in its refund`;
    return [{ severity: 'warning', code: 'dead-fee', path, message, ...shown(space, decides) }];
  });
}

function shown(space: Space, set: Node) {
  const witness = space.witness(set);
  return witness && { witness };
}

/** Rows whose order should not matter, and does; and rows that say two things under the same conditions. */
function conflictsAmong(space: Space, rows: Row[]): Finding[] {
  return rows.flatMap((later) =>
    rows.slice(0, later.index).flatMap((earlier): Finding[] => {
      const sameRank = earlier.row.rank !== undefined && earlier.row.rank === later.row.rank;
      const identical = earlier.matches === later.matches && earlier.matches !== FALSE;
      if (!sameRank && !identical) return [];
      const both = space.and(identical ? earlier.matches : earlier.decides, later.matches);
      const apart = both === FALSE ? FALSE : whereOrderMatters(space, earlier, later, both);
      const witness = space.witness(apart);
      if (!witness) return [];
      const why = identical ? 'have the same conditions' : `have the same rank, ${later.row.rank},`;
      const message = `"${earlier.row.id}" and "${later.row.id}" ${why} and decide differently for ${customers(space.count(apart))}`;
      return [{ severity: 'error', code: 'conflict', path: ['decisions', later.index], message, witness }];
    }),
  );
}

/** Those of a set, whom both rows fit, whom the two rows tell different things. */
function whereOrderMatters(space: Space, one: Row, other: Row, set: Node): Node {
  const { policy } = space;
  const sides = [one, other].map(({ index, row }) => ({
    outcome: entryAt(policy.rowOutcomes, index),
    offers: row.alternatives.map(({ resolution, when, unless }) => ({
      resolution,
      node: space.without(space.where(when ?? {}), unless ? space.where(unless) : FALSE),
    })),
  }));
  const operands = sides.flatMap(({ outcome, offers }) => [outcome, ...offers.map(({ node }) => node)]);
  return policy.diagram.apply(
    [set, ...operands],
    ([isIn, ...values]) => {
      let at = 0;
      const [a, b] = sides.map(({ offers }) => {
        const [id = GAP, ...on] = values.slice(at, at + 1 + offers.length);
        at += 1 + offers.length;
        const alternatives = offers.filter((_, i) => on[i] === 1).map(({ resolution }) => resolution);
        return `${outcomeOf(policy, id).label} ${[...new Set(alternatives)].sort()}`;
      });
      return isIn === 1 && a !== b ? 1 : 0;
    },
    ([isIn]) => (isIn === FALSE ? FALSE : undefined),
  );
}

function customers(count: bigint): string {
  return count === 1n ? '1 customer' : `${count.toLocaleString('en')} customers`;
}
