import type { z } from 'zod';

/** The reason why a look-up brought no answer: a code without personal data. */
export type LookupFailure =
  | 'time-out'
  | 'network'
  | `status-${number}`
  | 'too-large'
  | 'invalid-json'
  | 'unexpected-shape'
  /** The answer is about something else than was asked for. */
  | 'other-record';

/** A system of the shop that answers look-ups. */
export interface LookupSystem {
  /** Its address, without a trailing slash. */
  url: string;
  /**
   * Called with the reason why an answer is missing, and the field that is needed and not there; never with whom it was
   * about.
   */
  onFailure(code: LookupFailure, field?: string): void;
  /** Time limit of a look-up with its retry, in milliseconds; 4,000 if absent. */
  timeOutMs?: number;
}

/** The answer that is expected. */
export interface Expected<T> {
  schema: z.ZodType<T>;
  /** The failure of an answer of the right shape; `undefined` if it is good. */
  mistakeIn(value: T): LookupFailure | undefined;
}

export type Lookup<T> =
  | { kind: 'found'; value: T }
  | { kind: 'not-found' }
  /** `isOutage`: the system could not be reached, or says that it has no time; it has not looked at what was asked. */
  | { kind: 'unavailable'; isOutage?: true };

type Attempt =
  | { kind: 'answer'; bytes: Uint8Array }
  | { kind: 'not-found' }
  | { kind: 'failed'; code: LookupFailure; isWorthRetrying: boolean };

/** The time that a look-up may take, its retry included. */
export const inAllMs = 4_000;
const maxAnswerBytes = 1024 * 1024;

/** GETs `path` (encoded) of the system, with one retry; whatever goes wrong is `unavailable`, it never throws. */
export async function lookUp<T>(system: LookupSystem, path: string, expected: Expected<T>): Promise<Lookup<T>> {
  const attempt = await attemptTwice(`${system.url}${path}`, system.timeOutMs ?? inAllMs);
  if (attempt.kind === 'not-found') return attempt;
  const read = attempt.kind === 'answer' ? valueIn(attempt.bytes, expected) : attempt;
  if (!('code' in read)) return { kind: 'found', value: read.value };
  system.onFailure(read.code, ...('field' in read && read.field !== undefined ? [read.field] : []));
  return { kind: 'unavailable', ...(outages.has(read.code) && { isOutage: true }) };
}

const outages: ReadonlySet<LookupFailure> = new Set([
  'time-out',
  'network',
  'status-429',
  'status-502',
  'status-503',
  'status-504',
]);

/** The text as one segment of a path, or undefined where no address can be made of it. */
export function pathSegment(text: string): string | undefined {
  const trimmed = text.trim();
  // A URL parser would take these for the folder itself or the one above it.
  const isEmptyOrDots = /^\.{0,2}$/.test(trimmed);
  return isEmptyOrDots || !trimmed.isWellFormed() ? undefined : encodeURIComponent(trimmed);
}

async function attemptTwice(url: string, timeOutMs: number): Promise<Attempt> {
  const start = performance.now();
  const first = await attemptOnce(url, timeOutMs / 2);
  if (first.kind !== 'failed' || !first.isWorthRetrying) return first;
  return attemptOnce(url, timeOutMs - (performance.now() - start));
}

async function attemptOnce(url: string, timeOutMs: number): Promise<Attempt> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeOutMs)));
  try {
    // No redirect is followed: it could carry the customer's e-mail to somebody else.
    const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
    if (response.status === 200) return await bodyOf(response);
    response.body?.cancel().catch(() => undefined);
    if (response.status === 404) return { kind: 'not-found' };
    return failed(`status-${response.status}`, response.status >= 500 || response.status === 429);
  } catch {
    return failed(signal.aborted ? 'time-out' : 'network', true);
  }
}

async function bodyOf(response: Response): Promise<Attempt> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxAnswerBytes) return failed('too-large', false);
    chunks.push(chunk);
  }
  return { kind: 'answer', bytes: Buffer.concat(chunks) };
}

type Unusable = { code: LookupFailure; field?: string | undefined };

function valueIn<T>(bytes: Uint8Array, { schema, mistakeIn }: Expected<T>): { value: T } | Unusable {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { code: 'invalid-json' };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return { code: 'unexpected-shape', field: parsed.error.issues[0]?.path.join('.') };
  const mistake = mistakeIn(parsed.data);
  return mistake ? { code: mistake } : { value: parsed.data };
}

function failed(code: LookupFailure, isWorthRetrying: boolean): Attempt {
  return { kind: 'failed', code, isWorthRetrying };
}
