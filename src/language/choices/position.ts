import { cardinalsInDigits, ordinalValue } from '../numbers/number-words.ts';

const POSITION =
  /^(?:(?:option|number|nr|no|choice|answer|item)[ .:#]*|#)?(\d{1,3})(?:st|nd|rd|th)?(?: (?:one|option|choice|answer))?$/;
const ORDINAL = /^(?:option )?(?:the )?([a-z]+)(?: (?:one|option|choice|answer))?$/;

/** The 1-based position an answer names ("2", "#2", "the second one", "last one"), undefined if it names none. */
export function positionIn(answer: string, count: number): number | undefined {
  const bare = answer.replace(/^(?:the|it's|its) /, '');
  const digits = (POSITION.exec(bare) ?? POSITION.exec(cardinalsInDigits(bare)))?.[1];
  if (digits !== undefined) return Number(digits);
  const word = ORDINAL.exec(bare)?.[1];
  if (word === undefined) return undefined;
  return word === 'last' ? count : ordinalValue(word);
}
