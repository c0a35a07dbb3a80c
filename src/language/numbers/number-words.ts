import en from './en/number-words.json' with { type: 'json' };

const { small: SMALL, tens: TENS, ordinals: ORDINALS, tenths: TENTHS } = en;
/** Matches cardinal number words in plain text. */
export const CARDINAL = new RegExp(
  `\\b(?:(${TENS.join('|')})(?:[ -](${SMALL.slice(1, 10).join('|')}))?|(${SMALL.join('|')}))\\b`,
  'g',
);
/** Matches ordinal number words in plain text. */
export const ORDINAL = new RegExp(
  `\\b(?:(${TENS.join('|')})[ -](${ORDINALS.slice(1, 10).join('|')})|(${TENTHS.join('|')})|(${ORDINALS.slice(1).join('|')}))\\b`,
  'g',
);

/** The value of a written-out ordinal up to "nineteenth", undefined for any other word. */
export function ordinalValue(word: string): number | undefined {
  const value = ORDINALS.indexOf(word);
  return value > 0 ? value : undefined;
}

/** Plain text with its cardinal number words up to ninety-nine in digits: "twenty-four months" → "24 months". */
export function cardinalsInDigits(text: string): string {
  return text.replace(CARDINAL, (_, tens?: string, ones?: string, small?: string) =>
    String(small === undefined ? tensValue(tens) + Math.max(SMALL.indexOf(ones ?? ''), 0) : SMALL.indexOf(small)),
  );
}

/** Plain text with its ordinal number words up to thirty-ninth in digits: "twenty-first of May" → "21st of May". */
export function ordinalsInDigits(text: string): string {
  return text.replace(ORDINAL, (_, tens?: string, ones?: string, tenth?: string, small?: string) => {
    if (tens !== undefined) return ordinal(tensValue(tens) + ORDINALS.indexOf(ones ?? ''));
    if (tenth !== undefined) return ordinal((TENTHS.indexOf(tenth) + 2) * 10);
    return ordinal(ORDINALS.indexOf(small ?? ''));
  });
}

function tensValue(word: string | undefined): number {
  return (TENS.indexOf(word ?? '') + 2) * 10;
}

function ordinal(value: number): string {
  const suffix = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

const YEAR_END = `(?:(?:oh|zero)[ -](?:${SMALL.slice(1, 10).join('|')})|${SMALL.slice(10).join('|')}|(?:${TENS.join('|')})(?:[ -](?:${SMALL.slice(1, 10).join('|')}))?)`;
/** Matches written-out years in plain text. */
export const YEAR = new RegExp(
  `\\b(?:(nineteen|twenty)[ -](?:hundred (?:and )?)?(${YEAR_END})|two thousand(?: and)?(?: (${YEAR_END}|${SMALL.slice(1, 10).join('|')}))?)\\b`,
  'g',
);

/**
 * Plain text with its written-out years in digits: "nineteen eighty-six" → "1986", "two thousand and five" → "2005".
 */
export function yearsInDigits(text: string): string {
  return text.replace(YEAR, (_, century?: string, end?: string, later?: string) => {
    const years = Number(cardinalsInDigits((end ?? later ?? 'zero').replace(/^(?:oh|zero)[ -](?=.)/, '')));
    return String((century === 'nineteen' ? 1900 : 2000) + years);
  });
}
