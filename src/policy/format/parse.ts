import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Space } from '../check/space.ts';
import { compilePolicy, GAP, type Policy } from '../engine/compile.ts';
import { coverageProblems } from './coverage.ts';
import { expectedKeys } from './expected-keys.ts';
import { newNameOf } from './old-keys.ts';
import { type PathProblem, PolicyFileError, type PolicyProblem } from './policy-file-error.ts';
import { referenceProblems } from './references.ts';
import { policyFileSchema } from './schema.ts';
import { upgraded } from './upgrade.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

/** A file that compiles. It may still be unfit for use: `parsePolicy` refuses gaps and text without a source. */
export interface ExaminedPolicy {
  policy: Policy;
  placeOf: YamlText['placeOf'];
}

/** Reads a policy from the text of its file; throws PolicyFileError with file, line and expectation of each mistake. */
export function parsePolicy(text: string, file: string): Policy {
  return whole(examinePolicy(text, file), file);
}

/**
 * Reads a policy that was kept, perhaps years ago: text and digest stay what they were then, so that those who began
 * with it find it again, and old keys are read as what they are called today. Throws PolicyFileError.
 */
export function parseKeptPolicy(kept: { text: string; digest: string }, name: string): Policy {
  return whole(examined(upgraded(kept.text, name).text, name, kept), name);
}

function whole({ policy, placeOf }: ExaminedPolicy, file: string): Policy {
  const problems = [...coverageProblems(policy.file), ...gapProblems(policy)];
  if (problems.length === 0) return policy;
  throw new PolicyFileError(
    file,
    problems.map((problem) => located(placeOf, problem)),
  );
}

/** Compiles the text of a policy file for `check`; throws PolicyFileError if it cannot be compiled. */
export function examinePolicy(text: string, file: string): ExaminedPolicy {
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return examined(text, file, { text, digest });
}

function examined(text: string, file: string, identity: { text: string; digest: string }): ExaminedPolicy {
  const { values, placeOf } = readYaml(text, file);
  const fail = (problems: PathProblem[]): never => {
    throw new PolicyFileError(
      file,
      problems.map((problem) => located(placeOf, problem)),
    );
  };
  const parsed = policyFileSchema.safeParse(values, { reportInput: true });
  if (!parsed.success) return fail(parsed.error.issues.flatMap((issue) => pathProblems(issue, file)));
  const wrong = referenceProblems(parsed.data);
  if (wrong.length) return fail(wrong);

  return { policy: compilePolicy(parsed.data, identity), placeOf };
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
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (deepest?.length && depth(deepest) > 0) {
      return deepest.flatMap((inner) =>
        pathProblems({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, file),
      );
    }
    return [{ path: issue.path, message: `expected ${alternatives(issue.errors)}` }];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = expectedKeys(issue.path);
    const among = known.length ? `; expected one of ${known.join(', ')}` : '';
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const newName = newNameOf(path);
      if (newName === undefined) return { path, message: `unknown key "${key}"${among}` };
      return { path, message: `${key} is now called ${newName}; "returns upgrade ${file}" rewrites it` };
    });
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined;
    return [
      { path: issue.path, message: missing ? `missing; expected ${issue.expected}` : `expected ${issue.expected}` },
    ];
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.flatMap((inner) => ({ path: issue.path, message: `as a key expected ${said(inner)}` }));
  }
  return [{ path: issue.path, message: said(issue) }];
}

function said(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  return issue.code === 'invalid_format' || issue.code === 'custom' ? `expected ${issue.message}` : issue.message;
}

function alternatives(errors: z.core.$ZodIssue[][]): string {
  return [
    ...new Set(
      errors
        .flat()
        .map((issue) => ('expected' in issue ? String(issue.expected) : said(issue).replace(/^expected /, ''))),
    ),
  ].join(', or ');
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

function located(placeOf: YamlText['placeOf'], { path, message }: PathProblem): PolicyProblem {
  return { ...placeOf(path), path: pathName(path), message };
}

/** A path of the file as it is written in messages, e.g. `decisions[3].when.delivery`. */
export function pathName(path: PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}
