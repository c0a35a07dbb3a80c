import { readDetails } from '../../../language/statement/details/details.ts';
import { isDetailRefused, isNotTold, isOnlyPart } from '../../../language/statement/details/refusal.ts';
import { asksForTime } from '../../../language/yes-no/reactions.ts';
import { type DetailId, type Details, detailsSchema } from '../../../machines/record/record.ts';

/** The details that are no facts of a policy. */
const detailIds = detailsSchema.keyof();

export function isDetail(id: string): id is DetailId {
  return detailIds.safeParse(id).success;
}

/** So much of a reply is read for a detail, in characters. */
const maxLength = 500;

/** A reply to the question of a detail. */
export type DetailReply =
  /** Null is "I don't know". */
  | { kind: 'details'; details: Details }
  /** Different numbers, of which one is meant. */
  | { kind: 'several'; numbers: string[] }
  | { kind: 'none' };

/** Reads a detail, and whatever others stand beside it, from a reply to its question. */
export function readDetail(id: Exclude<DetailId, 'item' | 'pieces'>, text: string): DetailReply {
  const reply = text.slice(0, maxLength);
  const { details, orderNumbers } = readDetails(reply, id);
  if (id === 'orderNumber' && orderNumbers.length > 0) return { kind: 'several', numbers: orderNumbers };
  if (details[id] !== undefined && isOnlyPart(reply)) return { kind: 'none' };
  if (details[id] !== undefined) return { kind: 'details', details };
  const isBesideOthers = Object.keys(details).length > 0;
  // "No wait, EQ-1002" is no refusal, but the number once more.
  const isRefused = !asksForTime(reply) && (isBesideOthers ? isNotTold(reply) : isDetailRefused(reply));
  if (isRefused) return { kind: 'details', details: { ...details, [id]: null } };
  return isBesideOthers ? { kind: 'details', details } : { kind: 'none' };
}
