import { CORE_SCHEMA, load, mapTag } from 'js-yaml';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import { entryAt } from '../../entry-at.ts';
import { PolicyFileError } from '../policy-file-error.ts';

/** What is said at the line where a second document begins. */
export const ONE_DOCUMENT = 'expected one document a file; leave "---" out, or put what follows into a file of its own';

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
    values: quick ? quick.values : positioned().document.toJS(),
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
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { file, line, column: col, path: '', message: syntaxMessage(error) };
  });
  if (syntax.length) throw new PolicyFileError(file, syntax);
  return { document, lines };
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

function syntaxMessage({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS') return ONE_DOCUMENT;
  return entryAt(message.split('\n'), 0).replace(/ at line \d+, column \d+:?$/, '');
}
