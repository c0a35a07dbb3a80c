import { type Document, isMap, isNode, isScalar, type LineCounter, type Pair, type YAMLMap } from 'yaml';
import { orderFieldProblems } from '../../fact-types/order-fields.ts';
import { filesOf, joinedText } from '../parts/policy-text.ts';
import { readWithLines } from '../yaml/yaml-text.ts';
import { fieldsByOldId, type OldKey, oldKeys } from './old-keys.ts';

/** One thing that was written in today's way; `line` starts at 1. */
export interface PolicyChange {
  line: number;
  path: string;
  /** The change in words, such as "hears is now phrases". */
  change: string;
}

/** A policy as it is written today, and what had to be changed for that; nothing in a policy that is up to date. */
export interface Upgrade {
  text: string;
  changes: PolicyChange[];
}

/** A piece of the text and what stands there instead. */
interface Edit extends PolicyChange {
  start: number;
  end: number;
  by: string;
}

/** An entry of the file. */
interface Found {
  map: YAMLMap;
  pair: Pair;
  path: string[];
}

/**
 * The text of a policy file with today's names in the place of old keys, what is no key any more as a comment, and
 * `fromOrder` where a fact's id alone said it; every other character stays. Throws PolicyFileError if it is no YAML.
 */
export function upgraded(text: string, file: string): Upgrade {
  const { document, lines } = readWithLines(text, file);
  const edits = [...keyEdits(document, text, lines), ...orderEdits(document, text, lines)];
  return {
    text: edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((result, { start, end, by }) => result.slice(0, start) + by + result.slice(end), text),
    changes: edits.toSorted((a, b) => a.start - b.start).map(({ line, path, change }) => ({ line, path, change })),
  };
}

/** The text of a whole policy, of one file or of a folder's files, as it is written today. Throws PolicyFileError. */
export function upgradedPolicy(text: string, name: string): string {
  const files = filesOf(text);
  if (!files) return upgraded(text, name).text;
  return joinedText(new Map([...files].map(([file, own]) => [file, upgraded(own, `${name}/${file}`).text])));
}

/** Old keys that cannot be rewritten without knowing what was meant, and what to do about each by hand. */
export function leftToAuthor(text: string, file: string): PolicyChange[] {
  const { document, lines } = readWithLines(text, file);
  return oldKeys.flatMap((old) =>
    entriesAt(document, old.path).flatMap((found) => {
      if (editOf(old, found, text)) return [];
      const key = found.path.at(-1);
      const change =
        'renamedTo' in old
          ? `${key} and ${old.renamedTo} are both here; join them by hand`
          : `${key} is no key any more; take it out by hand`;
      return [{ line: lineOf(lines, found.pair), path: found.path.join('.'), change }];
    }),
  );
}

function keyEdits(document: Document, text: string, lines: LineCounter): Edit[] {
  return oldKeys.flatMap((old) =>
    entriesAt(document, old.path).flatMap((found) => {
      const at = { line: lineOf(lines, found.pair), path: found.path.join('.') };
      const key = found.path.at(-1);
      const edit = editOf(old, found, text);
      const change = 'renamedTo' in old ? `${key} is now ${old.renamedTo}` : `${key} is now a comment`;
      return edit ? [{ ...edit, ...at, change }] : [];
    }),
  );
}

function editOf(old: OldKey, { map, pair }: Found, text: string): Replacement | undefined {
  return 'renamedTo' in old ? renaming(text, map, pair, old.renamedTo) : commenting(text, map, pair);
}

/** Says which field of an order gives a fact; a policy that says so anywhere was written for `fromOrder`. */
function orderEdits(document: Document, text: string, lines: LineCounter): Edit[] {
  if (entriesAt(document, ['facts', '*', 'fromOrder']).length > 0) return [];
  return entriesAt(document, ['facts', '*', 'type']).flatMap(({ map, pair, path }) => {
    const type = isScalar(pair.value) ? String(pair.value.value) : '';
    const field = type === 'money' ? 'item.price' : fieldsByOldId[path[1] ?? ''];
    if (field === undefined || orderFieldProblems({ type, fromOrder: field }, []).length > 0) return [];
    const added = `fromOrder: ${field}`;
    const at = { line: lineOf(lines, pair), path: path.slice(0, 2).join('.'), change: `${added} is said` };
    const [keyStart] = rangeOf(pair.key);
    const [, valueEnd] = rangeOf(pair.value);
    if (map.flow) return [{ start: valueEnd, end: valueEnd, by: `, ${added}`, ...at }];
    const [lineBreak = '\n'] = /\r?\n/.exec(text) ?? [];
    const lineEnd = text.indexOf(lineBreak, valueEnd);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const indent = ' '.repeat(keyStart - (text.lastIndexOf('\n', keyStart) + 1));
    return [{ start: end, end, by: `${lineBreak}${indent}${added}`, ...at }];
  });
}

/** The entries at a path in which `*` stands for any key. */
function entriesAt(document: Document, pattern: readonly string[]): Found[] {
  const visit = (node: unknown, left: readonly string[], path: string[]): Found[] => {
    const [part, ...rest] = left;
    if (!isMap(node)) return [];
    return node.items.flatMap((pair) => {
      const { key, value } = pair;
      if (!isScalar(key) || !key.range || (part !== '*' && part !== key.value)) return [];
      const here = [...path, String(key.value)];
      return rest.length > 0 ? visit(value, rest, here) : [{ map: node, pair, path: here }];
    });
  };
  return visit(document.contents, pattern, []);
}

type Replacement = Pick<Edit, 'start' | 'end' | 'by'>;

/** Nothing where the new name stands beside the old: which of the two counts is for its author to say. */
function renaming(text: string, map: YAMLMap, { key }: Pair, to: string): Replacement | undefined {
  if (map.items.some((other) => isScalar(other.key) && other.key.value === to)) return undefined;
  const [from, until] = rangeOf(key);
  // A key in quotes stays in them.
  const quote = /['"]/.test(text.charAt(from)) ? 1 : 0;
  return { start: from + quote, end: until - quote, by: to };
}

/** The lines of an entry as comments; nothing in a map in braces, where other entries may share the line. */
function commenting(text: string, map: YAMLMap, { key, value }: Pair): Replacement | undefined {
  if (map.flow) return undefined;
  const start = text.lastIndexOf('\n', rangeOf(key)[0]) + 1;
  const written = text.slice(start, rangeOf(value ?? key)[1]).trimEnd();
  return { start, end: start + written.length, by: written.replaceAll(/^|(?<=\n)/g, '# ') };
}

function lineOf(lines: LineCounter, { key }: Pair): number {
  return lines.linePos(rangeOf(key)[0]).line;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}
