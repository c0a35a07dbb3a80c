import type { Node } from '../../engine/diagram/diagram.ts';
import { UNKNOWN } from '../../engine/diagram/variables.ts';
import { entryAt } from '../../entry-at.ts';
import { type Condition, conditionsWithin, testsWithin } from '../../format/condition-schema.ts';
import { declaredId } from '../../format/period-schema.ts';
import type { Finding } from '../finding.ts';
import { inputsOf } from '../periods.ts';
import type { Row } from '../rows.ts';
import type { Space } from '../space.ts';

/** What a customer may not know, and the variables that are unknown with it. */
interface Unknown {
  name: string;
  /** What a row can name to say that it means them. */
  ids: string[];
  variables: number[];
}

/** "I don't know" that gets another answer than a known one would, unless the row says that this is meant. */
export function unknownFindings(space: Space, row: Row, otherwise: Node, what: 'granted' | 'refused'): Finding[] {
  const alone = singleUnknowns(space).flatMap((unknown) => found(space, row, unknown, otherwise, what));
  const named = new Set(alone.flatMap(({ ids }) => ids));
  const together = sharedUnknowns(space).filter(({ ids }) => !ids.some((id) => named.has(id)));
  return [...alone, ...together.flatMap((unknown) => found(space, row, unknown, otherwise, what))].map(
    ({ finding }) => finding,
  );
}

function singleUnknowns({ policy }: Space): Unknown[] {
  return policy.variables.flatMap(({ fact, values }, variable) => {
    const id = declaredId(fact);
    return values.includes(UNKNOWN) ? [{ name: id, ids: [id], variables: [variable] }] : [];
  });
}

/** A day from which several periods run: who does not know it knows none of them. */
function sharedUnknowns({ policy }: Space): Unknown[] {
  const inputs = new Set(Object.keys(policy.file.derived).flatMap((id) => inputsOf(policy, id)));
  return [...inputs].flatMap((input) => {
    const variables = policy.variables.flatMap(({ fact }, index) =>
      fact === input || inputsOf(policy, fact).includes(input) ? [index] : [],
    );
    const ids = [...new Set(variables.map((index) => declaredId(entryAt(policy.variables, index).fact)))];
    const [only, ...others] = ids;
    const name = only !== undefined && others.length === 0 ? only : input;
    return variables.length > 1 ? [{ name, ids, variables }] : [];
  });
}

function found(
  space: Space,
  { index, row, decides }: Row,
  { name, ids, variables }: Unknown,
  otherwise: Node,
  what: 'granted' | 'refused',
): { ids: string[]; finding: Finding }[] {
  const { diagram, variables: all } = space.policy;
  const meant = idsMeaning(space, ids);
  if (conditionsIn(row).some((condition) => testsUnknown(space, condition, meant))) return [];
  const unknown = (variable: number): number => entryAt(all, variable).values.indexOf(UNKNOWN);
  const own = variables.reduce((set, variable) => diagram.restrict(set, variable, unknown(variable)), decides);
  const concerned = variables.map((variable) => space.concernedBy(entryAt(all, variable).fact));
  const witness = space.witness(
    space.and(
      own,
      ...variables.map((variable) => space.having(variable, unknown(variable))),
      space.anyOf(concerned),
      variables.reduce((set, variable) => whateverIs(space, set, variable), otherwise),
    ),
  );
  if (!witness) return [];
  const says = what === 'granted' ? `grants a ${row.resolution} to` : 'refuses';
  const other = what === 'granted' ? 'refused' : 'granted';
  const mend = `add a row for ${ids.map((id) => `${id}: unknown`).join(' or ')}, or name ${ids.length > 1 ? 'one of them' : 'it'} in this one`;
  const message = `"${row.id}" ${says} who does not know "${name}", though another answer would be ${other}; ${mend}`;
  return [
    { ids, finding: { severity: 'warning', code: `unknown-${what}`, path: ['decisions', index], message, witness } },
  ];
}

/** Those who are in a set, or would be with another value of the variable. */
function whateverIs(space: Space, set: Node, variable: number): Node {
  const { diagram, variables } = space.policy;
  return space.anyOf(entryAt(variables, variable).values.map((_, value) => diagram.restrict(set, variable, value)));
}

/** Some facts, and the periods put together from them. */
function idsMeaning({ policy }: Space, ids: readonly string[]): ReadonlySet<string> {
  const meant = new Set(ids);
  // A combined period can be part of one that the file names after it.
  for (const [id, { of }] of Object.entries(policy.file.combined))
    if (of.some((part) => meant.has(part))) meant.add(id);
  return meant;
}

/** All conditions under which a row decides. */
function conditionsIn({ when, anyOf = [] }: Row['row']): Condition[] {
  return [when, ...anyOf.flatMap((one) => (typeof one === 'object' && 'when' in one && one.when ? [one.when] : []))];
}

function testsUnknown(space: Space, condition: Condition, ids: ReadonlySet<string>): boolean {
  const named = [condition.is ?? []].flat().map((name) => entryAt(space.policy.file.conditions, name));
  return (
    testsWithin(condition).some(([id, values]) => ids.has(id) && values.includes(UNKNOWN)) ||
    [...named, ...conditionsWithin(condition).map((within) => within.condition)].some((inner) =>
      testsUnknown(space, inner, ids),
    )
  );
}
