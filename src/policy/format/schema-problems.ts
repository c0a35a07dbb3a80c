import type { z } from 'zod';
import { expectedKeys, expectedKinds } from './expected-keys.ts';
import type { PathProblem } from './policy-file-error.ts';
import { swappedKeys } from './swapped-keys.ts';
import { whatBecameOf } from './upgrade/old-keys.ts';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong where the schema found an issue, in words for whoever wrote the file. Of several forms that an entry
 * can have, the one that it is nearest to is held against it.
 */
export function schemaProblems(issue: Issue, file: string): PathProblem[] {
  if (issue.code === 'invalid_union') {
    return issue.errors.length === 0 ? kindProblems(issue, file) : unionProblems(issue.path, branchesOf(issue), file);
  }
  if (issue.code === 'unrecognized_keys') return unrecognized(issue, file);
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({ path: issue.path, message: `as a key expected ${wanted(inner)}` }));
  }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ path: issue.path, message: `${isMissing ? 'missing; ' : ''}expected ${wanted(issue)}` }];
}

/** The ways in which an entry fails to have each of its forms; unions within the union are opened. */
function branchesOf({ errors }: z.core.$ZodIssueInvalidUnion): Issue[][] {
  return errors.flatMap((branch) => {
    const [only] = branch;
    return only?.code === 'invalid_union' && only.path.length === 0 && only.errors.length > 0
      ? branchesOf(only)
      : [branch];
  });
}

function unionProblems(path: PropertyKey[], branches: Issue[][], file: string): PathProblem[] {
  const within = (issue: Issue): Issue => ({ ...issue, path: [...path, ...issue.path] });
  const ofKind = branches.filter((branch) => !branch.some(isOtherKind));
  if (ofKind.length === 0) return [{ path, message: `expected ${anyOf(branches, path)}` }];
  const least = Math.min(...ofKind.map(misfits));
  const nearest = ofKind.filter((branch) => misfits(branch) === least);
  const [first = []] = nearest.toSorted((a, b) => depth(b) - depth(a));
  if (nearest.length === 1 || least === 0) {
    const swapped = swappedKeys(first);
    const others = first.filter((issue) => !swapped.some(({ issues }) => issues.includes(issue)));
    return [
      ...swapped.map((swap) => ({ ...swap, path: [...path, ...swap.path] })),
      ...others.flatMap((issue) => schemaProblems(within(issue), file)),
    ];
  }
  return betweenForms(path, nearest, within, file);
}

/** An entry that is no nearer to one form than to another: a key of none of them, none of their keys, or several. */
function betweenForms(
  path: PropertyKey[],
  forms: Issue[][],
  within: (issue: Issue) => Issue,
  file: string,
): PathProblem[] {
  const unknown = forms.map((form) => form.flatMap((issue) => (isUnknown(issue) ? issue.keys : [])));
  const [first = []] = unknown;
  const ofNone = first.filter((key) => unknown.every((keys) => keys.includes(key)));
  const missing = forms.flatMap((form) => form.filter(isMissingKey).map((issue) => String(issue.path[0])));
  const [only, ...others] = ofNone;
  if (only !== undefined) {
    if (others.length === 0 && missing.length > 0 && expectedKeys(path).includes(only))
      return [{ path: [...path, only], message: `expected one of ${unique(missing)} in the place of ${only}` }];
    const issue = forms.flat().find(isUnknown);
    return issue ? unrecognized({ ...issue, path: within(issue).path, keys: ofNone }, file) : [];
  }
  const surplus = [...new Set(unknown.flat())];
  const message =
    surplus.length > 0 ? `expected only one of ${surplus.join(', ')}` : `expected one of ${unique(missing)}`;
  return [{ path, message }];
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}

/** True if an entry is of another kind than the form: a text where a map is expected. */
function isOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_type';
}

function isUnknown(issue: Issue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0;
}

function isMissingKey(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 1 && issue.input === undefined;
}

/** The number of keys that a form lacks or does not know. */
function misfits(form: Issue[]): number {
  return form.reduce((sum, issue) => sum + (isUnknown(issue) ? issue.keys.length : isMissingKey(issue) ? 1 : 0), 0);
}

