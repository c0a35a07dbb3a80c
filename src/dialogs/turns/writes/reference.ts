import { randomInt } from 'node:crypto';

/** Without letters and digits that sound or look alike: no 0, 1, I, L, O, U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new reference that can be read over the phone, e.g. `K7M2-9QXD`. */
export function newReference(): string {
  const part = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${part()}-${part()}`;
}
