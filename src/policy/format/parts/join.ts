import { join } from 'node:path';
import { type PathProblem, PolicyFileError, type PolicyProblem, pathName } from '../policy-file-error.ts';
import { whatBecameOf } from '../upgrade/old-keys.ts';
import { type FilePosition, readYaml } from '../yaml/yaml-text.ts';
import { customerAt, pathInExamples, putExamples } from './examples.ts';
import { EXAMPLES_FILE, languageOf, RULES_FILE } from './policy-text.ts';
import { type JoinedTranslation, translationOf } from './translation.ts';
import { entriesOf, isTree, type Tree, valueAt } from './tree.ts';
import { putWording, type Wording, wordingIn } from './wording.ts';
import { isWording, leadsToWording, listsById, wordingKeysAt } from './wording-paths.ts';

/** The files of a policy as one: the values that one file alone would have, in the policy's first language. */
export interface JoinedPolicy {
  values: unknown;
  /**
   * The file and place where a path of the values stands; wording in the file of this language, else of the first. The
   * empty path with a further language is the first line of its file.
   */
  positionOf(path: readonly PropertyKey[], language?: string): FilePosition;
  /** The name of the customer whom the example at a path is; `undefined` where it stands beside its clause. */
  customerAt(path: readonly PropertyKey[]): string | undefined;
  /** The other languages that have a file. */
  translations: JoinedTranslation[];
}

/** One file of the folder. */
interface Part {
  file: string;
  values: unknown;
  at(path: readonly PropertyKey[]): FilePosition;
}

/**
 * Joins the files of a policy's folder; throws PolicyFileError for what stands in the wrong one or belongs to nothing.
 */
export function joinFiles(files: ReadonlyMap<string, string>, folder: string): JoinedPolicy {
  const parts = new Map([...files].map(([name, text]) => [name, readPart(text, join(folder, name))]));
  const rules = parts.get(RULES_FILE);
  if (!rules) throw noRules(join(folder, RULES_FILE));
  const examples = parts.get(EXAMPLES_FILE);
  const languages = new Map(
    [...parts].flatMap(([name, part]) => {
      const language = languageOf(name);
      return language === undefined ? [] : [[language, part] as const];
    }),
  );
  const values = structuredClone(rules.values);
  const first = isTree(values) ? String(values.language) : '';
  const words = languages.get(first);
  const problems: PolicyProblem[] = [
    ...(isWordless(rules.values, first, languages) ? located(rules, [withoutWords(first, languages)]) : []),
    ...[...languages.values()].flatMap((part) => located(part, misplacedIn(part.values, folder))),
    ...(words ? located(rules, leftIn(rules.values, `${first}.yaml`)) : []),
    ...(examples ? located(rules, examplesIn(rules.values)) : []),
  ];
  if (isTree(values)) {
    if (words) problems.push(...located(words, putAll(values, wordingIn(words.values))));
    if (examples) problems.push(...located(examples, putExamples(values, examples.values)));
  }
  if (problems.length > 0) throw new PolicyFileError(folder, problems);
  return {
    values,
    customerAt: (path) => examples && customerAt(examples.values, path),
    positionOf(path, language = first) {
      const isWhole = path.length === 0 && language !== first;
      if (isWhole) return { file: (languages.get(language) ?? rules).file, line: 1, column: 1 };
      const inExamples = examples && pathInExamples(examples.values, path);
      if (inExamples) {
        const isShared = inExamples[0] === 'customers';
        return { ...examples.at(inExamples), ...(isShared && { path: pathName(inExamples) }) };
      }
      const named = withIds(path, rules.values);
      const isOfLanguage = named.some((_, i) => isWording(named.slice(0, i + 1)));
      const part = isOfLanguage ? languages.get(language) : undefined;
      return part ? part.at(named) : rules.at(withPositions(path, rules.values));
    },
    translations: [...languages]
      .filter(([language]) => language !== first)
      .map(([language, part]) => translationOf(values, language, wordingIn(part.values))),
  };
}

/** True if the first language has no file, and the rules no words of their own, as they have where others have one. */
function isWordless(rules: unknown, first: string, languages: ReadonlyMap<string, unknown>): boolean {
  return isTree(rules) && rules.name === undefined && languages.size > 0 && !languages.has(first);
}

function withoutWords(first: string, languages: ReadonlyMap<string, unknown>): PathProblem {
  const message = `there is no ${first}.yaml, so that nothing has words; expected one of ${[...languages.keys()].join(', ')}`;
  return { path: ['language'], message };
}

