import type { Answer, Details, FoundOrder } from './record.ts';

/** What the customer does, as read from a message. */
export type CustomerEvent =
  | { type: 'begin' }
  | { type: 'answer'; answer: Answer }
  /** A detail that is no fact: an order number, an e-mail, an item, a serial number. */
  | { type: 'detail'; details: Details }
  | { type: 'orderFound'; order: FoundOrder }
  | { type: 'orderNotFound' }
  | { type: 'orderUnavailable' }
  | { type: 'warrantyFound'; warrantyUntil: string }
  | { type: 'warrantyNotFound' }
  | { type: 'warrantyUnavailable' }
  /** A reply that the open question cannot use. */
  | { type: 'unclear'; problem: Problem }
  /** A reply that could mean several days. */
  | { type: 'ambiguous'; candidates: string[] }
  /** The submit of a question that is not open any more. */
  | { type: 'stale' }
  | { type: 'yes' }
  | { type: 'no' }
  /** A fact to answer anew; without one the customer is asked which. */
  | { type: 'change'; fact?: string }
  | { type: 'back' }
  | { type: 'startOver' }
  | { type: 'help' }
  | { type: 'human' }
  /** The customer has been silent for long, then for very long. */
  | { type: 'remind' }
  | { type: 'close' };

/** Why a reply cannot be used. */
export type Problem =
  | { kind: 'not-understood' }
  | { kind: 'future-date'; date: string }
  | { kind: 'not-one-day'; from: string; to: string }
  | { kind: 'impossible'; because: string }
  | { kind: 'cannot-be-unknown' };
