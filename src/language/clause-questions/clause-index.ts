import type { Fact, PolicyFile } from '../../policy/schema.ts';
import { wordsOf } from '../words.ts';
import { conceptsOf, createConceptReader } from './concepts.ts';
import type { Asking } from './question-form.ts';
import { OTHER_QUESTIONS, TOPICS } from './topics.ts';

/** What a question about the policy gets: the clauses and facts that answer it, best first, or that the text is silent. */
export type ClauseQuestion = { kind: 'answered'; clauses: string[]; facts: string[] } | { kind: 'unanswered' };

/** What a known sentence stands for, and how surely a question like it means that. */
interface Sentence {
  kind: 'clause' | 'fact' | 'topic' | 'other';
  id: string;
  text: string;
  weight: number;
}
type Concepts = ReadonlySet<string>;
type Ranking = (Sentence & { score: number; shared: number })[];
interface ClauseIndex {
  read(asking: Asking): ClauseQuestion | undefined;
}

const indexes = new WeakMap<PolicyFile, ClauseIndex>();

/** The index of a policy's clauses, made once a policy. */
export function clauseIndexOf(policy: PolicyFile): ClauseIndex {
  const index = indexes.get(policy) ?? createIndex(policy);
  indexes.set(policy, index);
  return index;
}

/** A question at least this like a known one asks the same; */
const sure = 0.64;
/** so does one that is at least this like it, and much less like any other. */
const fair = 0.5;
const clearLead = 0.14;
/** A question nearly as much like one that no clause answers is left alone. */
const tooNear = 0.03;
/** A second clause or fact is named when it is nearly as good as the first. */
const nearly = 0.93;
/** A topic is a clause's if one of its own questions is so like it. */
const sameTopic = 0.85;

function createIndex(policy: PolicyFile): ClauseIndex {
  const sentences = sentencesOf(policy);
  const examples = sentences
    .map((sentence) => ({ sentence, concepts: conceptsOf(sentence.text) }))
    .filter(({ concepts }) => concepts.size > 0);
  const read = createConceptReader(sentences.map(({ text }) => text));
  const weightOf = rarity(examples);
  const ranked = (concepts: Concepts): Ranking =>
    examples
      .map(({ sentence, concepts: others }) => {
        const { score, shared } = likeness(concepts, others, weightOf);
        return { ...sentence, score: sentence.weight * score, shared };
      })
      .toSorted((a, b) => b.score - a.score);
  const topics = topicsOfClauses(policy, ranked);
  const judge = (text: string) => {
    const concepts = read(text);
    const defines = DEFINING.some((concept) => concepts.has(concept));
    return judged(
      ranked(concepts).filter(({ kind }) => defines || kind !== 'fact'),
      topics,
    );
  };
  return {
    read({ question, before }) {
      const isToldBefore = REFERS_BACK.test(question) && wordsOf(before).length <= longestTold;
      return isToldBefore ? judge(`${before} ${question}`) : judge(question);
    },
  };
}

/** "I spilled coffee on it, is that covered?" is told before it is asked. */
const REFERS_BACK =
  /^\W*(?:and |so )?(?:is|are|does|do|will|would) (?:that|this|it|those)(?: \w+){0,2} (?:covered|a problem|an issue|ok|okay|fine|allowed|bad|included|count|matter)\b/;
const longestTold = 12;

function sentencesOf({ clauses, facts }: PolicyFile): Sentence[] {
  return [
    ...Object.entries(clauses).flatMap(([id, { asks, title, text }]) => [
      ...asks.map((ask) => ({ kind: 'clause' as const, id, text: ask, weight: 1.02 })),
      { kind: 'clause' as const, id, text: title, weight: 0.85 },
      { kind: 'clause' as const, id, text, weight: 0.9 },
    ]),
    ...Object.entries(facts).flatMap(([id, fact]) =>
      definitionsIn(fact).map((text) => ({ kind: 'fact' as const, id, text, weight: 0.95 })),
    ),
    ...Object.entries(TOPICS).flatMap(([id, texts]) =>
      texts.map((text) => ({ kind: 'topic' as const, id, text, weight: 1 })),
    ),
    ...OTHER_QUESTIONS.map((text) => ({ kind: 'other' as const, id: 'other', text, weight: 1 })),
  ];
}

/** What the help of a fact explains: what counts as one of its values, and where its answer stands. */
function definitionsIn(fact: Fact): string[] {
  if (!('help' in fact) || fact.help === undefined) return [];
  if (fact.type === 'choice' || fact.type === 'set') {
    return Object.values(fact.values).map(({ title }) => `what counts as ${title}`);
  }
  return [`${fact.type === 'yes-no' ? 'what counts as' : 'where do I find'} ${fact.label}`];
}

