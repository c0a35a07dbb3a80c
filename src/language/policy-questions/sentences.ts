import type { Fact, PolicyFile } from '../../policy/format/schema.ts';
import { type Concepts, conceptsOf, tellingWordsOf } from './concepts.ts';
import { OTHER_QUESTIONS, TOPICS } from './topics.ts';

/** What a sentence stands for: an answer of this shop, a topic that customers of any shop ask about, or no question about a policy. */
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

/** All with which a question about this policy is compared. */
export function sentencesOf({ clauses, facts }: PolicyFile): Sentence[] {
  const ofClauses = Object.entries(clauses).flatMap(([id, { sampleQuestions, title, text }]) => [
    ...sampleQuestions.map((sample) => sentence({ kind: 'clause', id }, sample, weights.sample)),
    sentence({ kind: 'clause', id }, title, weights.title),
    sentence({ kind: 'clause', id }, text, weights.text),
  ]);
  const ofFacts = Object.entries(facts).flatMap(([id, fact]) =>
    definitionsIn(fact).map((text) => sentence({ kind: 'fact', id }, text, weights.definition)),
  );
  general ??= generalSentences();
  return [...ofClauses, ...ofFacts, ...general].filter(({ concepts }) => concepts.size > 0);
}

/** The same for every shop, so made once. */
let general: Sentence[] | undefined;

function generalSentences(): Sentence[] {
  const ofTopics = Object.entries(TOPICS).flatMap(([id, texts]) =>
    texts.map((text) => sentence({ kind: 'topic', id }, text, weights.general)),
  );
  const others = OTHER_QUESTIONS.map((text) => sentence({ kind: 'other', id: 'other' }, text, weights.general));
  return [...ofTopics, ...others];
}

function sentence(subject: Subject, text: string, weight: number): Sentence {
  const words = tellingWordsOf(text);
  return { ...subject, words, concepts: conceptsOf(words), weight };
}

/** What the help of a fact explains: what counts as one of its values, and where its answer stands. */
function definitionsIn(fact: Fact): string[] {
  if (!('help' in fact) || fact.help === undefined) return [];
  if (fact.type === 'choice' || fact.type === 'set') {
    return Object.values(fact.values).map(({ title }) => `what counts as ${title}`);
  }
  return [`${fact.type === 'yes-no' ? 'what counts as' : 'where do I find'} ${fact.label}`];
}
