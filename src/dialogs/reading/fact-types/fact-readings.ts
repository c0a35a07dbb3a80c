import type { FactKind, FactOf } from '../../../policy/fact-types/fact-types.ts';
import { amount } from './amount.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import type { FactReading } from './fact-reading.ts';
import { instant } from './instant.ts';
import { money } from './money.ts';
import { months } from './months.ts';
import { number } from './number.ts';
import { set } from './set.ts';
import { yesNo } from './yes-no.ts';

/** The reading of facts, for every type of `src/policy/fact-types`. */
const readings: { [K in FactKind]: FactReading<FactOf<K>> } = {
  choice,
  'yes-no': yesNo,
  date,
  instant,
  months,
  number,
  amount,
  set,
  money,
};

/** The reading of a fact's type, for that fact. */
export function readingOf<K extends FactKind>(fact: FactOf<K>) {
  const reading: FactReading<FactOf<K>> = readings[fact.type];
  return reading;
}
