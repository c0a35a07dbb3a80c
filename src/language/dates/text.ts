/** Text that was rewritten, and where each of its characters stands in the original. */
export interface DateText {
  text: string;
  /** For each character of `text`, the start of what it was in the original. */
  starts: readonly number[];
  /** For each character of `text`, the end of what it was in the original. */
  ends: readonly number[];
}

/** A pattern and the text that replaces it. */
export type Rewriting = [pattern: RegExp, write: (match: RegExpExecArray) => string];

// As in plainText, but character by character, so that places in the original stay known.
const PLAIN_CHARACTERS: [RegExp, string][] = [
  [/\p{Cf}|\p{Variation_Selector}|\u034F/gu, ''],
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4`]/g, "'"],
  [/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\s/g, ' '],
];

/** A stretch of a message in plain form: lower case, ASCII digits and quotes, single spaces, nothing around it. */
export function plainDateText(message: string, start: number, end: number): DateText {
  const text: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = start;
  for (const character of message.slice(start, end)) {
    const next = at + character.length;
    for (const plain of plainCharacter(character)) {
      if (plain === ' ' && (text.length === 0 || text.at(-1) === ' ')) continue;
      text.push(plain);
      starts.push(at);
      ends.push(next);
    }
    at = next;
  }
  return { text: text.join(''), starts, ends };
}

function plainCharacter(character: string): string[] {
  if (/^[\x21-\x7e]$/.test(character)) return [character === '`' ? "'" : character.toLowerCase()];
  if (character === '½') return ['.', '5'];
  let plain = character.normalize('NFKC');
  for (const [pattern, replacement] of PLAIN_CHARACTERS) plain = plain.replace(pattern, replacement);
  // Arabic-Indic digits, which NFKC leaves alone; their low nibble is their value.
  plain = plain.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return plain.toLowerCase().split('');
}

/** The text with each match rewritten; the characters of a rewritten match all stand where the whole match stood. */
export function rewritten({ text, starts, ends }: DateText, pattern: Rewriting[0], write: Rewriting[1]): DateText {
  const result = { text: '', starts: [] as number[], ends: [] as number[] };
  let done = 0;
  const keep = (end: number): void => {
    result.text += text.slice(done, end);
    for (let at = done; at < end; at += 1) {
      result.starts.push(starts[at] ?? 0);
      result.ends.push(ends[at] ?? 0);
    }
    done = end;
  };
  for (const match of text.matchAll(pattern)) {
    const replacement = write(match);
    if (replacement === match[0]) continue;
    keep(match.index);
    done += match[0].length;
    result.text += replacement;
    for (let at = 0; at < replacement.length; at += 1) {
      result.starts.push(starts[match.index] ?? 0);
      result.ends.push(ends[done - 1] ?? starts[match.index] ?? 0);
    }
  }
  if (done === 0) return { text, starts, ends };
  keep(text.length);
  return result;
}
