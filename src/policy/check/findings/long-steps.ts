import { FALSE } from '../../engine/diagram/diagram.ts';
import { entryAt } from '../../entry-at.ts';
import { declaredId } from '../../format/period-schema.ts';
import type { Finding } from '../finding.ts';
import type { Space } from '../space.ts';

/**
 * The step of a period that leaves no day for the value after it, if one does: it is as long as the period, or as the
 * next step.
 */
export function stepTooLong(
  space: Space,
  variable: number,
  value: number,
): Pick<Finding, 'path' | 'message'> | undefined {
  const { file, variables } = space.policy;
  const { fact, values } = entryAt(variables, variable);
  const steps = file.derived[fact]?.steps ?? [];
  const step = steps[value - 1];
  // Where nobody has the step either, the dates are to blame.
  if (!step || value > steps.length || space.and(space.legal, space.having(variable, value - 1)) === FALSE)
    return undefined;
  const than = value === steps.length ? 'the whole period' : 'the next step';
  const id = declaredId(fact);
  const message = `"${step.value}" lasts as long as ${than}, or longer, so that ${id} is never "${values[value]}"`;
  return { path: ['derived', id, 'steps', value - 1], message };
}
