import type { Decision } from '../../../policy/engine/decision.ts';
import { kindOf } from '../../../policy/format/outcome-schema.ts';
import type { PolicyFile, Resolution } from '../../../policy/format/schema.ts';
import type { Words } from '../catalog/words.ts';
import { verdictOf } from '../outcome-words.ts';

/** The alternatives that the customer may choose or ask for. */
export function stillPossible(words: Words, file: PolicyFile, { resolution, alternatives = [] }: Decision): string[] {
  const offers = alternatives.map((one) => alternativeOf(words, file, one));
  return kindOf(file, resolution) === 'refuses' ? [...offers, words.say('decision.refusalOffer')] : offers;
}

function alternativeOf(words: Words, file: PolicyFile, resolution: Resolution): string {
  return resolution === 'warranty-repair' || resolution === 'human-review'
    ? words.say(`alternative.${resolution}`)
    : verdictOf(words, file, resolution).sentence;
}
