/** A part of a phrase: a word, `*` for a few words of any kind, or several ways to say it. */
export type PhrasePart = { word: string; isExact: boolean } | '*' | { oneOf: PhrasePart[][] };

/** What a phrase says of a fact: a value, a member of a set (or that it is none), that a set has no (other) member, or what a day or length is of. */
export type Sense =
  | { kind: 'value'; fact: string; value: string | boolean }
  | { kind: 'member'; fact: string; value: string; isSo: boolean }
  | { kind: 'no-member'; fact: string }
  | { kind: 'cue'; fact: string };

/** What is understood by: phrases that all have one sense. */
export interface PhrasesOfSense {
  sense: Sense;
  phrases: readonly (readonly PhrasePart[])[];
}

export interface FactVocabulary {
  type: 'choice' | 'yes-no' | 'date' | 'instant' | 'months' | 'set' | 'money';
  phrases: readonly PhrasesOfSense[];
  /** A date that may lie ahead, such as the end of a warranty. */
  isFutureAllowed: boolean;
  /** True if a customer may answer that they do not know. */
  canBeUnknown: boolean;
  /** The values of a choice, by the intents that each is likely meant by. */
  intents: readonly { value: string; intents: readonly string[] }[];
}

/** What is so according to a message, by fact. */
export type StatedValues = ReadonlyMap<string, string | boolean | number>;

/** What the facts of a shop sound like in one language, and which of them go together. */
export interface Vocabulary {
  /** By fact id, in the order in which facts are reported. */
  facts: ReadonlyMap<string, FactVocabulary>;
  /** True if a fact can concern a case in which these values are so. */
  canApply(fact: string, values: StatedValues): boolean;
  /** The facts that cannot be so beside these values. */
  impossibleFacts(values: StatedValues): ReadonlySet<string>;
}
