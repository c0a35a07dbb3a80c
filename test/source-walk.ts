import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/** A node of a syntax tree, as far as a test looks at it. */
export interface SyntaxNode {
  type: string;
  [key: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Every node of the files, each with those it stands in, nearest last; imports are left out. */
export function* nodesIn(pattern: string): Generator<{ file: string; node: SyntaxNode; within: SyntaxNode[] }> {
  for (const file of globSync(pattern)) {
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    for (const { node, within } of below(program, [])) yield { file, node, within };
  }
}

function* below(value: unknown, within: SyntaxNode[]): Generator<{ node: SyntaxNode; within: SyntaxNode[] }> {
  if (Array.isArray(value)) for (const one of value) yield* below(one, within);
  else if (isNode(value) && value.type !== 'ImportDeclaration') {
    yield { node: value, within };
    for (const one of Object.values(value)) yield* below(one, [...within, value]);
  }
}

/** The text of a string or a template, with "…" in the place of each expression; `undefined` for any other node. */
export function textOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return undefined;
  return node.quasis.map((one: { value: { cooked: string } }) => one.value.cooked).join('…');
}
