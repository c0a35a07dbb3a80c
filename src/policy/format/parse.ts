import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { Space } from '../check/space.ts';
import { compilePolicy, GAP, type Policy, type PolicySource, type Translation } from '../engine/diagram/compile.ts';
import { PolicyTooLargeError } from '../engine/diagram/too-large.ts';
import { extendedPart } from './parts/extended.ts';
import { type JoinedPolicy, joinFiles } from './parts/join.ts';
import { filesOf, RULES_FILE } from './parts/policy-text.ts';
import { isTree } from './parts/tree.ts';
import { type PathProblem, PolicyFileError, type PolicyProblem, pathName } from './policy-file-error.ts';
import { coverageProblems } from './references/coverage.ts';
import { unpromisedLanguages } from './references/promises.ts';
import { referenceProblems } from './references/references.ts';
import { type PolicyFile, policyFileSchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
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
  return examined(text, name, { text, digest: digestOf(text) });
}

/** What a policy is pinned by: `sha256:` and the hex digest of its text. */
export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function examined(text: string, name: string, identity: { text: string; digest: string }): ExaminedPolicy {
  const files = filesOf(text);
  const { values, positionOf, customerAt, translations } = files
    ? joinFiles(files, folderOf(files, name))
    : alone(text, name);
  const read = (from: unknown, language?: string): PolicyFile => {
    const positionIn = (path: readonly PropertyKey[]): FilePosition => positionOf(path, language);
    const fail = (problems: PathProblem[]): never => {
      throw new PolicyFileError(
        name,
        problems.map((problem) => located(positionIn, problem)),
      );
    };
    const parsed = policyFileSchema.safeParse(from, { reportInput: true });
    if (!parsed.success) return fail(parsed.error.issues.flatMap((issue) => schemaProblems(issue, name)));
    const wrong = referenceProblems(parsed.data);
    return wrong.length > 0 ? fail(wrong) : parsed.data;
  };
  const unread = unreadProblems(values, files);
  if (unread.length > 0)
    throw new PolicyFileError(
      name,
      unread.map((problem) => located(positionOf, problem)),
    );
  const file = read(values);
  const translated = translations.map(({ language, values, missing, surplus }): [string, Translation] => [
    language,
    { file: read(values, language), missing, surplus },
  ]);
  const source = { ...identity, name, translations: new Map(translated) };
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

/** What a policy extends has to be part of its text, which is all that its digest stands for. */
function unreadProblems(values: unknown, files: ReadonlyMap<string, string> | undefined): PathProblem[] {
  const isRead = [...(files?.keys() ?? [])].some(extendedPart);
  return isTree(values) && values.extends !== undefined && !isRead
    ? [{ path: ['extends'], message: 'what it extends was not read with it' }]
    : [];
}

/** The folder in which the files lie; a file alone has further ones with it only where it extends some. */
function folderOf(files: ReadonlyMap<string, string>, name: string): string {
  return [...files.keys()].some(extendedPart) && !files.has(RULES_FILE) ? dirname(name) : name;
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

function located(positionOf: ExaminedPolicy['positionOf'], { path, message }: PathProblem): PolicyProblem {
  return { path: pathName(path), ...positionOf(path), message };
}
