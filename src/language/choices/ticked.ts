import { anyOf } from '../text/phrases.ts';
import { readChoice } from './choices.ts';
import en from './en/multi-choice.json' with { type: 'json' };
import { saysRestIsNone } from './none-of-them.ts';
import type { Choice } from './phrases.ts';

const YES_AFTER = new RegExp(`^(.+?) ${anyOf(en.ticks)}(?: (.+))?$`);
const NO_AFTER = new RegExp(`^(.+?) ${anyOf(en.crosses)}$`);
const YES_BEFORE = new RegExp(`^${anyOf(en.ticks)} (?:to|for|on|with) (.+)$`);
const NO_BEFORE = new RegExp(`^${anyOf(en.crosses)} (?:to|for|on|with) (.+)$`);
const NEXT = new RegExp(`(?<= )(${anyOf([...en.ticks, ...en.crosses])})(?= #?\\d)`, 'g');

/** The members of a list that are ticked one by one. */
export interface Ticked {
  values: string[];
  /** True if nothing but members and their marks was written. */
  isSure: boolean;
}

type Mark = { name: string; isSo?: boolean; more?: boolean };

/** "1 no 2 yes" with a comma after each mark. */
export function withMarksApart(list: string): string {
  return list.replace(NEXT, '$1,');
}

/**
 * The members that a list says yes to, where it says yes or no to each: "seal yes, box no"; "first and third no" says it
 * of both. Undefined if nothing is marked, `unread` if something else than a member is.
 */
export function readTicked(parts: readonly string[], choices: readonly Choice[]): Ticked | 'unread' | undefined {
  const marks = parts.filter((part) => !saysRestIsNone(part)).map(markOf);
  if (marks.every(({ isSo }) => isSo === undefined)) return undefined;
  const meant = new Set<string>();
  for (const [at, { name }] of marks.entries()) {
    const reading = readChoice(name, choices);
    if (reading.kind !== 'choice' || reading.certainty === 'vague') return 'unread';
    if (marks.slice(at).find(({ isSo }) => isSo !== undefined)?.isSo !== false) meant.add(reading.value);
  }
  const isSure = marks.at(-1)?.isSo !== undefined && !marks.some(({ more }) => more);
  return { values: choices.map(({ value }) => value).filter((value) => meant.has(value)), isSure };
}

function markOf(part: string): Mark {
  const no = NO_BEFORE.exec(part)?.[1] ?? NO_AFTER.exec(part)?.[1];
  if (no !== undefined) return { name: no, isSo: false };
  const before = YES_BEFORE.exec(part)?.[1];
  if (before !== undefined) return { name: before, isSo: true };
  const [, yes, more] = YES_AFTER.exec(part) ?? [];
  return yes === undefined ? { name: part } : { name: yes, isSo: true, more: more !== undefined };
}
