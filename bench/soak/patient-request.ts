import { setTimeout as wait } from 'node:timers/promises';
import type { Findings } from './findings.ts';

/** After so long something is wrong with more than one process. */
const GIVE_UP_MS = 120_000;
const PAUSE_MS = 30;
/** A process that is stopped takes connections and does not answer. */
const ATTEMPT_MS = 20_000;

/** Sends one request until it is answered, as a customer's browser does; each attempt to the address next in turn. */
export async function requestUntilTaken(
  nextUrl: () => string,
  init: RequestInit,
  findings: Findings,
): Promise<unknown> {
  const begin = performance.now();
  for (;;) {
    const answer = await tryRequest(nextUrl(), init, findings);
    if (answer.kind === 'taken') {
      findings.took('answer', performance.now() - begin);
      return answer.body;
    }
    if (performance.now() - begin > GIVE_UP_MS) throw new Error('nothing was answered for minutes');
    findings.retried += 1;
    await wait(PAUSE_MS);
  }
}

/** What became of one attempt. */
export type Attempt = { kind: 'taken'; body: unknown } | { kind: 'later' } | { kind: 'broken'; code: string };

/** Makes one attempt; any answer but success or an honest 503 is a fault. */
export async function tryRequest(url: string, init: RequestInit, findings: Findings): Promise<Attempt> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ATTEMPT_MS) });
    const text = await response.text();
    if (response.ok) return { kind: 'taken', body: text === '' ? undefined : JSON.parse(text) };
    if (response.status !== 503) findings.fault('dishonest', `${init.method} ${response.status} ${text}`);
    else if (!response.headers.has('retry-after')) findings.fault('dishonest', `503 without Retry-After: ${text}`);
    return { kind: 'later' };
  } catch (error) {
    return { kind: 'broken', code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
