import { anyOf } from '../../text/phrases.ts';
import en from '../en/details/numbers.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';

/** A number that is written in several runs; `end` is behind the last of them. */
export interface Spelt extends Span {
  value: string;
}

const DASH = `(?: ?[-#] ?| ${anyOf(en.dashes)} )`;
const ALONE_BEFORE = String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}][-./'])`;
const ALONE_AFTER = String.raw`(?![\p{L}\p{N}]|[-./,:]\p{N})`;
/** "E Q dash 4 4 1 0", "O D 7731", "EQ dash 4410", "7 7 0 1 3". */
const SIGN_BY_SIGN = [
  String.raw`(?:\p{L}[ -]){1,4}\p{L}(?:${DASH}| )\p{N}(?:(?: |${DASH})?\p{N}){2,15}`,
  String.raw`\p{L}{1,5} ${anyOf(en.dashes)} \p{N}(?: ?\p{N}){2,15}`,
  String.raw`\p{N}(?:(?: |${DASH})\p{N}){3,15}`,
].map((form) => new RegExp(`${ALONE_BEFORE}${form}${ALONE_AFTER}`, 'giu'));
/** "EQ 4 4 1 0" */
const CAPITALS_FIRST = new RegExp(String.raw`${ALONE_BEFORE}\p{Lu}{1,5} \p{N}(?: \p{N}){2,15}${ALONE_AFTER}`, 'gu');
/** "61 07 55", "VX7 44120". */
const IN_GROUPS = new RegExp(
  String.raw`${ALONE_BEFORE}(?:\p{Lu}{1,5}\p{N}{1,4}|\p{N}{1,6})(?: \p{N}{2,6}){1,5}${ALONE_AFTER}`,
  'gu',
);
const SPOKEN_DASH = new RegExp(String.raw`\b${anyOf(en.dashes)}\b`, 'giu');

/** The numbers in a reply that are spelt sign by sign, without the gaps between the signs. */
export function signBySign(text: string): Spelt[] {
  const found = [...SIGN_BY_SIGN, CAPITALS_FIRST].flatMap((form) =>
    Array.from(text.matchAll(form), ({ 0: written, index: start }) => ({
      value: withoutGaps(written.replace(SPOKEN_DASH, '-').replaceAll(' ', '')),
      start,
      end: start + written.length,
    })),
  );
  const isIn = (one: Span, other: Span): boolean => other.start <= one.start && one.end <= other.end;
  const length = ({ start, end }: Span): number => end - start;
  return found.filter((one) => !found.some((other) => isIn(one, other) && length(one) < length(other)));
}

// "E-Q-4-4-1-2": a dash behind every sign is a gap.
function withoutGaps(value: string): string {
  return /^(?:[\p{L}\p{N}]-){4,}[\p{L}\p{N}]$/u.test(value) ? value.replaceAll('-', '') : value;
}

/** The numbers in a reply that stand in groups of digits, as they were written. */
export function inGroups(text: string): Spelt[] {
  return Array.from(text.matchAll(IN_GROUPS), ({ 0: value, index: start }) => ({
    value,
    start,
    end: start + value.length,
  })).filter(({ value }) => (value.match(/\p{N}/gu)?.length ?? 0) >= digitsOfGroups && !YEAR.test(value));
}

/** Fewer are counts beside each other. */
const digitsOfGroups = 5;
const YEAR = /(?:^|\s)(?:19|20)\d\d(?:\s|$)/;
