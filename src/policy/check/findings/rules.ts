import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import { UNKNOWN, type VariableValue } from '../../engine/diagram/variables.ts';
import { entryAt } from '../../entry-at.ts';
import { declaredId } from '../../format/period-schema.ts';
import type { Finding } from '../finding.ts';
import type { Space } from '../space.ts';
import { stepTooLong } from './long-steps.ts';
import { valuePath } from './matters.ts';

/** Rules of `impossible` that exclude nobody or everybody, and values that they leave nobody with. */
export function ruleFindings(space: Space): Finding[] {
  const rules = space.policy.file.impossible.map(({ when }) => space.and(space.datable(), space.where(when)));
  if (space.legal === FALSE) return [everybodyExcluded(space)];
  return [...rules.flatMap((_, index) => idleRule(space, rules, index)), ...emptyValues(space, rules)];
}

function everybodyExcluded(space: Space): Finding {
  const message = 'these rules together exclude every customer';
  const witness = space.witnessOrOutlaw(space.datable());
  return { severity: 'error', code: 'nobody-left', path: ['impossible'], message, ...(witness && { witness }) };
}

function idleRule(space: Space, rules: Node[], index: number): Finding[] {
  const rule = entryAt(rules, index);
  const others = space.anyOf(rules.filter((_, at) => at !== index));
  if (space.without(rule, others) !== FALSE) return [];
  const because = space.policy.file.impossible[index]?.because;
  const why = rule === FALSE ? 'its conditions never hold together' : 'the other rules exclude all its customers';
  const witness = space.witnessOrOutlaw(rule);
  const message = `"${because}" excludes nobody: ${why}`;
  return [
    { severity: 'warning', code: 'idle-rule', path: ['impossible', index], message, ...(witness && { witness }) },
  ];
}

/** Values that no legal customer has: one rule says so outright, or several contradict each other over it. */
function emptyValues(space: Space, rules: Node[]): Finding[] {
  const { variables } = space.policy;
  return variables.flatMap(({ fact, values, members }, variable) =>
    values.flatMap((value, at): Finding[] => {
      const concerned = space.concernedBy(fact);
      const having = space.and(concerned, space.having(variable, at));
      if (space.and(space.legal, having) !== FALSE || space.and(space.legal, concerned) === FALSE) return [];
      const name = members ? members.join(', ') : value;
      // A period is unknown only where its inputs may be; the file does not write the value.
      if (elsewhere(space, fact, value) || (value === UNKNOWN && space.policy.file.derived[fact])) return [];
      const witness = space.witnessOrOutlaw(having);
      const involved = rules.flatMap((rule, index) => (space.and(rule, having) === FALSE ? [] : [index]));
      const tooLong = involved.length === 0 ? stepTooLong(space, variable, at) : undefined;
      if (tooLong) return [{ severity: 'warning', code: 'dead-value', ...tooLong }];
      const alone = involved.filter(
        (index) => space.without(space.and(space.datable(), having), entryAt(rules, index)) === FALSE,
      );
      if (alone.length > 0 || involved.length < 2) {
        const message = `${fact} "${name}" can never be: ${alone.length ? `impossible[${alone[0]}] excludes it altogether` : 'the dates allow it for nobody'}`;
        return [
          {
            severity: 'warning',
            code: 'dead-value',
            path: valuePath(space, fact, value),
            message,
            ...(witness && { witness }),
          },
        ];
      }
      const names = involved.map((index) => `impossible[${index}]`).join(' and ');
      const message = `${names} contradict each other: together they leave nobody with ${fact} "${name}"`;
      const path = ['impossible', entryAt(involved, involved.length - 1)];
      return [{ severity: 'error', code: 'contradicting-rules', path, message, ...(witness && { witness }) }];
    }),
  );
}

/** True if another length of the same derived fact has customers with this value. */
function elsewhere(space: Space, fact: string, value: VariableValue): boolean {
  return space.policy.variables.some(
    (other, index) =>
      other.fact !== fact &&
      declaredId(other.fact) === declaredId(fact) &&
      space.and(space.legal, space.concernedBy(other.fact), space.having(index, other.values.indexOf(value))) !== FALSE,
  );
}
