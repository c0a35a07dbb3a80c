/**
 * An order number or serial number in the spelling for comparing: case, spaces, the kind of dash and a leading `#` do
 * not matter.
 */
export function canonicalNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^#+/, '')
    .replace(/\p{Pd}/gu, '-')
    .toUpperCase();
}

/** True if two e-mail addresses are the same but for case and the space around them. */
export function isSameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
