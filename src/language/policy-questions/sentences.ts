import { type Concepts, conceptsOf, tellingWordsOf } from './concepts.ts';
import en from './en/topics.json' with { type: 'json' };

/**
 * The subject that a sentence stands for: an answer of this shop, a topic that customers of any shop ask about, or no
 * question about a policy.
 */
export interface Subject {
  kind: 'clause' | 'fact' | 'topic' | 'other';
  id: string;
}

/** A sentence with which a question is compared, and how surely one like it means the same. */
export interface Sentence extends Subject {
  words: readonly string[];
  concepts: Concepts;
  weight: number;
}

/** A clause's own questions before those of any shop, and those before what the clause says. */
const weights = { sample: 1.02, general: 1, definition: 0.95, text: 0.9, title: 0.85 };

/** The texts and explanations of a policy, in its own words. */
export interface PolicyTexts {
  clauses: readonly { id: string; title: string; text: string; sampleQuestions: readonly string[] }[];
  /** Explanations in the help of a fact: what counts as `term`, or where it is found. */
  explained: readonly { fact: string; term: string; as: 'meaning' | 'place' }[];
}

/** Questions for the meaning of a term, and for the place of an answer. */
const askedFor = { meaning: 'what counts as', place: 'where do I find' };

/** All with which a question about this policy is compared. */
export function sentencesOf({ clauses, explained }: PolicyTexts): Sentence[] {
  const ofClauses = clauses.flatMap(({ id, sampleQuestions, title, text }) => [
    ...sampleQuestions.map((sample) => sentence({ kind: 'clause', id }, sample, weights.sample)),
    sentence({ kind: 'clause', id }, title, weights.title),
    sentence({ kind: 'clause', id }, text, weights.text),
  ]);
  const ofFacts = explained.map(({ fact: id, term, as }) =>
    sentence({ kind: 'fact', id }, `${askedFor[as]} ${term}`, weights.definition),
  );
  general ??= generalSentences();
  return [...ofClauses, ...ofFacts, ...general].filter(({ concepts }) => concepts.size > 0);
}

/** The same for every shop, so made once. */
let general: Sentence[] | undefined;

function generalSentences(): Sentence[] {
  const ofTopics = Object.entries(en.topics).flatMap(([id, texts]) =>
    texts.map((text) => sentence({ kind: 'topic', id }, text, weights.general)),
  );
  const others = en.others.map((text) => sentence({ kind: 'other', id: 'other' }, text, weights.general));
  return [...ofTopics, ...others];
}

function sentence(subject: Subject, text: string, weight: number): Sentence {
  const words = tellingWordsOf(text);
  return { ...subject, words, concepts: conceptsOf(words), weight };
}
