import { currencyUnit } from '../../../language/numbers/units.ts';
import { moneyOf } from '../../../policy/fact-types/amount.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { type FactReading, usual } from './fact-reading.ts';
import { readMeasured } from './measured.ts';

/** A sum in the fact's own currency; one in another is not converted, and not taken. */
export const amount: FactReading<FactOf<'amount'>> = {
  ...usual,
  read: (reply) => readMeasured(reply, currencyUnit(reply.fact.currency), (step) => ({ ...moneyOf(reply.fact, step) })),

  soundsLike: 'amount',
  senses: () => [],
  explained: ({ label }) => [{ term: label, as: 'meaning' }],
  // A sum decides over money: it is taken from the customer's own reply, or from the order.
  forModel: undefined,
};
