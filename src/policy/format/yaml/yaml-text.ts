import { CORE_SCHEMA, load, mapTag } from 'js-yaml';
import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { PolicyFileError, type PolicyProblem } from '../policy-file-error.ts';
import { structureProblems, type TextProblem } from './structure.ts';
import { placeOf, syntaxMessage } from './syntax.ts';

/** A place in a file's text; line and column start at 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** A place in one of the files of a policy. */
export interface FilePosition extends TextPosition {
  file: string;
  /** The path there, if it is not the policy's own: a customer of an example stands under a name. */
  path?: string;
}

/** The values of a YAML text, and where they stand. */
export interface YamlText {
  values: unknown;
  /** The place of a path of the file, or of as much of the path as there is. */
  positionOf(path: PropertyKey[]): TextPosition;
}

/**
 * Reads YAML 1.2 with plain keys; throws PolicyFileError with the line of each mistake of syntax. A reader that knows
 * no lines comes first, for it takes a tenth of the time; the one that does, says what is wrong and where things stand.
 */
export function readYaml(text: string, file: string): YamlText {
  let positions: ReturnType<typeof readWithLines> | undefined;
  const positioned = (): ReturnType<typeof readWithLines> => {
    positions ??= readWithLines(text, file);
    return positions;
  };
  const quick = readQuickly(text);
  return {
    values: quick ? quick.values : valuesOf(positioned().document),
    positionOf: (path) => {
      const { document, lines } = positioned();
      const { line, col } = lines.linePos(offsetOf(document, path));
      return { line, column: col };
    },
  };
}

/** Text on which the two readers may differ, and rather more than that: a doubt costs time only. */
const unusual = new RegExp(
  [
    /^%|^ *(?:---|\.\.\.)/, // Directives, and where documents begin and end.
    /[\t\ufeff]|\r(?!\n)/, // Tabs, byte order marks, and lines that end as on an old Macintosh.
    // Before a value: tags, anchors, aliases, and how far a block is indented.
    /(?:^|[-?:,[{]) *(?:!|[&*]\S|[|>][+-]?\d)/,
    /[}\]] *[^\s,}\]:#]/, // A word right after a list, where a line break was lost.
    /[|>][+-]? *(?:#.*)?\r?\n(?:\s*\n)* *#/, // What looks like a comment where a block begins.
    /\de[+-]?\d{3}/, // Numbers too large.
    /__proto__/, // No key that a map can safely have.
  ]
    .map(({ source }) => source)
    .join('|'),
  'im',
);

const plainKeys = CORE_SCHEMA.withTags({
  ...mapTag,
  addPair: (map, key, value) =>
    typeof key === 'string' || typeof key === 'boolean' ? mapTag.addPair(map, key, value) : 'an unusual key',
});

/** The values of a usual text without mistakes; nothing of any other. */
export function readQuickly(text: string): { values: unknown } | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return { values: load(text, { schema: plainKeys }) };
  } catch {
    // Whatever it was, the other reader says it with its line.
    return undefined;
  }
}

/** The document with the place of each node; throws PolicyFileError. */
export function readWithLines(text: string, file: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  const located = ({ offset, message }: TextProblem): PolicyProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path: '', message };
  };
  const deep = tooDeepAt(text);
  if (deep !== undefined) throw new PolicyFileError(file, [{ file, ...deep, path: '', message: tooDeep }]);
  const read = (): { document: Document; problems: TextProblem[] } => {
    // Of a thousand keys the library compares each with each; `structureProblems` does not.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
    // Whatever follows the first mistake of syntax, follows from it more often than not.
    const [syntax] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
    if (syntax) return { document, problems: [{ offset: placeOf(syntax, text), message: syntaxMessage(syntax) }] };
    return { document, problems: structureProblems(document) };
  };
  const { document, problems } = guarded(read, file);
  if (problems.length > 0) throw new PolicyFileError(file, problems.slice(0, mostProblems).map(located));
  return { document, lines };
}

const tooDeep = 'too deeply nested to be read';

/** So many brackets in one another are more than any policy has, and less than what a reader cannot go down. */
const mostBrackets = 500;

/** Where brackets stand too deep in one another; `undefined` where they do not. */
function tooDeepAt(text: string): TextPosition | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (depth > mostBrackets) {
      const lines = text.slice(0, index).split('\n');
      return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    }
  }
  return undefined;
}

/** Nobody reads more of them at once. */
const mostProblems = 20;

/** The library goes down a level at a time, so that a text may be too deep for it. */
function guarded<T>(read: () => T, file: string): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new PolicyFileError(file, [{ file, line: 1, column: 1, path: '', message: tooDeep }], { cause });
  }
}

/** The values of a document, each alias a copy of its own: what is put into one must not show in the other. */
function valuesOf(document: Document): unknown {
  return copied(document.toJS({ maxAliasCount: -1 }));
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
}

/** The offset of the path in the text, or of as much of it as exists: the key of an entry, the start of an item. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) break;
      offset = rangeStart(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (node === undefined) break;
      offset = rangeStart(node);
    } else break;
  }
  return offset;
}

function rangeStart(node: unknown): number {
  return (isNode(node) ? node.range?.[0] : undefined) ?? 0;
}
