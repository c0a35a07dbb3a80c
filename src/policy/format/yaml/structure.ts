import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  visit,
  type YAMLMap,
} from 'yaml';

/** A mistake at an offset of the text. */
export interface TextProblem {
  offset: number;
  message: string;
}

/** The most entries that a file may stand for once its aliases are written out; no policy comes near. */
const mostEntries = 200_000;

/**
 * Mistakes in how a document hangs together, which its values would no longer show: keys that stand twice, aliases that
 * lead nowhere, back to themselves or to far too much, tags that nobody follows, and the key of a prototype.
 */
export function structureProblems(document: Document): TextProblem[] {
  const problems: TextProblem[] = [];
  const report = (node: unknown, message: string): void => {
    problems.push({ offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, message });
  };
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    // A visitor of maps beside it would keep them from this one.
    Node(_, node, path) {
      if (isMap(node)) for (const { node: key, message } of keyProblems(node)) report(key, message);
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      if (!target) report(node, nowhere(node));
      else if (path.includes(target)) report(node, `"*${node.source}" leads back to itself`);
      else targets.set(node, target);
    },
  });
  for (const { pos, message } of document.warnings) problems.push({ offset: pos[0], message: tagProblem(message) });
  if (problems.length === 0 && targets.size > 0 && entriesBelow(document.contents, targets, new Map()) > mostEntries)
    report(document.contents, `the aliases stand for more than ${mostEntries.toLocaleString('en')} entries`);
  return problems.sort((a, b) => a.offset - b.offset);
}

function keyProblems({ items }: YAMLMap): { node: unknown; message: string }[] {
  const known = new Set<string>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key) || (typeof key.value === 'object' && key.value !== null))
      return [{ node: key, message: 'expected a word as a key' }];
    const name = String(key.value);
    const isSecond = known.has(name);
    known.add(name);
    if (name === '__proto__') return [{ node: key, message: '"__proto__" is no key of a policy' }];
    return isSecond ? [{ node: key, message: `"${name}" stands here twice; leave one of the two` }] : [];
  });
}

function nowhere({ source }: Alias): string {
  return `there is no anchor "${source}" above; a text that begins with * stands in quotes`;
}

function tagProblem(message: string): string {
  const tag = /tag:? ?(\S+)$/.exec(message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '')?.[1] ?? 'a tag';
  return `nothing follows ${tag}; a text that begins with ! stands in quotes`;
}

/** The number of entries below a node, with every alias written out. */
function entriesBelow(node: unknown, targets: ReadonlyMap<Alias, Node>, known: Map<unknown, number>): number {
  const found = known.get(node);
  if (found !== undefined) return found;
  let count = 1;
  if (isAlias(node)) count = entriesBelow(targets.get(node), targets, known);
  else if (isPair(node)) count += entriesBelow(node.key, targets, known) + entriesBelow(node.value, targets, known);
  else if (isCollection(node)) for (const item of node.items) count += entriesBelow(item, targets, known);
  known.set(node, count);
  return count;
}
