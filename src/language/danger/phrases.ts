import { anyOf } from '../text/phrases.ts';
import en from './en/words.json' with { type: 'json' };

const classes: Readonly<Record<string, readonly string[]>> = en.classes;

/**
 * One expression for any of some phrases in the notation of `text/phrases.ts`; `<name>` stands for a class of words, `^`
 * and `$` for the beginning and the end of a sentence, and ` !(…)` at the end can have choices within it. Matches whole
 * words.
 */
export function expressionOf(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map(sourceOf).join('|'), 'g');
}

function sourceOf(phrase: string): string {
  const [, begins = '', words = '', ends = '', barred] =
    /^(\^?)(.*?)(\$?)(?: !\((.*)\))?$/s.exec(withClasses(phrase)) ?? [];
  const unless = barred === undefined ? '' : `(?! ${anyOf([`(${barred})`])}(?!\\w))`;
  return `${begins ? '^' : '(?<!\\w)'}${anyOf([words])}${ends ? '$' : '(?!\\w)'}${unless}`;
}

/** A phrase with the words of its classes, which can have classes in turn. */
function withClasses(phrase: string): string {
  return phrase.replace(/<(\w+)>/g, (_, name: string) => `(${(classes[name] ?? []).map(withClasses).join('|')})`);
}

/** The whole words before a place of a text, from at most so many characters before it. */
export function textBefore(text: string, at: number, reach: number): string {
  if (at <= reach) return text.slice(0, at);
  return text.slice(text.indexOf(' ', at - reach), at);
}
