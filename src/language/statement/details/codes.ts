import { wordSet } from '../../text/phrases.ts';
import en from '../en/details/numbers.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';
import { isOtherFigure, phonesIn } from './figures.ts';
import { inGroups, signBySign } from './spelt.ts';

/** A run of letters and digits that may be a number of an order or of a device, whole as it was written. */
export interface Code extends Span {
  value: string;
  /** True if it has letters and at least three digits, as numbers of orders have: "EQ-1001", "eq1001", "EQ 1001". */
  isShaped: boolean;
}

const RUN = /[\p{L}\p{N}]+(?:[-_/.][\p{L}\p{N}]+)*/gu;
/** "EQ 1001", "EQ - 1001", "EQ #1001". */
const GAP = /^(?: ?[-.#] ?| )$/;
const PREFIX = /^\p{L}{1,5}$/u;
const NO_PREFIX = wordSet(en.prefixes);
const digitsNeeded = 3;
const maxLength = 64;

/** "AB 12 34", "1234 5678 90": groups, and nothing else. */
const GROUPS = /^(?:\p{L}{1,5} )?[\p{L}\p{N}]*\d[\p{L}\p{N}]*(?: [\p{L}\p{N}]*\d[\p{L}\p{N}]*)+$/u;
const DAY_IN_GROUPS = /^\d{1,2} \d{1,2} (?:\d\d|(?:19|20)\d\d)$/;

/**
 * The codes in a reply to a question for one that are spelt sign by sign or in groups; where there are any, a run of
 * theirs is no number of its own.
 */
export function spelt(text: string, options: { mayBePhone: boolean }): Code[] {
  const bySign = signBySign(text).map((code) => ({ ...code, isShaped: isShaped(code.value) }));
  if (bySign.length > 0) return bySign;
  const whole = codeInGroups(text, options);
  if (whole.length > 0) return whole;
  const phones = options.mayBePhone ? [] : phonesIn(text);
  return inGroups(text)
    .filter((code) => !isOtherFigure(text, code) && !phones.some((phone) => overlaps(phone, code)))
    .map((code) => ({ ...code, isShaped: isShaped(code.value) }));
}

/** The code that a reply is as a whole, if it is written in groups. */
function codeInGroups(text: string, { mayBePhone }: { mayBePhone: boolean }): Code[] {
  const value = text.trim().replace(/^#|[.!]+$/g, '');
  if (!GROUPS.test(value) || DAY_IN_GROUPS.test(value) || value.length > maxLength) return [];
  if ((!mayBePhone && phonesIn(value).length > 0) || value.split(' ').some((_, at, groups) => isMeasured(groups, at)))
    return [];
  const start = text.indexOf(value);
  return [{ value, start, end: start + value.length, isShaped: isShaped(value) }];
}

function isMeasured(groups: readonly string[], at: number): boolean {
  const value = groups[at] ?? '';
  return (
    isOtherFigure(groups.slice(at).join(' '), { value, start: 0, end: value.length }) && !/^(?:19|20)\d\d$/.test(value)
  );
}

/** The codes in a text in plain spelling, apart from `taken` characters, and from days, amounts, lengths and phones. */
export function codesIn(text: string, taken: readonly Span[], { mayBePhone = false } = {}): Code[] {
  const others = mayBePhone ? taken : [...taken, ...phonesIn(text)];
  const runs = Array.from(text.matchAll(RUN), ({ 0: value, index: start }) => ({
    value,
    start,
    end: start + value.length,
  }));
  const codes = runs
    .map((run, at) => joined(text, runs[at - 1], run))
    .filter((run) => /\d/.test(run.value) && run.value.length <= maxLength && !others.some((one) => overlaps(one, run)))
    .filter((run) => !isOtherFigure(text, run))
    .map((run) => ({ ...run, isShaped: isShaped(run.value) }));
  // The digits of a number with its letters before it are no number of their own.
  return codes.filter(
    (code) => !codes.some((other) => other !== code && other.start <= code.start && code.end < other.end),
  );
}

/** A run of digits with the letters before it, where they are the beginning of one number. */
function joined(text: string, before: (Span & { value: string }) | undefined, run: Span & { value: string }) {
  if (!before || !/^\d{3,}/.test(run.value) || !PREFIX.test(before.value)) return run;
  const isWord = NO_PREFIX.has(before.value.toLowerCase());
  const isUpper = before.value === before.value.toUpperCase();
  const isLabel = [en.order, en.serial, en.number, en.others].some((list) =>
    list.some((word) => word === before.value.toLowerCase()),
  );
  const gap = text.slice(before.end, run.start);
  if (isWord || isLabel || !GAP.test(gap) || (!isUpper && before.value.length > 3)) return run;
  return { value: text.slice(before.start, run.end).replace(/ ?([-.#]) ?/, '$1'), start: before.start, end: run.end };
}

function isShaped(value: string): boolean {
  const digits = value.match(/\d/g)?.length ?? 0;
  return digits >= digitsNeeded && /\p{L}/u.test(value) && /^\p{L}{1,5}[-_/.# ]?\d/u.test(value);
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
