import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Policy } from '../../../src/policy/format/load.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { isTree } from '../../../src/policy/format/parts/tree.ts';
import { readYaml } from '../../../src/policy/format/yaml/yaml-text.ts';

const page = readFileSync('docs/guides/policies.md', 'utf8');
/** The worked example of the guide: the one block that is a whole file. */
const [, shoeShop = ''] = /```yaml\n(# yaml-language-server[^`]*id: shoe-shop[^`]*)```/.exec(page) ?? [];

/** The YAML of the recipe under a heading of the guide; a further block of it by its number. */
export function recipeText(heading: string, number = 0): string {
  const at = page.indexOf(`### ${heading}\n`);
  const blocks = at < 0 ? [] : [...page.slice(at).matchAll(/```yaml\n([^`]*)```/g)];
  const block = blocks[number]?.[1];
  if (block === undefined) throw new Error(`the guide has no recipe "${heading}"`);
  return block;
}

/** The shoe shop of the guide with the recipe under a heading put into it. */
export function shoeShopWith(heading: string): Policy {
  return parsePolicy(shoeShopText(heading), 'shoes.yaml');
}

/** The same as a text. */
export function shoeShopText(heading: string): string {
  const [own, recipe] = [shoeShop, recipeText(heading)].map((text) => readYaml(text, 'shoes.yaml').values);
  return stringify(deepMerged(own, recipe));
}

/** One map with what the other says put into it; rows with an id are put into theirs, other lists are taken over whole. */
export function deepMerged(whole: unknown, shown: unknown): unknown {
  if (Array.isArray(whole) && Array.isArray(shown)) return mergedRows(whole, shown);
  if (!isTree(whole) || !isTree(shown)) return shown;
  return {
    ...whole,
    ...Object.fromEntries(
      Object.entries(shown).map(([key, value]) => [
        key,
        Object.hasOwn(whole, key) ? deepMerged(whole[key], value) : value,
      ]),
    ),
  };
}

/** New rows come first, so that they decide before the others. */
function mergedRows(whole: unknown[], shown: unknown[]): unknown[] {
  const idOf = (row: unknown): unknown => (isTree(row) ? row.id : undefined);
  if (shown.some((row) => idOf(row) === undefined)) return shown;
  const isKnown = (row: unknown): boolean => whole.some((one) => idOf(one) === idOf(row));
  const merged = whole.map((row) =>
    deepMerged(
      row,
      shown.find((one) => idOf(one) === idOf(row)),
    ),
  );
  const kept = merged.map((row, i) => row ?? whole[i]);
  return [...shown.filter((row) => !isKnown(row)), ...kept];
}
