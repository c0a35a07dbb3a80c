import {
  compileQuestionIndex,
  type PolicyTexts,
  type QuestionIndex,
} from '../../language/policy-questions/policy-questions.ts';
import {
  compileLexicon,
  type FactVocabulary,
  type Lexicon,
  type PhrasesOfSense,
  type Sense,
  type Vocabulary,
} from '../../language/statement/statement.ts';
import { phraseParts } from '../../policy/format/phrase.ts';
import type { Fact, PolicyFile } from '../../policy/format/schema.ts';
import { canApply, impossibleFacts } from './applicability.ts';

const lexicons = new WeakMap<PolicyFile, Lexicon>();
const indexes = new WeakMap<PolicyFile, QuestionIndex>();

/** What the facts of a policy sound like, ready to be read; compiled once a policy. */
export function lexiconOf(file: PolicyFile): Lexicon {
  const lexicon = lexicons.get(file) ?? compileLexicon(vocabularyOf(file));
  lexicons.set(file, lexicon);
  return lexicon;
}

/** What a policy answers of itself; compiled once a policy (some 50 ms). */
export function questionIndexOf(file: PolicyFile): QuestionIndex {
  const index = indexes.get(file) ?? compileQuestionIndex(textsOf(file));
  indexes.set(file, index);
  return index;
}

function vocabularyOf(file: PolicyFile): Vocabulary {
  return {
    facts: new Map(Object.entries(file.facts).map(([id, fact]) => [id, factVocabularyOf(id, fact)])),
    canApply: (fact, values) => canApply(file, fact, values),
    impossibleFacts: (values) => impossibleFacts(file, values),
  };
}

function factVocabularyOf(id: string, fact: Fact): FactVocabulary {
  return {
    type: fact.type,
    phrases: sensesOf(id, fact).map(phrasesOf),
    isFutureAllowed: fact.type === 'date' && fact.future,
    canBeUnknown: 'unknown' in fact && fact.unknown,
    intents:
      fact.type === 'choice' ? Object.entries(fact.values).map(([value, { intents }]) => ({ value, intents })) : [],
  };
}

function sensesOf(fact: string, described: Fact): [Sense, string[]][] {
  switch (described.type) {
    case 'choice':
      return Object.entries(described.values).map(([value, { phrases }]) => [{ kind: 'value', fact, value }, phrases]);
    case 'yes-no':
      return [
        [{ kind: 'value', fact, value: true }, described.phrases.true],
        [{ kind: 'value', fact, value: false }, described.phrases.false],
      ];
    case 'set':
      return [
        [{ kind: 'no-member', fact }, described.phrases],
        ...Object.entries(described.values).flatMap(([value, { phrases, negativePhrases }]): [Sense, string[]][] => [
          [{ kind: 'member', fact, value, isSo: true }, phrases],
          [{ kind: 'member', fact, value, isSo: false }, negativePhrases],
        ]),
      ];
    case 'money':
      return [];
    default:
      return [[{ kind: 'cue', fact }, described.phrases]];
  }
}

// The loader refuses a phrase with a mistake; a stored policy may be older than a rule for phrases.
function phrasesOf([sense, phrases]: [Sense, string[]]): PhrasesOfSense {
  return {
    sense,
    phrases: phrases.flatMap((phrase) => {
      const parts = phraseParts(phrase);
      return typeof parts === 'string' ? [] : [parts];
    }),
  };
}

function textsOf({ clauses, facts }: PolicyFile): PolicyTexts {
  return {
    clauses: Object.entries(clauses).map(([id, { sampleQuestions, title, text }]) => ({
      id,
      sampleQuestions,
      title,
      text,
    })),
    explained: Object.entries(facts).flatMap(([id, fact]) => explainedIn(fact).map((term) => ({ fact: id, ...term }))),
  };
}

/** What the help of a fact explains: what counts as one of its values, or where its answer is found. */
function explainedIn(fact: Fact): Omit<PolicyTexts['explained'][number], 'fact'>[] {
  if (!('help' in fact) || fact.help === undefined) return [];
  if (fact.type === 'choice' || fact.type === 'set') {
    return Object.values(fact.values).map(({ title }) => ({ term: title, as: 'meaning' }));
  }
  return [{ term: fact.label, as: fact.type === 'yes-no' ? 'meaning' : 'place' }];
}
