import type { Fact } from '../../policy/fact-types/fact-types.ts';
import type { InputKind } from './fact-types/fact-wording.ts';

/** A question as a customer meets it; `choices` is empty unless the input is a choice or multi-choice. */
export interface Question {
  id: string;
  input: InputKind;
  text: string;
  help?: string;
  /** A reply that would be understood. */
  example: string;
  choices: { value: string; title: string; synonyms?: string[] }[];
  allowsUnknown: boolean;
  /** The largest number that answers it. */
  most?: number;
  /** Members of a set that were named before. */
  mentioned?: string[];
  /** The day of which it asks the hour; then `id` is its fact, and no `fact` stands behind it. */
  hourOf?: string;
  /** The fact behind it, if it is one of the policy's. */
  fact?: Fact;
}
