/** The length in characters to which a message is cut before it is read: no answer to one question is longer. */
export const MAX_ANSWER_LENGTH = 500;

// Soft hyphens, zero-width and direction marks, variation selectors: invisible, and they break words apart.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F/gu;

/**
 * The message in one plain form: lower case, ASCII digits, straight quotes, single spaces (line breaks kept), at most
 * `limit` characters.
 */
export function plainText(text: string, limit = MAX_ANSWER_LENGTH): string {
  return (
    text
      .slice(0, limit)
      .replace(/(\d?) ?½/g, (_, whole: string) => `${whole || '0'}.5`)
      .normalize('NFKC')
      .slice(0, limit)
      .replace(INVISIBLE, '')
      .replace(/[\u2018\u2019\u201A\u201B\u2032\u00B4`]/g, "'")
      .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      // Arabic-Indic digits, which NFKC leaves alone; their low nibble is their value.
      .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
      .replace(/[^\S\n]+/g, ' ')
      .toLowerCase()
      .trim()
  );
}

/** The plain text of a short answer without the punctuation around it and without line breaks. */
export function plainAnswer(text: string, limit = MAX_ANSWER_LENGTH): string {
  const plain = plainText(text, limit).replace(/\s+/g, ' ');
  let start = 0;
  let end = plain.length;
  while (start < end && AROUND.has(plain.charAt(start))) start += 1;
  while (end > start && AROUND.has(plain.charAt(end - 1))) end -= 1;
  return plain.slice(start, end);
}

// Trimmed by hand: `[.!? ]+$` takes quadratic time on a long run of dots.
const AROUND = new Set(' .,;:!?"\'*()[]…-');
