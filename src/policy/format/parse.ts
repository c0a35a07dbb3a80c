import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Space } from '../check/space.ts';
import { compilePolicy, GAP, type Policy, type PolicySource, type Translation } from '../engine/diagram/compile.ts';
import { PolicyTooLargeError } from '../engine/diagram/too-large.ts';
import { expectedKeys } from './expected-keys.ts';
import { type JoinedPolicy, joinFiles } from './parts/join.ts';
import { filesOf } from './parts/policy-text.ts';
import { type PathProblem, PolicyFileError, type PolicyProblem, pathName } from './policy-file-error.ts';
import { coverageProblems } from './references/coverage.ts';
import { unpromisedLanguages } from './references/promises.ts';
import { referenceProblems } from './references/references.ts';
import { type PolicyFile, policyFileSchema } from './schema.ts';
import { whatBecameOf } from './upgrade/old-keys.ts';
import { upgradedPolicy } from './upgrade/upgrade.ts';
import { type FilePosition, readYaml } from './yaml/yaml-text.ts';

/** A policy that compiles. It may still be unfit for use: `parsePolicy` refuses gaps and text without a source. */
export interface ExaminedPolicy {
  policy: Policy;
  /** The content of the files, as plain values. */
  values: unknown;
  /** See `JoinedPolicy`. */
  positionOf: JoinedPolicy['positionOf'];
  customerAt: JoinedPolicy['customerAt'];
}

/**
 * Reads a policy from its text, that of one file or of all files of a folder (see `readPolicyText`); `name` is the path
 * of the file or folder. Throws PolicyFileError with file, line and expectation of each mistake.
 */
export function parsePolicy(text: string, name: string): Policy {
  const examined = examinePolicy(text, name);
  const unpromised = unpromisedLanguages(examined.policy);
  if (unpromised.length === 0) return whole(examined, name);
  const problems = unpromised.map(({ language, message }) => ({
    path: '',
    ...examined.positionOf([], language),
    message,
  }));
  throw new PolicyFileError(name, problems);
}

/**
 * Reads a policy that was kept, perhaps years ago: text and digest stay what they were then, so that those who began
 * with it find it again, and old keys are read as what they are called today. Throws PolicyFileError.
 */
export function parseKeptPolicy(kept: { text: string; digest: string }, name: string): Policy {
  return whole(examined(upgradedPolicy(kept.text, name), name, kept), name);
}

function whole({ policy, positionOf }: ExaminedPolicy, name: string): Policy {
  const problems = [...coverageProblems(policy.file), ...gapProblems(policy)];
  if (problems.length === 0) return policy;
  throw new PolicyFileError(
    name,
    problems.map((problem) => located(positionOf, problem)),
  );
}

/** Compiles the text of a policy for `check`; throws PolicyFileError if it cannot be compiled. */
export function examinePolicy(text: string, name: string): ExaminedPolicy {
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return examined(text, name, { text, digest });
}

function examined(text: string, name: string, identity: { text: string; digest: string }): ExaminedPolicy {
  const files = filesOf(text);
  const { values, positionOf, customerAt, translations } = files ? joinFiles(files, name) : alone(text, name);
  const read = (from: unknown, language?: string): PolicyFile => {
    const positionIn = (path: readonly PropertyKey[]): FilePosition => positionOf(path, language);
    const fail = (problems: PathProblem[]): never => {
      throw new PolicyFileError(
        name,
        problems.map((problem) => located(positionIn, problem)),
      );
    };
    const parsed = policyFileSchema.safeParse(from, { reportInput: true });
    if (!parsed.success) return fail(parsed.error.issues.flatMap((issue) => pathProblems(issue, name)));
    const wrong = referenceProblems(parsed.data);
    return wrong.length > 0 ? fail(wrong) : parsed.data;
  };
  const file = read(values);
  const translated = translations.map(({ language, values, missing, surplus }): [string, Translation] => [
    language,
    { file: read(values, language), missing, surplus },
  ]);
  const source = { ...identity, translations: new Map(translated) };
  return {
    policy: compiled(file, source, (problem) => located(positionOf, problem), name),
    values,
    positionOf,
    customerAt,
  };
}

