import en from './typos.json' with { type: 'json' };

const NAMES = en.names;
/** Shorter names ("march", "may") are too near to other words ("match", "many"). */
const SHORTEST = 5;

const SHORT_FORMS: Readonly<Record<string, string>> = en.shortForms;

/**
 * The word for a date that a lower-case word is a short form or a slip of ("wensday", "octobr", "yday"); other words as
 * they are.
 */
export function dateWord(word: string): string {
  const short = Object.hasOwn(SHORT_FORMS, word) ? SHORT_FORMS[word] : undefined;
  if (short !== undefined) return short;
  if (word.length < SHORTEST || NAMES.includes(word) || NAMES.includes(word.replace(/s$/, ''))) return word;
  return NAMES.find((name) => isSlipOf(word, name)) ?? word;
}

// A slip keeps the first letter: "remember" is no December. Two slips are forgiven in long names only.
function isSlipOf(word: string, name: string): boolean {
  const most = name.length >= 8 ? 2 : 1;
  if (word[0] !== name[0] || Math.abs(word.length - name.length) > most) return false;
  return distance(word, name) <= most;
}

// Edits and swaps of neighbours (optimal string alignment).
function distance(word: string, name: string): number {
  let [twoBack, back]: [number[], number[]] = [[], Array.from({ length: name.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= word.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const same = word[i - 1] === name[j - 1] ? 0 : 1;
      let least = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1])
        least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [twoBack, back] = [back, row];
  }
  return back[name.length] ?? 0;
}
