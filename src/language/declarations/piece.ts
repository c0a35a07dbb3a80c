import { anyOf } from '../text/phrases.ts';

/** The source of a pattern for any of some phrases in a clause, with the space that ends its last word. */
export function piece(phrases: readonly string[]): string {
  return `(?:${anyOf(phrases)} )`;
}
