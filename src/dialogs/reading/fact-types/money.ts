import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { unclear } from '../answers/answer-events.ts';
import { type FactReading, usual } from './fact-reading.ts';

/** A price is told by the order; what customers say of it is not read. */
export const money: FactReading<FactOf<'money'>> = {
  ...usual,
  read: () => unclear,
  soundsLike: 'money',
  senses: () => [],
  explained: () => [],
  forModel: undefined,
};
