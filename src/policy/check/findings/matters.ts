import { FALSE, type Node } from '../../engine/diagram/diagram.ts';
import type { VariableValue } from '../../engine/diagram/variables.ts';
import { entryAt } from '../../entry-at.ts';
import { isAsked } from '../../fact-types/fact-types.ts';
import { declaredId } from '../../format/period-schema.ts';
import { type Answers, answersOf, tellApart } from '../answers.ts';
import type { Finding } from '../finding.ts';
import { inputsOf } from '../periods.ts';
import type { Space } from '../space.ts';

/** Facts and values that no customer's answer depends on. */
export function idleFactFindings(space: Space): Finding[] {
  const { policy } = space;
  const { facts, derived } = policy.file;
  const dimensions = dimensionsOf(space);
  const live = new Set(
    dimensions.filter(({ branches, answers }) => telling(answers, branches)).map(({ fact }) => fact),
  );
  const writtenIds = new Set([...live].map(declaredId));
  for (const period of live) for (const input of inputsOf(policy, period)) writtenIds.add(input);

  const ids = [
    ...Object.keys(facts).filter((id) => isAsked(facts[id])),
    ...new Set(Object.keys(derived).map(declaredId)),
  ];
  const deadFacts = ids
    .filter((id) => !writtenIds.has(id))
    .map((id): Finding => {
      const witness = space.witness(space.legal);
      const message = `"${id}" can never matter: whatever its value, the decision is the same`;
      const path = [facts[id] ? 'facts' : 'derived', id];
      return { severity: 'warning', code: 'dead-fact', path, message, ...(witness && { witness }) };
    });
  const deadValues = [...Map.groupBy(dimensions, ({ fact }) => declaredId(fact))]
    .filter(([id]) => writtenIds.has(id))
    .flatMap(([id, variants]) => idleValues(space, id, variants));
  return [...deadFacts, ...deadLengths(space, live, writtenIds), ...deadValues];
}

/** Lengths of a period that is otherwise looked at, for cases that never matter. */
function deadLengths({ policy }: Space, live: Set<string>, writtenIds: Set<string>): Finding[] {
  return Object.entries(policy.file.variants).flatMap(([id, variants]) =>
    variants.flatMap(({ period }, at): Finding[] => {
      if (!writtenIds.has(id) || live.has(period)) return [];
      const message = `"${id}" never needs this length: it matters in no case`;
      return [{ severity: 'warning', code: 'dead-length', path: ['derived', id, 'length', at], message }];
    }),
  );
}

/** A variable with what is told to everybody, for each of its values. */
interface Dimension {
  fact: string;
  index: number;
  answers: Answers;
  branches: Node[];
}

/** Periods hang together by their dates, and none changes alone; they are looked at as if each could. */
function dimensionsOf(space: Space): Dimension[] {
  const { policy, legal, allowed } = space;
  const [exact, apart] = [answersOf(space, legal), answersOf(space, allowed)];
  return policy.variables.map(({ fact, values }, index) => {
    const answers = policy.file.derived[fact] ? apart : exact;
    const branches = values.map((_, value) => policy.diagram.restrict(answers.root, index, value));
    return { fact, index, answers, branches };
  });
}

function telling(answers: Answers, branches: Node[]): boolean {
  return branches.some((one, i) => branches.slice(i + 1).some((other) => tellApart(answers, one, other)));
}

/** Values that no legal customer has are for `ruleFindings`; these are had, and make no difference to any other. */
function idleValues(space: Space, id: string, variants: Dimension[]): Finding[] {
  const counting = new Set<VariableValue>();
  const had = new Map<VariableValue, Node>();
  for (const { index, answers, branches } of variants) {
    const { values, members } = entryAt(space.policy.variables, index);
    values.forEach((value, at) => {
      const counts = branches.some((branch) => tellApart(answers, entryAt(branches, at), branch));
      for (const name of members ?? [value]) {
        if (counts) counting.add(name);
        if (!members || value === true) had.set(name, space.anyOf([had.get(name) ?? FALSE, space.having(index, at)]));
      }
    });
  }
  return [...had].flatMap(([value, having]): Finding[] => {
    const witness = space.witness(space.and(space.concernedBy(id), having));
    if (counting.has(value) || !witness) return [];
    const message = `${id} "${value}" can never matter: for those who may have it, no other value changes the decision`;
    return [{ severity: 'warning', code: 'dead-value', path: valuePath(space, id, value), message, witness }];
  });
}

/** The path of a value of a fact or derived fact in the file. */
export function valuePath({ policy: { file } }: Space, fact: string, value: VariableValue): PropertyKey[] {
  const definition = file.facts[fact];
  if (!definition) return ['derived', declaredId(fact)];
  return 'values' in definition && Object.hasOwn(definition.values, String(value))
    ? ['facts', fact, 'values', String(value)]
    : ['facts', fact];
}