/** How much a concept tells: the fewer subjects share it, the more, within bounds, for any product's name is rare. */
function rarity(examples: readonly { sentence: Sentence; concepts: Concepts }[]): (concept: string) => number {
  const subjects = new Map<string, Set<string>>();
  for (const { sentence, concepts } of examples)
    for (const concept of concepts)
      subjects.set(concept, (subjects.get(concept) ?? new Set()).add(`${sentence.kind} ${sentence.id}`));
  const count = new Set(examples.map(({ sentence: { kind, id } }) => `${kind} ${id}`)).size;
  const weightOf = (concept: string) => Math.log(1 + count / (subjects.get(concept)?.size ?? count / 8));
  return (concept) => Math.min(GENERAL.has(concept) ? 1.6 : 3.2, weightOf(concept));
}

/** What a question for the meaning of a word has. */
const DEFINING = ['count', 'where'];
/** What is asked for: how long is not whether. */
const ASPECTS = ['howlong', 'why', 'who', 'where', 'howto'];
const otherAspect = 0.88;
/** A question that shares only these with another has another subject. */
const GENERAL: Concepts = new Set([
  ...ASPECTS,
  'cover',
  'count',
  'responsible',
  'pay',
  'check',
  'original',
  'receive',
  'send',
  'start',
  'wrong',
]);

function likeness(a: Concepts, b: Concepts, weightOf: (concept: string) => number): { score: number; shared: number } {
  const sum = (concepts: Iterable<string>) => [...concepts].reduce((total, concept) => total + weightOf(concept), 0);
  const shared = [...a].filter((concept) => b.has(concept));
  const isGeneral = shared.every((concept) => GENERAL.has(concept));
  if (shared.length === 0 || (isGeneral && shared.length < a.size)) return { score: 0, shared: 0 };
  const differing = ASPECTS.filter((aspect) => a.has(aspect) !== b.has(aspect)).length;
  return { score: (sum(shared) / Math.sqrt(sum(a) * sum(b))) * otherAspect ** differing, shared: shared.length };
}

type ClausesOfTopics = ReadonlyMap<string, ReadonlySet<string>>;

function topicsOfClauses(policy: PolicyFile, ranked: (concepts: Concepts) => Ranking): ClausesOfTopics {
  const clauses = new Map<string, Set<string>>();
  for (const [id, { asks }] of Object.entries(policy.clauses)) {
    for (const ask of asks) {
      const topic = ranked(conceptsOf(ask)).find(({ kind }) => kind === 'topic');
      if (topic && topic.score >= sameTopic) clauses.set(topic.id, (clauses.get(topic.id) ?? new Set()).add(id));
    }
  }
  return clauses;
}

function judged(ranking: Ranking, topics: ClausesOfTopics): ClauseQuestion | undefined {
  const [best] = ranking;
  if (!best) return undefined;
  const isSame = (other: Sentence) =>
    (other.kind === best.kind && other.id === best.id) ||
    (best.kind === 'clause' && other.kind === 'topic' && topics.get(other.id)?.has(best.id)) ||
    (best.kind === 'topic' && other.kind === 'clause' && topics.get(best.id)?.has(other.id));
  const rival = ranking.find((other) => !isSame(other))?.score ?? 0;
  const isFair = best.shared > 1 && best.score >= fair && best.score - rival >= clearLead;
  if (best.score < sure && !isFair) return undefined;
  if (ranking.some(({ kind, score }) => kind === 'other' && score > best.score - tooNear)) return undefined;
  const facts = near(ranking.filter(({ kind, score }) => kind === 'fact' && score >= Math.min(sure, best.score)));
  if (best.kind === 'fact') {
    return {
      kind: 'answered',
      clauses: near(ranking.filter(({ kind, score }) => kind === 'clause' && score >= sure)),
      facts,
    };
  }
  const answering = best.kind === 'clause' ? undefined : topics.get(best.id);
  if (best.kind === 'topic' && !answering) return { kind: 'unanswered' };
  const clauses = ranking.filter(({ kind, id }) => kind === 'clause' && (answering?.has(id) ?? true));
  return { kind: 'answered', clauses: near(clauses), facts };
}

function near(ranking: Ranking): string[] {
  const good = ranking.filter(({ score }) => score >= (ranking[0]?.score ?? 0) * nearly);
  return [...new Set(good.map(({ id }) => id))].slice(0, 2);
}
