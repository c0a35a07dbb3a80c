import type { PolicyFile } from '../format/schema.ts';

/** Changes between two files that are said beside the answers, as paths in the file's own words. */
export interface TextChanges {
  /** Texts that people read. */
  wording: string[];
  /** Entries that order the questions. */
  interview: string[];
  /** All else: rules, also those that say the same in another way. */
  rules: string[];
}

const wordingKeys = new Set(
  'name tagline greeting statutoryNote emergencyNumber helpline urgent theme label question help title headline sentence summary synonyms phrases negativePhrases intents sampleQuestions text section steps notes because forms formFields source language languages'.split(
    ' ',
  ),
);
const interviewKeys = new Set(['likelihood', 'unknownLikelihood', 'cost', 'opening', 'askFor', 'fromOrder', 'order']);
const versionKeys = new Set(['version', 'effectiveFrom']);

/** The places in which two policy files differ, by what they are for. */
export function textChanges(old: PolicyFile, fresh: PolicyFile): TextChanges {
  const found: TextChanges = { wording: [], interview: [], rules: [] };
  for (const path of differences(old, fresh, [])) {
    const name = path.join('.');
    if (isName(path) || isExample(path)) continue;
    if (path.some((key) => wordingKeys.has(key)) && !isCondition(path)) found.wording.push(name);
    else if (path.some((key) => interviewKeys.has(key))) found.interview.push(name);
    else if (!versionKeys.has(path[0] ?? '')) found.rules.push(name);
  }
  return found;
}

/** True for what says whom a step, a note or a field is for. */
function isCondition(path: readonly string[]): boolean {
  return (path[0] === 'decisions' || path[0] === 'formFields') && path.includes('when');
}

/** True for the name by which wording refers to a rule of what is impossible. */
function isName(path: readonly string[]): boolean {
  return path[0] === 'impossible' && path.length === 3 && path[2] === 'id';
}

/** True for what shows a clause by customers, which decides nothing. */
function isExample(path: readonly string[]): boolean {
  return path[0] === 'clauses' && path[2] === 'examples';
}

/** The deepest places where two JSON values differ; a list is one place unless both have the same length. */
function differences(a: unknown, b: unknown, path: string[]): string[][] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  if (lengthOf(a) !== lengthOf(b)) return [path];
  const [old, fresh] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const inner = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) =>
    differences(old.get(key), fresh.get(key), [...path, key]),
  );
  return inner.length ? inner : [path];
}

function lengthOf(value: object): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}
