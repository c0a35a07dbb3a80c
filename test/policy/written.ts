import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { filesOf, joinedText } from '../../src/policy/format/parts/policy-text.ts';
import { isTree, type Tree } from '../../src/policy/format/parts/tree.ts';
import { withoutWording, wordingIn } from '../../src/policy/format/parts/wording.ts';
import { readYaml } from '../../src/policy/format/yaml/yaml-text.ts';

/** Writes the text of a whole policy as the folder it stands for; returns the folder. */
export function writePolicy(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, own] of filesOf(text) ?? [['policy.yaml', text]]) writeFileSync(join(folder, name), own);
  return folder;
}

/** The text of a policy in a folder without its customers, who bear out no rules but their own. */
export function withoutExamples(text: string): string {
  return joinedText(new Map([...(filesOf(text) ?? [])].filter(([name]) => name !== 'examples.yaml')));
}

/** A policy written in one file as a folder would have it, with more files in it. */
export function inFolder(text: string, more: Record<string, string> = {}): string {
  const values = readYaml(text, 'policy.yaml').values as Tree;
  if (Array.isArray(values.impossible))
    values.impossible = values.impossible.map((rule, i) => ({ id: `rule-${i}`, ...rule }));
  const wording: Tree = {};
  for (const { path, value } of wordingIn(values)) put(wording, path, value);
  const examples: Tree = {};
  const rules = structuredClone(withoutWording(values)) as { clauses: Record<string, Tree> };
  for (const [id, clause] of Object.entries(rules.clauses)) {
    if (clause.examples) examples[id] = clause.examples;
    delete clause.examples;
  }
  return joinedText(
    new Map([
      ['policy.yaml', stringify(rules)],
      [`${values.language}.yaml`, stringify(wording)],
      ...Object.entries(more),
      ['examples.yaml', stringify({ clauses: examples })],
    ]),
  );
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const inner = tree[key];
  const next = isTree(inner) ? inner : {};
  tree[key] = next;
  put(next, rest, value);
}
