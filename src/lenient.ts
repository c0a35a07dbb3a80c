import { z } from 'zod';

/**
 * What a lenient reading brings: the value, and the names of fields that said nothing usable and count as absent; or the
 * field that is needed and missing, and what was expected there.
 */
export type LenientReading<T> = { kind: 'read'; value: T; odd: string[] } | { kind: 'wrong'; at: string; why: string };

type Issue = z.core.$ZodIssue;
type Path = PropertyKey[];

/** The most times that leaving something out may show that something else has to be left out, too. */
const maxRounds = 12;
/** With more mistakes than this it is not worth reading. */
const maxIssues = 500;

/**
 * Reads JSON by a schema, leniently in all that the schema lets be absent: null, an empty text or a value of another
 * kind costs that field alone, and of a list the one entry. `isFinal` names the issues that are mistakes all the same.
 */
export function readLeniently<T>(
  schema: z.ZodType<T>,
  json: unknown,
  isFinal: (issue: Issue) => boolean = () => false,
): LenientReading<T> {
  const first = schema.safeParse(json);
  if (first.success) return { kind: 'read', value: first.data, odd: [] };
  let given = json;
  const odd = new Set<string>();
  let { issues } = first.error;
  for (let round = 0; round < maxRounds && issues.length <= maxIssues; round += 1) {
    const wrong = issues.find((issue) => isFinal(issue) || presentPath(given, issue.path).length === 0);
    if (wrong) return mistake(wrong, first.error.issues);
    for (const { path } of issues) if (!isEmpty(valueAt(given, path))) odd.add(nameOf(path));
    for (const path of outermost(issues.map((issue) => presentPath(given, issue.path)))) given = without(given, path);
    const next = schema.safeParse(given);
    if (next.success) return { kind: 'read', value: next.data, odd: [...odd] };
    ({ issues } = next.error);
  }
  return mistake(issues[0], first.error.issues);
}

/** A text, or a number in its place: systems write ids either way. */
export function textOrNumber<T extends z.ZodType<string, string>>(schema: T) {
  return z.preprocess((value) => (typeof value === 'number' ? String(value) : value), schema);
}

/** What was wrong at first there, which says more than that it is missing by now. */
function mistake(wrong: Issue | undefined, first: Issue[]): { kind: 'wrong'; at: string; why: string } {
  const issue = first.find(({ path }) => wrong?.path.every((part, index) => path[index] === part)) ?? wrong;
  return { kind: 'wrong', at: issue?.path.join('.') ?? '', why: issue?.message ?? 'unknown' };
}

/** The path, or as much of it as leads to something that is there and can be left out. */
function presentPath(json: unknown, path: Path): Path {
  const missing = path.findIndex((_, index) => valueAt(json, path.slice(0, index + 1)) === undefined);
  return missing < 0 ? path : path.slice(0, missing);
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) => (isObject(at) && Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined),
    json,
  );
}

/** Each path once and none below another, later entries of a list first. */
function outermost(paths: Path[]): Path[] {
  const byName = new Map(paths.map((path) => [JSON.stringify(path), path]));
  return [...byName.values()]
    .filter((path) => !path.some((_, index) => index > 0 && byName.has(JSON.stringify(path.slice(0, index)))))
    .toSorted((one, other) => Number(other.find(isIndex) ?? 0) - Number(one.find(isIndex) ?? 0));
}

function isIndex(part: PropertyKey): boolean {
  return typeof part === 'number';
}

/** A copy without what stands at a path; only what leads there is copied. */
function without(json: unknown, [key = '', ...rest]: Path): unknown {
  if (Array.isArray(json)) {
    const index = Number(key);
    return rest.length === 0 ? json.toSpliced(index, 1) : json.with(index, without(json[index], rest));
  }
  if (!isObject(json)) return json;
  if (rest.length > 0) return { ...json, [key]: without(Reflect.get(json, key), rest) };
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

function nameOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
