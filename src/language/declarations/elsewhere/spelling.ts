/** Letters that have no accent to leave out, as they are written without. */
const WRITTEN: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', æ: 'a', đ: 'd', œ: 'o' };

/** A text in lower case without accents; "ue", as some write "ü", is "u" as well. */
export function foldedText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßıłøæđœ]/g, (letter) => WRITTEN[letter] ?? letter)
    .replace(/([aou])e/g, '$1');
}