function compiled(
  file: PolicyFile,
  source: PolicySource,
  locate: (problem: PathProblem) => PolicyProblem,
  name: string,
): Policy {
  try {
    return compilePolicy(file, source);
  } catch (cause) {
    if (!(cause instanceof PolicyTooLargeError)) throw cause;
    const path = cause.row ? ['decisions', file.decisions.findIndex(({ id }) => id === cause.row?.id)] : ['decisions'];
    throw new PolicyFileError(name, [locate({ path, message: cause.message })]);
  }
}

function alone(text: string, file: string): JoinedPolicy {
  const { values, positionOf } = readYaml(text, file);
  return {
    values,
    positionOf: (path) => ({ file, ...positionOf([...path]) }),
    customerAt: () => undefined,
    translations: [],
  };
}

/** Customers without a decision, as dates allow on the day of the policy's version. */
function gapProblems(policy: Policy): PathProblem[] {
  const { diagram, root } = policy;
  if (!diagram.terminals(root).has(GAP)) return [];
  const witness = new Space(policy, policy.file.version).witness(diagram.apply([root], ([id]) => (id === GAP ? 1 : 0)));
  if (!witness) return [];
  const facts = Object.entries(witness.facts).map(([fact, value]) => `${fact}: ${JSON.stringify(value)}`);
  const who = facts.join(', ') || 'any customer';
  return [{ path: ['decisions'], message: `no decision for ${who}; add a row, human-review if nothing else` }];
}

function pathProblems(issue: z.core.$ZodIssue, file: string): PathProblem[] {
  if (issue.code === 'invalid_union' && issue.errors.length === 0 && 'options' in issue)
    return kindProblems(issue, file);
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (deepest?.length && depth(deepest) > 0) {
      return deepest.flatMap((inner) => pathProblems({ ...inner, path: [...issue.path, ...inner.path] }, file));
    }
    return [{ path: issue.path, message: `expected ${alternatives(issue.errors)}` }];
  }
  if (issue.code === 'unrecognized_keys') return unrecognized(issue.path, issue.keys, expectedKeys(issue.path), file);
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    return [
      { path: issue.path, message: missing ? `missing; expected ${issue.expected}` : `expected ${issue.expected}` },
    ];
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.flatMap((inner) => ({ path: issue.path, message: `as a key expected ${textOf(inner)}` }));
  }
  return [{ path: issue.path, message: textOf(issue) }];
}

/** What is wrong with an entry whose kind, such as a fact's `type`, is missing or none that there is. */
function kindProblems({ path, input, ...issue }: z.core.$ZodIssueInvalidUnion, file: string): PathProblem[] {
  const kind = String(path.at(-1));
  const entry = path.slice(0, -1);
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  const known = expectedKeys(entry);
  const unknown = keys.filter((key) => !known.includes(key));
  const kinds = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
  const ofKind = `${keys.includes(kind) ? '' : 'missing; '}expected one of ${kinds}`;
  return [{ path, message: ofKind }, ...(unknown.length > 0 ? unrecognized(entry, unknown, known, file) : [])];
}

function unrecognized(at: PropertyKey[], keys: string[], known: string[], file: string): PathProblem[] {
  const among = known.length ? `; expected one of ${known.join(', ')}` : '';
  return keys.map((key) => {
    const path = [...at, key];
    return { path, message: whatBecameOf(path, file) ?? `unknown key "${key}"${among}` };
  });
}

function textOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  return issue.code === 'invalid_format' || issue.code === 'custom' ? `expected ${issue.message}` : issue.message;
}

function alternatives(errors: z.core.$ZodIssue[][]): string {
  return [
    ...new Set(
      errors
        .flat()
        .map((issue) => ('expected' in issue ? String(issue.expected) : textOf(issue).replace(/^expected /, ''))),
    ),
  ].join(', or ');
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

function located(positionOf: ExaminedPolicy['positionOf'], { path, message }: PathProblem): PolicyProblem {
  return { path: pathName(path), ...positionOf(path), message };
}
