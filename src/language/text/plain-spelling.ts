/**
 * A text with every sign in its plain spelling, one for one: digits of all scripts and full-width letters in ASCII, any
 * kind of dash as "-", any blank as " ".
 */
export function plainSpelling(text: string): string {
  return text.replace(UNCOMMON, plainSign);
}

const UNCOMMON = /[^\u0020-\u007E\p{L}\p{M}\n]|[\uFF01-\uFF5E]/gu;

function plainSign(sign: string): string {
  if (sign.length > 1) return sign;
  if (/[\p{Pd}\u2212]/u.test(sign)) return '-';
  if (/[\u2018\u2019\u02BC]/.test(sign)) return "'";
  if (/\s/.test(sign)) return ' ';
  if (/\p{Nd}/u.test(sign)) return String(digitOf(sign));
  const plain = sign.normalize('NFKC');
  return plain.length === 1 ? plain : sign;
}

/** Every script has its ten digits in a row, and the row in which this one stands begins with its zero. */
function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

const LATIN = 'ABCEHIJKMNOPSTXYZabceijopsxy';
const CYRILLIC =
  '\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u0000\u041E\u0420\u0405\u0422\u0425\u0423\u0000\u0430\u0000\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443';
const GREEK = '\u0391\u0392\u0000\u0395\u0397\u0399\u0000\u039A\u039C\u039D\u039F\u03A1\u0000\u03A4\u03A7\u03A5\u0396';

/** A word in Latin letters where all its other letters look just like some: who types on two keyboards mixes them. */
export function inLatinLetters(word: string): string {
  const latin = word.replace(/\p{L}/gu, latinOf);
  return /[A-Za-z]/.test(word) && /^[A-Za-z\P{L}]*$/u.test(latin) ? latin : word;
}

function latinOf(letter: string): string {
  const at = [CYRILLIC, GREEK].map((letters) => letters.indexOf(letter)).find((index) => index >= 0);
  return (at === undefined ? undefined : LATIN[at]) ?? letter;
}
