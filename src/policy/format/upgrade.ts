import { type Document, isMap, isScalar, type LineCounter, type Pair, type YAMLMap } from 'yaml';
import { oldKeys } from './old-keys.ts';
import { filesOf, joinedText } from './parts/policy-text.ts';
import { readWithLines } from './yaml-text.ts';

/** One key that was written in today's way; `line` starts at 1. */
export interface KeyChange {
  line: number;
  path: string;
  from: string;
  to: string;
}

/** A policy in today's keys, and what had to be changed for that; nothing in a policy that is up to date. */
export interface Upgrade {
  text: string;
  changes: KeyChange[];
}

interface Edit extends KeyChange {
  start: number;
  end: number;
  by: string;
}

/**
 * The text of a policy file with today's names in the place of old keys, and what is no key any more as a comment;
 * every other character stays as it is. Throws PolicyFileError if the text is no YAML.
 */
export function upgraded(text: string, file: string): Upgrade {
  const { document, lines } = readWithLines(text, file);
  const edits = oldKeys.flatMap((old) =>
    pairsAt(document, old.path).flatMap(({ map, pair, path }): Edit[] => {
      const edit = 'renamedTo' in old ? renaming(text, map, pair, old.renamedTo) : commenting(text, map, pair);
      return edit
        ? [{ ...edit, ...changeAt(lines, pair, path, 'renamedTo' in old ? old.renamedTo : 'a comment') }]
        : [];
    }),
  );
  return {
    text: edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((result, { start, end, by }) => result.slice(0, start) + by + result.slice(end), text),
    changes: edits.toSorted((a, b) => a.start - b.start).map(({ line, path, from, to }) => ({ line, path, from, to })),
  };
}

/** The text of a whole policy, of one file or of a folder's files, in today's keys. Throws PolicyFileError. */
export function upgradedPolicy(text: string, name: string): string {
  const files = filesOf(text);
  if (!files) return upgraded(text, name).text;
  return joinedText(new Map([...files].map(([file, own]) => [file, upgraded(own, `${name}/${file}`).text])));
}

type Found = { map: YAMLMap; pair: Pair; path: string[] };

/** The entries at a path in which `*` stands for any key. */
function pairsAt(document: Document, pattern: readonly string[]): Found[] {
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

function changeAt(lines: LineCounter, { key }: Pair, path: string[], to: string): KeyChange {
  return { line: lines.linePos(rangeOf(key)[0]).line, path: path.join('.'), from: path.at(-1) ?? '', to };
}

/** Nothing where the new name stands beside the old: which of the two counts is for its author to say. */
function renaming(text: string, map: YAMLMap, { key }: Pair, to: string): Omit<Edit, keyof KeyChange> | undefined {
  if (map.items.some((other) => isScalar(other.key) && other.key.value === to)) return undefined;
  const [from, until] = rangeOf(key);
  // A key in quotes stays in them.
  const quote = /['"]/.test(text.charAt(from)) ? 1 : 0;
  return { start: from + quote, end: until - quote, by: to };
}

/** The lines of an entry as comments; nothing in a map in braces, where other entries may share the line. */
function commenting(text: string, map: YAMLMap, { key, value }: Pair): Omit<Edit, keyof KeyChange> | undefined {
  if (map.flow) return undefined;
  const start = text.lastIndexOf('\n', rangeOf(key)[0]) + 1;
  const written = text.slice(start, rangeOf(value ?? key)[1]).trimEnd();
  return { start, end: start + written.length, by: written.replaceAll(/^/gm, '# ') };
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
