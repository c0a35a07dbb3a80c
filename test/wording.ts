import english from '../src/dialogs/wording/catalog/en.json' with { type: 'json' };
import type { SentenceKey } from '../src/dialogs/wording/catalog/languages.ts';
import { wordsIn } from '../src/dialogs/wording/catalog/words.ts';

/** The English words, so that a test names a sentence instead of quoting it. */
export const words = wordsIn('en');

/** A value in a sentence, with what a plural says inside. */
const place = /\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/;

/** What any wording of a sentence looks like: its own text, and anything in the place of its values. */
export function sentence(key: SentenceKey): RegExp {
  const parts = english[key].split(place).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(parts.join('[^]*?'));
}

/** How a sentence begins, up to its first stop, for places that break lines. */
export function opening(key: SentenceKey): string {
  return /^[^.?!:,]*[.?!]?/.exec(english[key])?.[0] ?? '';
}
