/** Longer words are found by their beginnings. */
const maxLetters = 64;
/** More than this nobody types; what is pasted is found by its first words. */
const maxTerms = 8;
/** A number in groups has no more of them. */
const maxGroups = 6;

/** Scripts that put no spaces between words: there one is found wherever it stands, by so many letters. */
const unspacedLetters = 12;
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/**
 * The words by which texts are found, each once: without case and accents, and numbers that are written in groups
 * ("EQ-1015", "1000 2345") also in one.
 */
export function searchWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) =>
    groupsIn(text).flatMap((group) => [...group.flatMap(beginningsIn), ...joinedIn(group).map(cut)]),
  );
  return [...new Set(words)];
}

/**
 * What has to be found among a text's words for a search: all of its terms, each in one of its ways, each of those with
 * all its parts, which are beginnings of words.
 */
export function searchTerms(text: string): string[][][] {
  return groupsIn(text)
    .slice(0, maxTerms)
    .map((words) => {
      const joined = words.join('');
      const apart = words.flatMap((word) => word.match(/\p{N}+|\P{N}+/gu) ?? []);
      const ways = [words, ...(words.length > 1 && /\p{N}/u.test(joined) ? [[joined]] : [])];
      if (apart.length > words.length) ways.push(apart);
      return ways.map((way) => way.map(cut));
    });
}

/** True of a search that has something in it, but no word or number: nothing is found by signs. */
export function hasSignsAlone(text: string): boolean {
  return text.trim() !== '' && groupsIn(text).length === 0;
}

/** The words of a text in groups: what has no space within, and what goes on with a number after one. */
function groupsIn(text: string): string[][] {
  const groups: string[][] = [];
  for (const chunk of plain(text).split(/\s+/u)) {
    const words = chunk.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (words.length === 0) continue;
    const last = groups.at(-1);
    const goesOn = last && /^\p{N}/u.test(words[0] ?? '') && last.length + words.length <= maxGroups;
    if (goesOn) last.push(...words);
    else groups.push(words);
  }
  return groups;
}

/** Groups of a number in one, from each of its groups on. */
function joinedIn(words: string[]): string[] {
  return words.slice(0, -1).flatMap((_, from) => {
    const joined = words.slice(from).join('');
    return /\p{N}/u.test(joined) ? [joined] : [];
  });
}

/** The word, or what begins at each of its letters where words may begin at any. */
function beginningsIn(word: string): string[] {
  if (!unspaced.test(word)) return [cut(word)];
  const letters = [...word];
  return letters.map((_, from) => cut(letters.slice(from).join('')));
}

function cut(word: string): string {
  return [...word].slice(0, unspaced.test(word) ? unspacedLetters : maxLetters).join('');
}

/** Without case and accents; by way of upper case, so that ß is found as ss. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ς', 'σ');
}
