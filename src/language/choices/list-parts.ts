import { type Choice, phrasesOf } from './phrases.ts';

const TOKEN = /#?[\p{L}\p{N}]+(?:'\p{L}+)?|[,;\n/&+]|[.!](?=\s)/gu;
const SEPARATOR = /^(?:[,;\n/&+.!]|and|plus|also|but)$/;

// "No water no drops".
const DENIAL = /^(?:no|not|never)$/;

/** The parts of a list: split at separators, but not at those inside a title that is given whole ("Water, sand or other matter"). */
export function partsOf(plain: string, choices: readonly Choice[]): string[] {
  const tokens = plain.match(TOKEN) ?? [];
  const phrases = phrasesOf(choices).map(({ words }) => words);
  const parts: string[][] = [[]];
  for (let at = 0; at < tokens.length; ) {
    const end = Math.max(at, ...phrases.map((words) => endOfPhrase(words, tokens, at)));
    const named = end > at ? tokens.slice(at, end).filter((token) => !/^[,;\n/&+.!]$/.test(token)) : [tokens[at] ?? ''];
    const isSecondDenial = DENIAL.test(named[0] ?? '') && DENIAL.test(parts.at(-1)?.[0] ?? '');
    if (end === at && SEPARATOR.test(named[0] ?? '')) parts.push([]);
    else if (end === at && isSecondDenial) parts.push([...named]);
    else parts.at(-1)?.push(...named);
    at = Math.max(end, at + 1);
  }
  return parts.flatMap(positionsApart).filter((part) => part !== '');
}

/** The end of the phrase that starts at a token, punctuation inside it skipped; the same index if it is not there. */
function endOfPhrase(words: readonly string[], tokens: readonly string[], start: number): number {
  if (words.length === 0) return start;
  let at = start;
  for (const [position, word] of words.entries()) {
    while (position > 0 && /^[,;/&+.!]$/.test(tokens[at] ?? '')) at += 1;
    if (tokens[at] !== word) return start;
    at += 1;
  }
  return at;
}

// "1 3" is two positions; any other run of words is one part.
function positionsApart(part: readonly string[]): string[] {
  return part.length > 1 && part.every((token) => /^#?\d{1,2}$/.test(token)) ? [...part] : [part.join(' ')];
}
