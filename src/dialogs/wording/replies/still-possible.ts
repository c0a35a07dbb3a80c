import type { Decision } from '../../../policy/engine/decision.ts';
import type { Resolution } from '../../../policy/format/schema.ts';
import type { Words } from '../catalog/words.ts';

/** The alternatives that the customer may choose or ask for. */
export function stillPossible(words: Words, { resolution, alternatives = [] }: Decision): string[] {
  const offers = alternatives.map((one) => alternativeOf(words, one));
  return resolution === 'not-eligible' ? [...offers, words.say('decision.refusalOffer')] : offers;
}

function alternativeOf(words: Words, resolution: Resolution): string {
  return resolution === 'warranty-repair' || resolution === 'human-review'
    ? words.say(`alternative.${resolution}`)
    : words.say(`verdict.${resolution}.sentence`);
}
