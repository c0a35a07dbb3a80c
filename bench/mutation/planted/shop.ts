import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { filesOf, readPolicyText } from '../../../src/policy/format/parts/policy-text.ts';
import { isTree } from '../../../src/policy/format/parts/tree.ts';

/** A shop whose files are in order, as text by name. */
export interface Shop {
  id: string;
  files: ReadonlyMap<string, string>;
  /** The line of each row of `decisions`, and the first line after them all. */
  rows: number[];
  /** The rules as YAML gives them. */
  values: unknown;
}

/** A mistake in a shop's files. */
export interface Planted {
  shop: Shop;
  /** The mistake in words. */
  what: string;
  /** The files as they are with it. */
  files: ReadonlyMap<string, string | Buffer>;
  /** The lines on which it stands, the first and the last; of a removed row the lines around it. */
  at: { file: string; from: number; to: number };
}

/** Reads the shop in a folder. */
export function readShop(folder: string): Shop {
  const text = readPolicyText(folder);
  const files = filesOf(text) ?? new Map([['policy.yaml', text]]);
  const { policy, values, positionOf } = examinePolicy(text, folder);
  const starts = policy.file.decisions.map((_, at) => positionOf(['decisions', at]).line);
  const lines = linesOf(files, 'policy.yaml');
  const end = lines.findIndex((line, at) => at >= (starts.at(-1) ?? 0) && /^\S/.test(line));
  if (!isTree(values)) throw new Error(`${folder} is no policy`);
  return { id: policy.file.id, files, rows: [...starts, (end < 0 ? lines.length : end) + 1], values };
}

export function linesOf(files: ReadonlyMap<string, string>, name: string): string[] {
  return files.get(name)?.split('\n') ?? [];
}

/** The shop with some lines of a file replaced; lines count from 1. */
export function withLines(
  shop: Shop,
  file: string,
  from: number,
  count: number,
  lines: string[],
  what: string,
): Planted {
  const changed = linesOf(shop.files, file).toSpliced(from - 1, count, ...lines);
  const files = new Map<string, string | Buffer>(shop.files).set(file, changed.join('\n'));
  return { shop, what, files, at: { file, from, to: Math.max(from, from + lines.length - 1) } };
}
