/** A part of a phrase: a word, a gap of a few words (`**`: of more, over a comma too), or several ways to say it. */
export type PhrasePart = { word: string; isExact: boolean } | '*' | '**' | { oneOf: PhrasePart[][] };

/**
 * The meaning of a phrase for a fact: a value (`isImplied`: concluded, not stated: what was opened has been received), a member of a set (or that it is none), that a set has no (other)
 * member, or the thing that a day or length belongs to.
 */
export type Sense =
  | { kind: 'value'; fact: string; value: string | boolean; isImplied?: true }
  | { kind: 'member'; fact: string; value: string; isSo: boolean }
  | { kind: 'no-member'; fact: string }
  | { kind: 'cue'; fact: string };

/** Phrases that all have one sense. */
export interface PhrasesOfSense {
  sense: Sense;
  phrases: readonly (readonly PhrasePart[])[];
}

export interface FactVocabulary {
  type: 'choice' | 'yes-no' | 'date' | 'instant' | 'months' | 'number' | 'amount' | 'set' | 'money';
  phrases: readonly PhrasesOfSense[];
  /** A date that may lie ahead, such as the end of a warranty. */
  isFutureAllowed: boolean;
  /** Such a date that is a day of its own, as that on which a tour starts, and not the end of a period. */
  isAppointment?: boolean;
  /** True if a customer may answer that they do not know. */
  canBeUnknown: boolean;
  /** The values of a choice, by the intents that each is likely meant by. */
  intents: readonly { value: string; intents: readonly string[] }[];
}

/** The values that a message states, by fact id. */
export type StatedValues = ReadonlyMap<string, string | boolean | number>;

/** The phrases for the facts of a shop in one language, and the facts that go together. */
export interface Vocabulary {
  /** By fact id, in the order in which facts are reported. */
  facts: ReadonlyMap<string, FactVocabulary>;
  /** True if a fact can concern a case in which these values are so. */
  canApply(fact: string, values: StatedValues): boolean;
  /** The facts that cannot be so beside these values. */
  impossibleFacts(values: StatedValues): ReadonlySet<string>;
  /** Examples of the shop's order numbers. */
  orderNumbers?: readonly string[];
}
