import type { HumanLanguage } from '../languages/languages.ts';
import type { DeclarationKind } from './patterns.ts';

/** A declaration and the characters of the message that make it, the end excluded. */
export interface Declaration {
  kind: DeclarationKind;
  start: number;
  end: number;
  /** The language that it is made in, where that is not English. */
  language?: HumanLanguage;
}
