import { entryAt } from '../../entry-at.ts';
import type { PolicyFile } from '../../format/schema.ts';
import type { Policy } from './compile.ts';
import { isTerminal, type Node } from './diagram.ts';
import type { Variable } from './variables.ts';

/** Values of facts and derived facts by id, trusted; a fact that is not known is absent. */
export type QuickFacts = Readonly<Record<string, unknown>>;

/**
 * The diagram of a policy as JavaScript: a function for each node, which reads its fact and calls the node of its
 * value. Given facts, it returns the node they lead to: a terminal, or the first node whose fact is not known.
 * Generated, because an engine reads `facts.reason` five times as fast as a property whose name is in a variable. Names
 * and values stand in the code as JSON, so no policy can smuggle code in.
 */
export function walkOf(policy: Policy): (facts: QuickFacts) => Node {
  const functions = reachable(policy).map((node) => functionOf(policy, node));
  const code = `'use strict';\n${functions.join('\n')}\nreturn (facts) => ${goTo(policy.root)};`;
  return new Function(code)() as (facts: QuickFacts) => Node;
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
    : `switch (${read}) { ${variable.values
        .map((value, at) => `case ${JSON.stringify(value)}: return ${goTo(entryAt(children, at))};`)
        .join(' ')} default: return ${node}; }`;
  return `function node${node}(facts) { ${body} }`;
}

/** The members of a set that make its variable true; nothing where any of them does. */
function standsFor(file: PolicyFile, { fact, members = [] }: Variable): readonly string[] {
  const set = file.facts[fact];
  return set?.type === 'set' && Object.keys(set.values).length === members.length ? [] : members;
}

function setBranch(members: readonly string[], read: string, node: Node, children: readonly Node[]): string {
  const [none, some] = children as [Node, Node];
  const isNamed = members.map((member) => `named.includes(${JSON.stringify(member)})`).join(' || ');
  return (
    `const named = ${read}; if (named === undefined) return ${node}; ` +
    `return ${isNamed || 'named.length > 0'} ? ${goTo(some)} : ${goTo(none)};`
  );
}

function goTo(node: Node): string {
  return isTerminal(node) ? `${node}` : `node${node}(facts)`;
}
