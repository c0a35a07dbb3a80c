import { anyOf } from '../../text/phrases.ts';
import en from '../en/tokens/fillers.json' with { type: 'json' };

const FILLER = new RegExp(String.raw`\b${anyOf(en.fillers)}\b`, 'gi');

/** A text with the figures of speech that only lead over to something as blanks: "by the way" is no way. */
export function withoutFillers(text: string): string {
  return text.replace(FILLER, (filler) => ' '.repeat(filler.length));
}
