import { createHash } from 'node:crypto';
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Space } from './check/space.ts';
import { compilePolicy, GAP, type Policy } from './compile.ts';
import { coverageProblems } from './coverage.ts';
import { expectedKeys } from './expected-keys.ts';
import { PolicyFileError, type PolicyProblem } from './policy-file-error.ts';
import { referenceProblems } from './references.ts';
import { policyFileSchema } from './schema.ts';

/** A mistake before it has a line: the path in the file, and what was expected there. */
export interface PathProblem {
  path: PropertyKey[];
  message: string;
}

/** Where something stands in the file's text; both start at 1. */
export interface Place {
  line: number;
  column: number;
}

/** A file that compiles. It may still be unfit for use: `parsePolicy` refuses gaps and text without a source. */
export interface ExaminedPolicy {
  policy: Policy;
  /** Where a path of the file stands, or as much of the path as there is. */
  placeOf(path: PropertyKey[]): Place;
}

/** Reads a policy from the text of its file; throws PolicyFileError with file, line and expectation of each mistake. */
export function parsePolicy(text: string, file: string): Policy {
  const { policy, placeOf } = examinePolicy(text, file);
  const problems = [...coverageProblems(policy.file), ...gapProblems(policy)];
  if (problems.length === 0) return policy;
  throw new PolicyFileError(
    file,
    problems.map((problem) => located(placeOf, problem)),
  );
}

/** Compiles the text of a policy file for `check`; throws PolicyFileError if it cannot be compiled. */
export function examinePolicy(text: string, file: string): ExaminedPolicy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { line, column: col, path: '', message: firstLine(error.message) };
  });
  if (syntax.length) throw new PolicyFileError(file, syntax);

  const placeOf = (path: PropertyKey[]): Place => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return { line, column: col };
  };
  const fail = (problems: PathProblem[]): never => {
    throw new PolicyFileError(
      file,
      problems.map((problem) => located(placeOf, problem)),
    );
  };
  const parsed = policyFileSchema.safeParse(document.toJS());
  if (!parsed.success) return fail(parsed.error.issues.flatMap(pathProblems));
  const wrong = referenceProblems(parsed.data);
  if (wrong.length) return fail(wrong);

  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return { policy: compilePolicy(parsed.data, { text, digest }), placeOf };
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

function pathProblems(issue: z.core.$ZodIssue): PathProblem[] {
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
    if (deepest?.length && depth(deepest) > 0) {
      return deepest.flatMap((inner) =>
        pathProblems({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue),
      );
    }
    return [{ path: issue.path, message: `expected ${alternatives(issue.errors)}` }];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = expectedKeys(issue.path);
    const among = known.length ? `; expected one of ${known.join(', ')}` : '';
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `unknown key "${key}"${among}` }));
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined && issue.message.includes('undefined');
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

function located(placeOf: ExaminedPolicy['placeOf'], { path, message }: PathProblem): PolicyProblem {
  return { ...placeOf(path), path: pathName(path), message };
}

/** A path of the file as it is written in messages, e.g. `decisions[3].when.delivery`. */
export function pathName(path: PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}

/** Where the path stands in the text, or as far as it exists: the key of an entry, the start of an item. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) break;
      offset = rangeStart(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (node === undefined) break;
      offset = rangeStart(node);
    } else break;
  }
  return offset;
}

function rangeStart(node: unknown): number {
  return (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, '');
}
