/*
 * The notation of the phrases in the data files: `(a|b)` is one of several, `[a|b]` one of them or nothing, `*` a word, or
 * any ending of the word it follows; `#` is a number, `o+` a letter once or more often, `...` up to thirty characters,
 * `~` a pause (spaces, commas, dots); at the end of a phrase ` !(a|b)` says that neither follows, ` =(a|b)` that one does.
 */

/** The source of a regular expression, without capturing groups, for any of some phrases. */
export function anyOf(phrases: readonly string[]): string {
  return `(?:${phrases.map(patternOf).join('|')})`;
}

/** The source of a regular expression for one phrase. */
export function patternOf(phrase: string): string {
  return phrase
    .replace(/ !\(([^()]*)\)$/, '\u0001$1\u0002')
    .replace(/ =\(([^()]*)\)$/, '\u0003$1\u0002')
    .replace(/[.*+?^${}\\/]/g, '\\$&')
    .replaceAll('\\.\\.\\.', '.{0,30}')
    .replace(/(?<=[\p{L})])\\\*/gu, '\\w*')
    .replaceAll('\\*', '\\w+')
    .replace(/(?<=[\p{L}])\\\+/gu, '+')
    .replaceAll('#', '\\d+')
    .replaceAll('(', '(?:')
    .replaceAll('[', '(?:')
    .replaceAll(']', ')?')
    .replace('\u0001', '(?! (?:')
    .replace('\u0003', '(?= (?:')
    .replace('\u0002', ')\\b)')
    .replaceAll('~', '[ ,.!]+');
}

/** A set of the words that stand in some lines, separated by spaces. */
export function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** A pattern for whole words: as they stand, or by their beginning where an asterisk ends it ("shak*"). */
export function stemPattern(lines: readonly string[]): RegExp {
  const stems = lines.flatMap((line) => line.split(' '));
  return new RegExp(`^(?:${stems.map((stem) => (stem.endsWith('*') ? stem.slice(0, -1) : `${stem}$`)).join('|')})`);
}

/** One meaning of some phrases, in one word or a few; with `before` only where one of those follows. */
export interface Idiom {
  phrases: readonly string[];
  means: string;
  before?: readonly string[];
}

/** A function that writes what idioms mean in their place, in the order given. */
export function rewriter(idioms: readonly Idiom[]): (text: string) => string {
  const rewrites = idioms.map((idiom) => [idiomPattern(idiom), ` ${idiom.means} `] as const);
  return (text) => rewrites.reduce((left, [pattern, means]) => left.replace(pattern, means), text);
}

function idiomPattern({ phrases, before }: Idiom): RegExp {
  const follows = before ? ` (?=${anyOf(before)}\\b)` : '\\b';
  return new RegExp(`\\b${anyOf(phrases)}${follows}`, 'g');
}
