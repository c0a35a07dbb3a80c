import { isMap, isScalar, type YAMLMap } from 'yaml';
import { oldKeys } from './old-keys.ts';
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

interface KeyEdit extends KeyChange {
  start: number;
  end: number;
}

/**
 * The text of a policy file with today's names in the place of old keys; every other character stays as it is.
 * Throws PolicyFileError if the text is no YAML.
 */
export function upgraded(text: string, file: string): Upgrade {
  const { document, lines } = readWithLines(text, file);
  const edits: KeyEdit[] = [];
  const visit = (node: unknown, left: readonly string[], path: readonly string[], to: string): void => {
    const [part, ...rest] = left;
    if (part === undefined || !isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range || (part !== '*' && part !== key.value)) continue;
      const here = [...path, String(key.value)];
      if (rest.length > 0) visit(value, rest, here, to);
      else if (!hasKey(node, to)) {
        const [from, until] = key.range;
        // A key in quotes stays in them.
        const quote = /['"]/.test(text.charAt(from)) ? 1 : 0;
        const [start, end] = [from + quote, until - quote];
        edits.push({ line: lines.linePos(start).line, path: here.join('.'), from: part, to, start, end });
      }
    }
  };
  for (const { path, renamedTo } of oldKeys) visit(document.contents, path, [], renamedTo);
  return {
    text: edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((result, { start, end, to }) => result.slice(0, start) + to + result.slice(end), text),
    changes: edits.sort((a, b) => a.start - b.start).map(({ line, path, from, to }) => ({ line, path, from, to })),
  };
}

function hasKey(map: YAMLMap, name: string): boolean {
  return map.items.some(({ key }) => isScalar(key) && key.value === name);
}
