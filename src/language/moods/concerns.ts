import { wordSet } from '../text/phrases.ts';
import { wordsOf } from '../text/words.ts';
import en from './en/concerns.json' with { type: 'json' };
import filler from './en/filler.json' with { type: 'json' };
import { anyPhraseOf } from './phrases-of.ts';

/** A wish or a worry of a customer that is no return: anger, the law, the bank, an invoice, a parcel, … */
export type ConcernKind = keyof typeof en;

/** A concern, and the characters of the message that tell it. */
export interface Concern {
  kind: ConcernKind;
  start: number;
  end: number;
}

/** What has a door of its own goes before mere anger. */
const CONCERNS = Object.entries(en).map(([kind, phrases]) => ({
  kind,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${anyPhraseOf(phrases)}(?![\\p{L}\\p{N}])`, 'gu'),
}));

/** A longer message tells a story, and says what it is about at its start or end. */
const maxLength = 1_500;

/** The concerns in a message, the most urgent kind first; each kind once, with all places that tell it. */
export function findConcerns(text: string): Concern[] {
  const plain = folded(text.slice(0, maxLength));
  return CONCERNS.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      isKind(kind) ? [{ kind, start: index, end: index + found.length }] : [],
    ),
  );
}

const FILLER = wordSet(filler.filler);

/** True if a message tells its concerns and nothing else. */
export function isOnlyConcern(text: string, concerns: readonly Concern[]): boolean {
  const rest = concerns.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    folded(text),
  );
  return concerns.length > 0 && wordsOf(rest).every((word) => FILLER.has(word));
}

/** Lower case with straight quotes, every character in its place. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text;
  return same
    .replace(/[\u2018\u2019\u00B4`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' ');
}

function isKind(kind: string): kind is ConcernKind {
  return Object.hasOwn(en, kind);
}
