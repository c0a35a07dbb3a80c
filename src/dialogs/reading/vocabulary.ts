import {
  compileQuestionIndex,
  type PolicyTexts,
  type QuestionIndex,
} from '../../language/policy-questions/policy-questions.ts';
import {
  compileLexicon,
  type FactVocabulary,
  isImplying,
  type Lexicon,
  type PhrasesOfSense,
  type Sense,
  type Vocabulary,
} from '../../language/statement/statement.ts';
import { canBeUnknown } from '../../policy/fact-types/fact-types.ts';
import type { Fact, PolicyFile } from '../../policy/format/schema.ts';
import { canApply, impossibleFacts } from './answers/applicability.ts';
import { monthsFormOf } from './answers/period-forms.ts';
import { readingOf } from './fact-types/fact-readings.ts';
import { plainParts } from './phrase-names.ts';

const lexicons = new WeakMap<PolicyFile, Lexicon>();
const indexes = new WeakMap<PolicyFile, QuestionIndex>();

/** The phrases for the facts of a policy, ready to be read; compiled once a policy. */
export function lexiconOf(file: PolicyFile): Lexicon {
  const lexicon = lexicons.get(file) ?? compileLexicon(vocabularyOf(file));
  lexicons.set(file, lexicon);
  return lexicon;
}

/** The index of questions that a policy answers itself; compiled once a policy (some 50 ms). */
export function questionIndexOf(file: PolicyFile): QuestionIndex {
  const index = indexes.get(file) ?? compileQuestionIndex(textsOf(file));
  indexes.set(file, index);
  return index;
}

function vocabularyOf(file: PolicyFile): Vocabulary {
  return {
    facts: new Map(Object.entries(file.facts).map(([id, fact]) => [id, factVocabularyOf(file, id, fact)])),
    canApply: (fact, values) => canApply(file, fact, values),
    impossibleFacts: (values) => impossibleFacts(file, values),
    orderNumbers: file.orderNumbers,
  };
}

function factVocabularyOf(file: PolicyFile, id: string, fact: Fact): FactVocabulary {
  const reading = readingOf(fact);
  const isFutureAllowed = 'future' in fact && fact.future;
  return {
    type: reading.soundsLike,
    phrases: reading.senses(id, fact).flatMap(phrasesOf),
    isFutureAllowed,
    isAppointment: isFutureAllowed && monthsFormOf(file, id) === undefined,
    canBeUnknown: canBeUnknown(fact),
    intents: reading.intents(fact),
  };
}

function phrasesOf([sense, phrases]: [Sense, string[]]): PhrasesOfSense[] {
  const { stating = [], implying = [] } = Object.groupBy(phrases, (phrase) =>
    isImplying(nameIn(phrase)) ? 'implying' : 'stating',
  );
  const stated = { sense, phrases: partsOf(stating) };
  if (implying.length === 0 || sense.kind !== 'value') return [stated];
  return [stated, { sense: { ...sense, isImplied: true }, phrases: partsOf(implying) }];
}

function partsOf(phrases: readonly string[]): PhrasesOfSense['phrases'] {
  return phrases.map(plainParts).filter((parts) => parts.length > 0);
}

/** The name that a phrase consists of, if it is nothing else. */
function nameIn(phrase: string): string {
  return /^<([^<>]*)>$/.exec(phrase.trim())?.[1] ?? '';
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

/** The explanations in the help of a fact: what counts as one of its values, or where its answer is found. */
function explainedIn(fact: Fact): Omit<PolicyTexts['explained'][number], 'fact'>[] {
  return 'help' in fact && fact.help !== undefined ? readingOf(fact).explained(fact) : [];
}