function readPart(text: string, file: string): Part {
  const { values, positionOf } = readYaml(text, file);
  return { file, values, at: (path) => ({ file, ...positionOf([...path]) }) };
}

function noRules(file: string): PolicyFileError {
  const message = 'there is no such file; it holds the rules of a policy in a folder';
  return new PolicyFileError(file, [{ file, line: 1, column: 1, path: '', message }]);
}

function located(part: Part, problems: PathProblem[]): PolicyProblem[] {
  return problems.map(({ path, message }) => ({ ...part.at(path), path: pathName(path), message }));
}

/** Entries of a language's file that are no wording. */
function misplacedIn(node: unknown, folder: string, path: string[] = []): PathProblem[] {
  if (node === null && path.length === 0) return [];
  if (!isTree(node)) return [{ path, message: 'expected a map' }];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key];
    if (isWording(here)) return [];
    return leadsToWording(here)
      ? misplacedIn(value, folder, here)
      : [{ path: here, message: notWording(here, folder) }];
  });
}

function notWording(path: string[], folder: string): string {
  const key = path.at(-1) ?? '';
  const old = whatBecameOf(path, folder);
  if (old !== undefined) return old;
  return `"${key}" is no wording; expected one of ${wordingKeysAt(path.slice(0, -1)).join(', ')}`;
}

/** Wording among the rules, where it has a file of its own, and rules that such a file cannot name. */
function leftIn(rules: unknown, file: string): PathProblem[] {
  const left = wordingIn(rules).map(({ path }) => ({
    path: withPositions(path, rules),
    message: `this is wording and belongs in ${file}`,
  }));
  const impossible = isTree(rules) && Array.isArray(rules.impossible) ? rules.impossible : [];
  const nameless = impossible.flatMap((rule, i) =>
    isTree(rule) && rule.id === undefined
      ? [{ path: ['impossible', i], message: `expected an id, under which ${file} says its "because"` }]
      : [],
  );
  return [...left, ...nameless];
}

function examplesIn(rules: unknown): PathProblem[] {
  return entriesOf(valueAt(rules, ['clauses']), ['clauses']).flatMap(([id, clause]) =>
    isTree(clause) && clause.examples !== undefined
      ? [{ path: ['clauses', id, 'examples'], message: `examples belong in ${EXAMPLES_FILE}` }]
      : [],
  );
}

/** Puts the first language's wording into the rules; what the rules do not know is a mistake. */
function putAll(values: Tree, wording: readonly Wording[]): PathProblem[] {
  return wording.flatMap(({ path, value }) => {
    if (putWording(values, { path, value })) return [];
    const at = path.findIndex((_, i) => valueAt(values, path.slice(0, i + 1)) === undefined);
    const parent = path.slice(0, at);
    const known = entriesOf(valueAt(values, parent), parent).map(([key]) => key);
    const speechless = known.filter((key) => !wording.some((one) => isWithin([...parent, key], one.path)));
    const [only] = speechless.length === 1 ? speechless : [];
    const among = known.length > 0 ? `; expected one of ${known.join(', ')}` : '';
    const hint = only === undefined ? among : `; is "${only}" meant, which has no words?`;
    return [
      { path: path.slice(0, at + 1), message: `${RULES_FILE} has no "${path[at]}" under ${parent.join('.')}${hint}` },
    ];
  });
}

function isWithin(parent: readonly PropertyKey[], path: readonly PropertyKey[]): boolean {
  return parent.every((key, i) => path[i] === key);
}

/** The path with the item of a list of rules named by its id. */
function withIds(path: readonly PropertyKey[], rules: unknown): PropertyKey[] {
  const [list = '', at, ...within] = path;
  if (!listsById.includes(String(list)) || typeof at !== 'number') return [...path];
  const items = isTree(rules) ? rules[String(list)] : undefined;
  const item = Array.isArray(items) ? items[at] : undefined;
  return isTree(item) && typeof item.id === 'string' ? [list, item.id, ...within] : [...path];
}

/** The path with the item of a list of rules named by its position. */
function withPositions(path: readonly PropertyKey[], rules: unknown): PropertyKey[] {
  const [list = '', id, ...within] = path;
  const items = isTree(rules) ? rules[String(list)] : undefined;
  if (!listsById.includes(String(list)) || typeof id !== 'string' || !Array.isArray(items)) return [...path];
  const at = items.findIndex((item) => isTree(item) && item.id === id);
  return at < 0 ? [...path] : [list, at, ...within];
}
