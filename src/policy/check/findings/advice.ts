import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import { conditionsOfAdvice } from '../../format/advice-schema.ts';
import { formOf, type Resolution } from '../../format/outcome-schema.ts';
import type { Finding } from '../finding.ts';
import type { Row } from '../rows.ts';
import type { Space } from '../space.ts';

/** Steps and notes that nobody is told, and fields that no form asks anybody for. */
export function adviceFindings(space: Space, rows: Row[]): Finding[] {
  return [...rows.flatMap((row) => idleAdvice(space, row)), ...idleFields(space, rows)];
}

function idleAdvice(space: Space, { index, row, decides }: Row): Finding[] {
  return (['steps', 'notes'] as const).flatMap((list) =>
    conditionsOfAdvice(row[list]).flatMap(({ path, when }): Finding[] => {
      // A row without customers is a finding by itself.
      if (decides === FALSE || space.and(decides, space.where(when)) !== FALSE) return [];
      const message = `"${row.id}" never says this: none of its customers fits the condition`;
      const place = ['decisions', index, list, ...path.slice(0, -1)];
      return [{ severity: 'warning', code: 'dead-advice', path: place, message, ...shown(space, decides) }];
    }),
  );
}

function idleFields(space: Space, rows: Row[]): Finding[] {
  const { formFields } = space.policy.file;
  return Object.entries(formFields).flatMap(([id, { when }]): Finding[] => {
    const asked = space.and(space.anyOf(formsAsking(space, id, rows)), space.where(when ?? {}));
    if (asked !== FALSE) return [];
    const message = `no form asks anybody for "${id}"; name it under "ask" of a form that its customers get`;
    return [{ severity: 'warning', code: 'dead-field', path: ['formFields', id], message }];
  });
}

/** The customers of each row whose form asks for the field. */
function formsAsking(space: Space, field: string, rows: Row[]): Node[] {
  const asks = (resolution: Resolution): boolean =>
    formOf(space.policy.file, resolution)?.ask.some((one) => one.field === field) === true;
  return rows.flatMap(({ row, decides }) => {
    const chosen = Object.values(row.choose ?? {}).filter(({ resolution = row.resolution }) => asks(resolution));
    const ofOptions = chosen.map(({ when }) => space.and(decides, space.where(when ?? {})));
    return [...(asks(row.resolution) ? [decides] : []), ...ofOptions];
  });
}

function shown(space: Space, set: Node): Pick<Finding, 'witness'> {
  const witness = space.witness(set);
  return witness ? { witness } : {};
}
