import { FALSE, type Node } from '../diagram.ts';
import { type Answers, answersOf, tellingApart } from './answers.ts';
import type { Finding } from './finding.ts';
import { inputsOf } from './periods.ts';
import type { Space } from './space.ts';

/** Facts and values that no customer's answer depends on. */
export function idleFactFindings(space: Space): Finding[] {
  const { file, variables } = space.policy;
  const answers = answersOf(space);
  const told = new Set(variables.filter((_, index) => matters(space, answers, index)).map(({ fact }) => fact));
  for (const id of Object.keys(file.derived)) {
    if (told.has(id)) for (const input of inputsOf(space.policy, id)) told.add(input);
  }
  const ids = [
    ...Object.keys(file.facts).filter((id) => file.facts[id]?.type !== 'money'),
    ...Object.keys(file.derived),
  ];
  const dead = ids
    .filter((id) => !told.has(id))
    .map((id): Finding => {
      const witness = space.witness(space.legal);
      const message = `"${id}" can never matter: whatever its value, the decision is the same`;
      const path = [file.facts[id] ? 'facts' : 'derived', id];
      return { severity: 'warning', code: 'dead-fact', path, message, ...(witness && { witness }) };
    });
  return [
    ...dead,
    ...variables.flatMap((variable, index) => (told.has(variable.fact) ? idleValues(space, answers, index) : [])),
  ];
}

function matters(space: Space, answers: Answers, variable: number): boolean {
  const branches = branchesOf(space, answers, variable);
  return branches.some((one, i) => branches.slice(i + 1).some((other) => tellingApart(answers, one, other) !== FALSE));
}

function branchesOf({ policy }: Space, { root }: Answers, variable: number): Node[] {
  return (policy.variables[variable]?.values ?? []).map((_, value) => policy.diagram.restrict(root, variable, value));
}

/** Values that no legal customer has are for `ruleFindings`; these are had, and make no difference to any other. */
function idleValues(space: Space, answers: Answers, variable: number): Finding[] {
  const { fact, values, members } = space.policy.variables[variable] as (typeof space.policy.variables)[number];
  const branches = branchesOf(space, answers, variable);
  if (members) {
    if (branches.some((branch) => tellingApart(answers, branches[0] as Node, branch) !== FALSE)) return [];
    return members.map((member) => idle(space, fact, member, space.having(variable, 1)));
  }
  return values.flatMap((value, at) => {
    const having = space.and(space.legal, space.having(variable, at));
    const counts = branches.some((branch) => tellingApart(answers, branches[at] as Node, branch) !== FALSE);
    return counts || having === FALSE ? [] : [idle(space, fact, value, having)];
  });
}

function idle(space: Space, fact: string, value: string | boolean, having: Node): Finding {
  const witness = space.witness(having);
  const message = `${fact} "${value}" can never matter: where a customer may have it, no other value changes the decision`;
  return {
    severity: 'warning',
    code: 'dead-value',
    path: valuePath(space, fact, value),
    message,
    ...(witness && { witness }),
  };
}

/** Where a value of a fact or derived fact stands in the file. */
export function valuePath({ policy: { file } }: Space, fact: string, value: string | boolean): PropertyKey[] {
  const definition = file.facts[fact];
  if (!definition) return ['derived', fact];
  return 'values' in definition && Object.hasOwn(definition.values, String(value))
    ? ['facts', fact, 'values', String(value)]
    : ['facts', fact];
}
