import { wordSet } from '../../text/phrases.ts';
import en from '../en/tokens/function-words.json' with { type: 'json' };

const FILLERS = wordSet(en.fillers);
const AUXILIARIES = wordSet(en.auxiliaries);
const NEGATORS = wordSet(en.negators);

/** True if a word may stand inside a phrase without changing it: "the box [is] missing". */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || (word.length > 5 && word.endsWith('ly'));
}

export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

// What is received, missing or broken in these is not the item.
const MESSAGES = wordSet(en.messages);

/** True if a word is something of the shop that comes, goes and breaks as items do: a message, money, a page. */
export function isMessage(word: string): boolean {
  return MESSAGES.has(word);
}

/** True if a word turns what follows it around. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word);
}
