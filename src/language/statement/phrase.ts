/** A word of a phrase; `*` stands for a few words of any kind. */
export type PhraseWord = { word: string; isExact: boolean } | '*';

/** How many ways to say it one phrase may stand for. */
const MOST_WAYS = 64;
const SIGNS = /^[\p{L}\p{N}' ()|*!-]+$/u;

/** What is wrong with a phrase of `hears` or `denies`; `undefined` if nothing is. */
export function phraseProblem(phrase: string): string | undefined {
  if (!SIGNS.test(phrase)) return 'a phrase of words, such as "stopped working", with (a|b), * and ! as its only signs';
  if (!areGroupsWhole(phrase)) return 'each ( of a phrase closed by a ) before the next (, and | between them only';
  if (waysIn(phrase) > MOST_WAYS) return `a phrase that stands for at most ${MOST_WAYS} ways to say it`;
  return waysOf(phrase)
    .map(problemOfWay)
    .find((problem) => problem !== undefined);
}

function problemOfWay(words: PhraseWord[]): string | undefined {
  if (words.length === 0) return 'a phrase with a word in each way to say it';
  if (words[0] === '*' || words.at(-1) === '*') return 'a phrase with a word before and after each *';
  if (words.some((word, at) => word === '*' && words[at + 1] === '*')) return 'a phrase with a word between two *';
  const isMarked = words.every((word) => word === '*' || /^[\p{L}\p{N}][\p{L}\p{N}']*$/u.test(word.word));
  return isMarked ? undefined : 'a phrase with ! at the end of a word, and * on its own';
}

function areGroupsWhole(phrase: string): boolean {
  let isOpen = false;
  for (const sign of phrase) {
    if (sign === '(' ? isOpen : (sign === ')' || sign === '|') && !isOpen) return false;
    if (sign === '(') isOpen = true;
    if (sign === ')') isOpen = false;
  }
  return !isOpen;
}

function waysIn(phrase: string): number {
  return [...phrase.matchAll(/\(([^)]*)\)/g)].reduce((ways, [, group = '']) => ways * group.split('|').length, 1);
}

/** Every way to say a phrase without a problem, as words in order. */
export function waysOf(phrase: string): PhraseWord[][] {
  let ways = [''];
  for (const part of phrase.toLowerCase().match(/\([^)]*\)|[^(]+/g) ?? []) {
    const said = part.startsWith('(') ? part.slice(1, -1).split('|') : [part];
    ways = ways.flatMap((way) => said.map((next) => way + next));
  }
  return ways.map(phraseWords);
}

function phraseWords(way: string): PhraseWord[] {
  const words = way.split(/[ -]+/).filter((word) => word !== '');
  return words.map((word) => (word === '*' ? '*' : { word: word.replace(/!$/, ''), isExact: word.endsWith('!') }));
}
