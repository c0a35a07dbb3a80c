import { entryAt } from '../../entry-at.ts';
import type { PolicyFile } from '../../format/schema.ts';
import type { Policy } from './compile.ts';
import { isTerminal, type Node } from './diagram.ts';
import { UNKNOWN, type Variable, type VariableValue } from './variables.ts';

/** The value of a fact or derived fact that conditions test; a set's is the list of the members named. */
export type QuickValue = VariableValue | readonly string[];
/** Such values by the ids of their facts, trusted; a fact that is not known is absent. */
export type QuickFacts = Readonly<Record<string, QuickValue>>;

/**
 * The diagram of a policy as JavaScript: a function for each node, which reads its fact and calls the node of its
 * value. Given facts, it returns the node they lead to: a terminal, or the first node whose fact is not known.
 * Generated, because an engine reads `facts.reason` five times as fast as a property whose name is in a variable. Names
 * and values stand in the code as JSON, so no policy can smuggle code in.
 */
export function walkOf(policy: Policy): (facts: QuickFacts) => Node {
  const functions = reachable(policy).map((node) => functionOf(policy, node));
  const code = `'use strict';\n${functions.join('\n')}\nreturn (facts) => ${goTo(policy.root)};`;
  const walk: (facts: QuickFacts) => Node = new Function(code)();
  return walk;
}

function reachable({ diagram, root }: Policy): Node[] {
  const found = new Set<Node>([root]);
  for (const node of found) if (!isTerminal(node)) for (const child of diagram.childrenOf(node)) found.add(child);
  return [...found].filter((node) => !isTerminal(node));
}

function functionOf({ file, diagram, variables }: Policy, node: Node): string {
  const variable = entryAt(variables, diagram.variableOf(node));
  const children = diagram.childrenOf(node);
  const read = `facts[${JSON.stringify(variable.fact)}]`;
  const body = variable.members
    ? setBranch(standsFor(file, variable), read, node, children)
    : `switch (${read}) { ${[...variable.values.entries(), ...unknownIn(variable)]
        .map(([at, value]) => `case ${JSON.stringify(value)}: return ${goTo(entryAt(children, at))};`)
        .join(' ')} default: return ${node}; }`;
  return `function node${node}(facts) { ${body} }`;
}

/** "Unknown", where it counts as one of the values. */
function unknownIn({ values, unknownAs }: Variable): [number, VariableValue][] {
  return unknownAs === undefined ? [] : [[values.indexOf(unknownAs), UNKNOWN]];
}

/** The members of a set that make its variable true; nothing where any of them does. */
function standsFor(file: PolicyFile, { fact, members = [] }: Variable): readonly string[] {
  const set = file.facts[fact];
  return set?.type === 'set' && Object.keys(set.values).length === members.length ? [] : members;
}

function setBranch(members: readonly string[], read: string, node: Node, children: readonly Node[]): string {
  const [none, some] = [entryAt(children, 0), entryAt(children, 1)];
  const isNamed = members.map((member) => `named.includes(${JSON.stringify(member)})`).join(' || ');
  return (
    `const named = ${read}; if (named === undefined) return ${node}; ` +
    `return ${isNamed || 'named.length > 0'} ? ${goTo(some)} : ${goTo(none)};`
  );
}

function goTo(node: Node): string {
  return isTerminal(node) ? `${node}` : `node${node}(facts)`;
}
