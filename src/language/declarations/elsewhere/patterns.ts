import { foldedText } from './spelling.ts';

const WORD = '[^ ]+ ';
const SIGNS: Readonly<Record<string, string>> = { '(': '(?:', '[': '(?:', ']': ')?', ' ': '', '*': WORD };

/**
 * The source of an expression for a phrase in words that each end with a space: `(a|b)` is one of several, `[a|b]` one of
 * them or nothing, `*` any word, and `<contract>` one of the words for what is undone.
 */
export function patternOf(phrase: string, contract: readonly string[]): string {
  return phrase
    .split(/(<contract>|[()[\]| *])/)
    .map((part) => {
      if (part === '<contract>') return `(?:${contract.map((words) => patternOf(words, [])).join('|')})`;
      if (/^[()[\]| *]?$/.test(part)) return SIGNS[part] ?? part;
      return `${foldedText(part)} `;
    })
    .join('');
}
