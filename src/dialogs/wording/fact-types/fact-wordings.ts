import type { FactKind, FactOf, KnownValue } from '../../../policy/fact-types/fact-types.ts';
import type { Words } from '../catalog/words.ts';
import { amount } from './amount.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import type { FactWording } from './fact-wording.ts';
import { instant } from './instant.ts';
import { money } from './money.ts';
import { months } from './months.ts';
import { number } from './number.ts';
import { set } from './set.ts';
import { yesNo } from './yes-no.ts';

/** The wording of facts, for every type of `src/policy/fact-types`. */
const wordings: { [K in FactKind]: FactWording<K> } = {
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

/** The wording of a fact's type, for that fact. */
export function wordingOf<K extends FactKind>({ type }: FactOf<K>) {
  const wording: FactWording<K> = wordings[type];
  return wording;
}

/** A value in a few words, e.g. "seal damaged, signs of use". */
export function describeValue<K extends FactKind>(words: Words, value: KnownValue<K>, timeZone: string): string {
  return wordings[value.type].describe(words, value, timeZone);
}

/** A value in words that say by themselves what they are about, where its type has such. */
export function inOneLine<K extends FactKind>(words: Words, value: KnownValue<K>): string | undefined {
  return wordings[value.type].inOneLine(words, value);
}
