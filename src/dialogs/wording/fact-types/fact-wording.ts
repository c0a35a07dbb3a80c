import type { FactKind, FactOf, KnownValue } from '../../../policy/fact-types/fact-types.ts';
import type { Scale, Span } from '../../../policy/fact-types/measured/scale.ts';
import type { Words } from '../catalog/words.ts';

/** The kinds of inputs that a front end offers for an answer. */
export type InputKind = 'choice' | 'multi-choice' | 'yes-no' | 'date' | 'number' | 'text';

/** Words of the questions for facts of one type, and of their values. */
export interface FactWording<K extends FactKind> {
  input: InputKind;
  /** A value in a few words, e.g. "seal damaged, signs of use"; instants are of the shop's time zone. */
  describe(words: Words, value: KnownValue<K>, timeZone: string): string;
  /** A value in words that say by themselves what they are about; `undefined` where it takes the label, too. */
  inOneLine(words: Words, value: KnownValue<K>): string | undefined;
  /** A reply that would be understood; `firstTitle` is of the first choice shown. */
  example(words: Words, fact: FactOf<K>, firstTitle: string): string;
  /** True if values that do not go together with what is known are not offered. */
  isNarrowed: boolean;
}

/** Shared by most types. */
export const usual = { inOneLine: () => undefined, isNarrowed: false };

/** A number or amount in words: one of them, or all between two. */
export function spanInWords(
  words: Words,
  scale: Scale | undefined,
  span: Span | undefined,
  said: (step: number) => string,
): string {
  if (!scale || !span) return '';
  const [from, to] = [said(span.from), said(span.to)];
  if (from === to) return from;
  if (span.from === scale.min) return words.say('answer.upTo', { to });
  return span.to === scale.max ? words.say('answer.from', { from }) : words.say('answer.between', { from, to });
}

/** The title of a value that the policy names. */
export function titleOf(
  { values }: { values: Record<string, { title: string; summary?: string | undefined }> },
  value: string,
): string {
  return values[value]?.summary ?? values[value]?.title ?? value;
}