function depth(form: Issue[]): number {
  return Math.max(...form.map(({ path }) => path.length));
}

function anyOf(branches: Issue[][], path: PropertyKey[]): string {
  const issues = branches.flat().filter(isOtherKind);
  const kinds = [...new Set(issues.map((issue) => (issue.code === 'invalid_type' ? kindInWords(issue.expected) : '')))];
  const keys = kinds.includes('a map') ? expectedKeys(path) : [];
  const named = kinds.map((kind) =>
    kind === 'a map' && keys.length > 0 ? `a map with one of ${keys.join(', ')}` : kind,
  );
  return `${named.join(', or ')}${found(issues[0])}`;
}

/** What is wrong with an entry whose kind, such as a fact's `type`, is missing or none that there is. */
function kindProblems({ path, input, ...issue }: z.core.$ZodIssueInvalidUnion, file: string): PathProblem[] {
  const kind = String(path.at(-1));
  const entry = path.slice(0, -1);
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  const known = expectedKeys(entry);
  const unknown = keys.filter((key) => !known.includes(key));
  const kinds = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : known.join(', ');
  const ofKind = `${keys.includes(kind) ? '' : 'missing; '}expected one of ${kinds}`;
  const others = unknown.length > 0 ? unrecognized({ path: entry, keys: unknown, input }, file) : [];
  return [{ path, message: ofKind }, ...others];
}

function unrecognized(
  { path, keys, input }: { path: PropertyKey[]; keys: string[]; input?: unknown },
  file: string,
): PathProblem[] {
  const known = expectedKeys(path);
  const among = known.length > 0 ? `; expected one of ${known.join(', ')}` : '';
  return keys.map((key) => {
    const here = [...path, key];
    const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, key) : undefined;
    if (known.includes(key)) return { path: here, message: misplaced(here, value, input) };
    const comma = value === null ? ' without a value; a text with a comma in it stands in quotes' : '';
    return { path: here, message: whatBecameOf(here, file) ?? `unknown key "${key}"${comma}${among}` };
  });
}

/** A key that other forms of the entry have: it is of another kind than there, or stands beside what it cannot. */
function misplaced(path: PropertyKey[], value: unknown, entry: unknown): string {
  const kinds = expectedKinds(path);
  const isOfKind = kinds.length === 0 || kinds.some((kind) => isOf(kind, value));
  if (!isOfKind) return `expected ${kinds.map(kindInWords).join(', or ')}`;
  const others = Object.keys(entry ?? {}).filter((key) => key !== path.at(-1));
  return `"${String(path.at(-1))}" does not go with ${others.join(', ')}`;
}

/** True for a value of a kind, by its name in JSON Schema. */
function isOf(kind: string, value: unknown): boolean {
  if (kind === 'integer') return Number.isInteger(value);
  return kind === (Array.isArray(value) ? 'array' : typeof value);
}

/** What an issue expects, in words that go on after "expected". */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${kindInWords(issue.expected)}${found(issue)}`;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'some text';
      return limit(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return limit(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    default:
      return issue.message.replace(/^expected /, '');
  }
}

function limit(origin: string, than: string, count: number | bigint): string {
  if (origin === 'array') return `${than} ${count} in the list`;
  if (origin === 'string') return `${than} ${count.toLocaleString('en')} characters`;
  return `${than} ${count.toLocaleString('en')}`;
}

const kindsInWords: Partial<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function kindInWords(expected: string): string {
  return kindsInWords[expected] ?? expected;
}

/** What stands there instead, where it helps to hear it. */
function found(issue: Issue | undefined): string {
  if (issue?.code !== 'invalid_type') return '';
  const { input, expected } = issue;
  if (typeof input === 'number' || typeof input === 'boolean')
    return expected === 'string' ? `; put ${input} in quotes` : `, not ${input}`;
  if (typeof input === 'string' && input.length <= 40) {
    if (expected === 'array') return `, such as [${input}]`;
    return expected === 'string' ? '' : `, not "${input}"`;
  }
  return input === null ? ', not nothing' : '';
}
