import { CorrectableError } from '../errors.ts';
import type { IsoDate } from './calendar.ts';
import { loadPolicy, type Policy } from './format/load.ts';
import { policyPathOf, policyPathsIn, readPolicyText, rulesPathOf, rulesTextOf } from './format/parts/policy-text.ts';
import { PolicyFileError } from './format/policy-file-error.ts';
import type { PolicyFile } from './format/schema.ts';

/** The versions of each policy by its id, oldest first; never an empty list. */
export type PolicyCatalog = ReadonlyMap<string, readonly Policy[]>;

/** The folder of policies is not there, is no folder, or may not be read. */
export class PoliciesFolderError extends CorrectableError {
  readonly code = 'policies-folder';
}

/** The first day on which purchases are judged by this version. */
export function effectiveFromOf({ effectiveFrom, version }: PolicyFile): IsoDate {
  return effectiveFrom ?? version;
}

/** The version in force on a day; before the first of all, the first. */
export function inForceOn(versions: readonly Policy[], day: IsoDate): Policy | undefined {
  return versions.findLast(({ file }) => effectiveFromOf(file) <= day) ?? versions[0];
}

/** The policy for who names none: the one that was chosen, else the product's own example, else the first there is. */
export function defaultOf(catalog: PolicyCatalog, chosen: string | undefined): string | undefined {
  if (chosen !== undefined) return catalog.has(chosen) ? chosen : undefined;
  return catalog.has(EXAMPLE) ? EXAMPLE : [...catalog.keys()][0];
}

const EXAMPLE = 'equipment-shop';

/** Versions of one policy in the order in which they came into force. */
export function oldestFirst(versions: readonly Policy[]): Policy[] {
  return versions.toSorted((a, b) => effectiveFromOf(a.file).localeCompare(effectiveFromOf(b.file)));
}

/**
 * The policies of a folder: a file each, or a folder each with `policy.yaml` in it; several may be versions of one, and
 * their names mean nothing. Throws PolicyFileError on the first with a mistake, and on two in force from the same day;
 * PoliciesFolderError if there is no such folder.
 */
export function loadCatalog(folder: string): PolicyCatalog {
  return catalogOf(policiesIn(folder));
}

function* policiesIn(folder: string): Iterable<Located> {
  for (const path of pathsIn(folder)) yield { path, policy: loadPolicy(path) };
}

/** The same where policies are loaded by who else does it, one after the other, from their text. */
export async function loadCatalogWith(
  folder: string,
  load: (text: string, name: string) => Promise<Policy>,
): Promise<PolicyCatalog> {
  const located: Located[] = [];
  for (const path of pathsIn(folder)) {
    const name = policyPathOf(path);
    located.push({ path, policy: await load(readPolicyText(name), name) });
  }
  return catalogOf(located);
}

interface Located {
  path: string;
  policy: Policy;
}

function catalogOf(located: Iterable<Located>): PolicyCatalog {
  const catalog = new Map<string, Policy[]>();
  const paths = new Map<string, string>();
  for (const { path, policy } of located) {
    const { id } = policy.file;
    const since = effectiveFromOf(policy.file);
    const other = paths.get(`${id} ${since}`);
    if (other !== undefined) throw sameDay(path, policy, other);
    paths.set(`${id} ${since}`, path);
    catalog.set(id, oldestFirst([...(catalog.get(id) ?? []), policy]));
  }
  return catalog;
}

function pathsIn(folder: string): string[] {
  try {
    return policyPathsIn(folder);
  } catch (cause) {
    const message = `The folder of policies, ${folder}, cannot be read; set POLICIES_DIR to the one that has them.`;
    throw new PoliciesFolderError(message, { cause });
  }
}

function sameDay(path: string, { file, text }: Policy, other: string): PolicyFileError {
  const key = file.effectiveFrom === undefined ? 'version' : 'effectiveFrom';
  const rules = rulesTextOf(text);
  const line = 1 + rules.split('\n').findIndex((one) => one.startsWith(`${key}:`));
  const at = rulesPathOf(text, path);
  const message = `${file.id} is in force from ${effectiveFromOf(file)} in ${other} too; expected another day`;
  return new PolicyFileError(path, [{ file: at, line: Math.max(1, line), column: 1, path: key, message }]);
}
