import { HttpError } from '../../http/errors.ts';
import { unfilledFor } from '../replies/placeholders.ts';
import type { DeskRequest } from '../requests.ts';
import { fillIn, words } from '../words/words.ts';

const longestSnoozeMs = 366 * 24 * 60 * 60_000;

/** Throws 400 where a request is well-formed, and yet nobody can mean it. */
export function demandMeant(request: DeskRequest, now: Date): void {
  demandFilled(request);
  if (request.action === 'snooze') demandAhead(request.until, now);
}

/** What a reply that is kept for many cases leaves to be put in is nothing that a customer should read. */
function demandFilled(request: DeskRequest): void {
  const names = unfilledFor(request).map((name) => `{${name}}`);
  if (names.length === 0) return;
  throw new HttpError(400, 'placeholder-left', fillIn(words.refusals.placeholder, { names: names.join(', ') }));
}

/** Nobody looks for a case that is back at once, or that is away for longer than anybody remembers. */
function demandAhead(until: string | undefined, now: Date): void {
  if (until === undefined) return;
  const aheadMs = Date.parse(until) - now.getTime();
  if (aheadMs <= 0) throw new HttpError(400, 'not-ahead', words.refusals.pastSnooze);
  if (aheadMs > longestSnoozeMs) throw new HttpError(400, 'too-far-ahead', words.refusals.farSnooze);
}
