import type { z } from 'zod';
import type { FactVocabulary, Sense } from '../../../language/statement/statement.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Answer } from '../../../machines/record/record.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { Question } from '../../wording/questions.ts';

/** Reads facts of one type from what customers write. `F`: such a fact in a policy file. */
export interface FactReading<F> {
  /** Reads a reply as an answer to the fact's question, and to nothing else. */
  read(reply: Reply<F>): CustomerEvent;
  /** The value behind a text that a card submits; `undefined` where that is read like a reply. */
  submitted(fact: F, text: string): Answer['value'] | undefined;
  /** True if an answer in several words may have been meant otherwise. */
  isUnsure(answer: Worded<F>): boolean;
  /** True if an answer is one of words, so that what is only thought of or asked for is none. */
  isOfWords: boolean;
  /** True for days and lengths of time. */
  isOfTime: boolean;
  /** True if "yes" answers no such question, so that it agrees with what was shown just before. */
  agreesInPassing: boolean;
  /** A correction of so many words at most is read as an answer given anew. */
  maxWordsOfCorrection: number;
  /** The words of the policy that stand beside such a day. */
  cues(fact: F): readonly string[];

  /** As what the readers of free messages know it. */
  soundsLike: FactVocabulary['type'];
  /** The phrases of the policy, each with what it says of the fact. */
  senses(id: string, fact: F): [Sense, string[]][];
  /** Its values by the intents that each is likely meant by. */
  intents(fact: F): FactVocabulary['intents'];
  /**
   * The explanations of its help: what counts as one of its values (`meaning`), or where its answer is found (`place`).
   */
  explained(fact: F): { term: string; as: 'meaning' | 'place' }[];

  /** The fact as a second reader is told of it; `undefined` for facts that no message states. */
  forModel: FactForModel<F> | undefined;
}

/** A reply to the question of a fact. */
export interface Reply<F> {
  interview: Interview;
  question: Question;
  fact: F;
  text: string;
}

/** An answer as it was read from the words of a message. */
export interface Worded<F> {
  fact: F;
  question: Question;
  value: Answer['value'];
  text: string;
  /** True if the message as a whole says something of the fact as well. */
  isBorneOut: boolean;
}

/** A fact in a language model's prompt, and what its answer is held to. */
export interface FactForModel<F> {
  /** The form of a value, in words. */
  kind(fact: F): string;
  /** Values with ways to say them. */
  wordings(fact: F): [value: string, phrases: readonly string[]][];
  schema(fact: F, today: IsoDate): z.ZodType<string | number | boolean | string[]>;
}

/** Shared by most types. */
export const usual = {
  submitted: () => undefined,
  isUnsure: () => false,
  isOfWords: false,
  isOfTime: false,
  agreesInPassing: false,
  maxWordsOfCorrection: Number.POSITIVE_INFINITY,
  cues: () => [],
  intents: () => [],
};

/** The phrases beside a day or a length, and where its answer is found. */
export const cued = {
  senses: (fact: string, { phrases }: { phrases: string[] }): [Sense, string[]][] => [[{ kind: 'cue', fact }, phrases]],
  explained: ({ label }: { label: string }) => [{ term: label, as: 'place' } as const],
};

/** The titles of values as what the help of a fact explains. */
export function explainedValues({ values }: { values: Record<string, { title: string }> }) {
  return Object.values(values).map(({ title }) => ({ term: title, as: 'meaning' }) as const);
}

/** The values of a choice or set with all ways to say them. */
export function wordingsOfValues({
  values,
}: {
  values: Record<string, { title: string; synonyms: string[]; phrases: string[] }>;
}): [string, string[]][] {
  return Object.entries(values).map(([value, { title, synonyms, phrases }]) => [
    value,
    // A name in a phrase says nothing to whoever does not know it.
    [title, ...synonyms, ...phrases.filter((phrase) => !phrase.includes('<'))],
  ]);
}
