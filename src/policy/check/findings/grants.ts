import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import { UNKNOWN } from '../../engine/diagram/variables.ts';
import { hasForm, kindOf } from '../../format/outcome-schema.ts';
import { declaredId } from '../../format/period-schema.ts';
import type { Finding } from '../finding.ts';
import type { Row } from '../rows.ts';
import type { Space } from '../space.ts';
import { unknownFindings } from './unknowns.ts';

/**
 * What is granted though its deadline is not known, does not concern the customer, or is over; and what is granted to
 * whoever does not know, though another answer would be refused, or refused though another would be granted.
 */
export function grantFindings(space: Space, rows: Row[]): Finding[] {
  const { file } = space.policy;
  const granting = rows.filter(({ row, decides }) => hasForm(file, row.resolution) && decides !== FALSE);
  const refusing = rows.filter(({ row }) => kindOf(file, row.resolution) === 'refuses');
  const refused = space.anyOf(refusing.map(({ decides }) => decides));
  const granted = space.anyOf(granting.map(({ decides }) => decides));
  const grants = granting.flatMap((row) => {
    const ofDeadlines = (['deadline', 'sendBy'] as const).flatMap((key) => deadlineFindings(space, row, key));
    return ofDeadlines.length > 0 ? ofDeadlines : unknownFindings(space, row, refused, 'granted');
  });
  return [...grants, ...refusing.flatMap((row) => unknownFindings(space, row, granted, 'refused'))];
}

function deadlineFindings(space: Space, { index, row, decides }: Row, key: 'deadline' | 'sendBy'): Finding[] {
  const period = row[key];
  if (period === undefined) return [];
  const unknown = space.and(decides, space.where({ [period]: UNKNOWN }));
  const over = space.and(decides, space.where({ [period]: afterOf(space, period) }));
  const none = space.without(decides, space.where({ [period]: [...valuesOf(space, period), UNKNOWN] }));
  const grants = `"${row.id}" grants a ${row.resolution}`;
  return [
    ...shown(
      space,
      [index, key],
      unknown,
      `${grants} while "${period}" is not known, without a ${key}; add a row for ${period}: unknown above it`,
    ),
    ...shown(space, [index, key], over, `${grants} though "${period}" is over; add a row for that above it`),
    ...shown(
      space,
      [index, key],
      none,
      `${grants} with the ${key} "${period}", which does not apply here, so that none is told`,
    ),
  ];
}

/** The values of a period before and after its end. */
function valuesOf({ policy }: Space, id: string): string[] {
  const combined = policy.file.combined[id];
  if (combined) return [combined.within, combined.after];
  const periods = Object.entries(policy.file.derived).filter(([period]) => declaredId(period) === id);
  return periods.flatMap(([, { steps, within, after }]) => [...steps.map(({ value }) => value), within, after]);
}

function afterOf({ policy }: Space, id: string): string[] {
  const combined = policy.file.combined[id];
  if (combined) return [combined.after];
  return Object.entries(policy.file.derived).flatMap(([period, { after }]) =>
    declaredId(period) === id ? [after] : [],
  );
}

function shown(space: Space, [index, key]: [number, string], set: Node, message: string): Finding[] {
  const witness = space.witness(set);
  if (!witness) return [];
  return [{ severity: 'error', code: 'unknown-granted', path: ['decisions', index, key], message, witness }];
}
