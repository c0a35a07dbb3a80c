import { type FiledCase, isOpenCase } from '../../../machines/case.ts';

/** Where nothing is promised, a customer who waits counts as due after so long beside those to whom it is. */
const unpromisedMs = 24 * 60 * 60_000;
/** Later than any instant, in milliseconds. */
const end = 9_999_999_999_999;

/** Options of a place. */
interface PlaceOptions {
  /** ISO instant at which the case changed last. */
  at: string;
  dueAt: string | undefined;
  /** True if some shop of the deployment promises its answers. */
  hasLevels: boolean;
}

/**
 * The place of a case among all, which sorts as text. Those whose customers wait for an answer come first: urgent ones,
 * then those due first, so what is overdue leads; without a promise, whoever has waited longest. Then come those that
 * have an answer, and at last the settled ones, newest first.
 */
export function placeOf(filed: FiledCase, { at, dueAt, hasLevels }: PlaceOptions): string {
  const { reference, isUrgent, waitingSince } = filed;
  if (!isOpenCase(filed)) return `5${end - Date.parse(at)} ${reference}`;
  if (waitingSince === undefined) return `${isUrgent ? 2 : 3}${at} ${reference}`;
  const promised = hasLevels ? new Date(Date.parse(waitingSince) + unpromisedMs).toISOString() : waitingSince;
  return `${isUrgent ? 0 : 1}${dueAt ?? promised} ${reference}`;
}
