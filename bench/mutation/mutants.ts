import { standardResolutionSchema } from '../../src/policy/format/outcome-schema.ts';
import type { Condition } from '../../src/policy/format/schema.ts';
import { replaced, type Site, sitesOf } from './sites.ts';

/** A policy file as YAML gives it; mutants need not be policies any more. */
export interface RawPolicy {
  decisions: unknown[];
  [section: string]: unknown;
}

/** A policy file with one mistake, such as an editor could make. */
export interface Mutant {
  /** The mutation, in words. */
  change: string;
  /** Its path in the policy. */
  path: PropertyKey[];
  file: RawPolicy;
}

/** Every mutant of a policy file. */
export function mutantsOf(file: RawPolicy): Mutant[] {
  const mutants: Mutant[] = [];
  const mutate = (change: string, path: PropertyKey[], value: unknown): void => {
    mutants.push({ change, path, file: replaced(file, path, value) });
  };
  for (const site of conditionSites(file)) {
    for (const [change, value] of conditionChanges(site.value)) mutate(change, site.path, value);
  }
  for (const { path, value } of sitesOf(file)) {
    if (isDroppable(path)) mutate('drop', path, undefined);
    if (path[0] === 'decisions' && path.at(-1) === 'resolution') {
      for (const other of standardResolutionSchema.options)
        if (other !== value) mutate(`swap for ${other}`, path, other);
    }
    if (typeof value === 'number' && isBoundaryOrFee(path)) {
      mutate('one more', path, value + 1);
      mutate('one less', path, value - 1);
    }
  }
  file.decisions.slice(1).forEach((row, at) => {
    const swapped = file.decisions.with(at, row).with(at + 1, file.decisions[at]);
    const path = ['decisions', at + 1];
    mutants.push({ change: 'swap with the row above', path, file: { ...file, decisions: swapped } });
  });
  return mutants;
}

const lists = new Set<PropertyKey>(['clauses', 'terms', 'anyOf', 'alternatives']);
const parts = new Set<PropertyKey>(['fee', 'deadline', 'sendBy', 'refundAs']);

/** A row, a rule, a citation, an alternative, a fee or a deadline. */
function isDroppable(path: PropertyKey[]): boolean {
  const [section, , list] = path;
  if (section === 'impossible') return path.length === 2;
  if (section === 'citations') return path.length === 3;
  if (section !== 'decisions') return false;
  if (path.length === 2) return true;
  return path.length === 3 ? parts.has(list as PropertyKey) : path.length === 4 && lists.has(list as PropertyKey);
}

function isBoundaryOrFee(path: PropertyKey[]): boolean {
  if (path.includes('likelihood')) return false;
  return path[0] === 'derived' || (path[0] === 'decisions' && path[2] === 'fee');
}

function conditionSites(file: RawPolicy): Site<Condition>[] {
  const keys = new Set<PropertyKey | undefined>(['when', 'unless', 'applies']);
  return sitesOf(file)
    .filter(({ path }) => keys.has(path.at(-1)) || (path[0] === 'conditions' && path.length === 2))
    .filter((site): site is Site<Condition> => typeof site.value === 'object' && site.value !== null);
}

/** Each way to drop or negate one part of a condition, or to drop one of the values that a part allows. */
function conditionChanges(condition: Condition): [change: string, value: Condition][] {
  return Object.entries(condition).flatMap(([key, value]): [string, Condition][] => {
    const { [key]: _, ...rest } = condition;
    const changes: [string, Condition][] = [
      [`drop ${key}`, rest],
      [`negate ${key}`, { ...rest, all: [...((rest.all as Condition[]) ?? []), { not: { [key]: value } }] }],
    ];
    if (key === 'not') {
      for (const [change, inner] of conditionChanges(value as Condition))
        changes.push([change, { ...rest, not: inner }]);
    } else if (Array.isArray(value)) {
      value.forEach((item, at) => {
        if (value.length > 1) changes.push([`drop ${key} ${shown(item)}`, { ...rest, [key]: value.toSpliced(at, 1) }]);
        if (key !== 'any' && key !== 'all') return;
        for (const [change, inner] of conditionChanges(item as Condition))
          changes.push([change, { ...rest, [key]: value.with(at, inner) }]);
      });
    }
    return changes;
  });
}

function shown(item: unknown): string {
  return typeof item === 'string' ? item : JSON.stringify(item);
}
