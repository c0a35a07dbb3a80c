import { isDontKnow } from '../../../language/commands/dont-know.ts';
import { readCount } from '../../../language/numbers/counts.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import { unclear } from './answer-events.ts';

/** Reads how many of so many pieces a reply is about. */
export function readPieces(text: string, of: number): CustomerEvent {
  const pieces = readCount(text, { of });
  if (pieces === undefined) return isDontKnow(text) ? { type: 'detail', details: { pieces: null } } : unclear;
  if (pieces < 1 || pieces > of) return { type: 'unclear', problem: { kind: 'not-so-many', of } };
  return { type: 'detail', details: { pieces } };
}
