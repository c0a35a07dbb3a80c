/**
 * An order number or serial number in the spelling for comparing: case, spaces, the kind of dash or dot, the script of
 * digits and a leading `#` do not matter, nor what stands between its letters and its digits.
 */
export function canonicalNumber(number: string): string {
  return plainNumber(number)
    .replace(/[-_./]+/g, '-')
    .replace(/(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})/gu, '')
    .toUpperCase();
}

/** The spellings under which a system may know a number: as it was written, with a dash behind its letters, or without. */
export function spellingsOf(number: string): string[] {
  const [, letters, digits] = /^(\p{L}{1,8})[-_./]?(\d.*)$/u.exec(plainNumber(number).toUpperCase()) ?? [];
  const isDashed = plainNumber(number).includes('-');
  const others = letters === undefined || isDashed ? [] : [`${letters}-${digits}`, `${letters}${digits}`];
  return [...new Set([number.trim(), ...others])];
}

function plainNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^#+/, '')
    .replace(/[\p{Pd}\u2212]/gu, '-');
}

/** True if two e-mail addresses are the same but for case and the space around them. */
export function isSameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
