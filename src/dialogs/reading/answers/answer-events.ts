import { type CustomerEvent, nothingStated } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';

/** A reply that answers nothing. */
export const unclear = { type: 'unclear', problem: { kind: 'not-understood' } } as const satisfies CustomerEvent;

/** A question how things stand. */
export const statusQuestion = { ...unclear, asksStatus: true } as const satisfies CustomerEvent;

/** An answer as it was given. */
export function answered(fact: string, value: Answer['value']): CustomerEvent {
  return { type: 'answer', answer: { fact, value, source: 'stated' } };
}

/** An answer that is right roughly; it is confirmed before it decides. */
export function roughly(fact: string, value: Answer['value']): CustomerEvent {
  return { ...nothingStated, type: 'statement', inferred: [{ fact, value, source: 'inferred' }] };
}

/** An answer that may have been meant otherwise, to be confirmed at once. */
export function answeredUnsurely(fact: string, value: Answer['value']): CustomerEvent {
  return { ...nothingStated, type: 'statement', inferred: [{ fact, value, source: 'inferred' }], isUnsure: true };
}
