import { codeOf } from '../errors.ts';
import type { PendingEffect } from '../store/store.ts';
import type { EffectHandler, Outcome } from './outcome.ts';
import { unlessAborted } from './unless-aborted.ts';

/** One attempt: its outcome, and what it says of the host it went to. */
export interface Tried {
  outcome: Outcome;
  /** False if the host failed; `undefined` where nothing is known of it. */
  answered: boolean | undefined;
  /** What was thrown. */
  error?: unknown;
}

/** Makes one attempt; it counts as failed when the signal aborts, whether or not the handler minds it. */
export async function attempt(handle: EffectHandler, effect: PendingEffect, signal: AbortSignal): Promise<Tried> {
  try {
    const outcome = await unlessAborted(handle(effect, signal), signal);
    return { outcome, answered: outcome.kind !== 'later' || !isHostsFault(outcome.status) };
  } catch (error) {
    return { outcome: { kind: 'later' }, answered: isOutside(error) ? false : undefined, error };
  }
}

/** The cause in a word, for the list of what was given up; never a message, which may quote what people wrote. */
export function causeOf({ outcome, error }: Tried): string | undefined {
  if (error instanceof Error) return codeOf(error) ?? codeOf(error.cause) ?? error.name;
  return 'status' in outcome && outcome.status !== undefined ? String(outcome.status) : undefined;
}

/** Without a status the host was not reached. */
function isHostsFault(status: number | undefined): boolean {
  return status === undefined || status === 408 || status >= 500;
}

/** True for what the network, the time limit or the database threw; anything else is a fault of our own. */
function isOutside(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
  return [codeOf(error), codeOf(error.cause)].some((code) => code !== undefined && /^[A-Z0-9_]+$/.test(code));
}
