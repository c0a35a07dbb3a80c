import type { PolicyFile } from '../../policy/schema.ts';
import type { ClauseQuestion } from './clause-questions.ts';
import { conceptsOf } from './concepts.ts';
import { OTHER_QUESTIONS, TOPICS } from './topics.ts';

/** What one known sentence stands for, and how surely a question like it means that. */
interface Example {
  about: { kind: 'clause' | 'topic' | 'fact' | 'other'; id: string };
  concepts: ReadonlySet<string>;
  weight: number;
}
interface ClauseIndex {
  read(question: string): ClauseQuestion | undefined;
}

const indexes = new WeakMap<PolicyFile, ClauseIndex>();

/** The index of a policy's clauses, made once a policy. */
export function clauseIndexOf(policy: PolicyFile): ClauseIndex {
  const index = indexes.get(policy) ?? createIndex(policy);
  indexes.set(policy, index);
  return index;
}

// A question at least this like a known one asks the same.
const SURE = 0.62;
// A question nearly as much like one that no clause answers is left alone.
const TOO_NEAR = 0.03;
// A second clause is named when it is nearly as good as the first.
const NEARLY = 0.93;

function createIndex(policy: PolicyFile): ClauseIndex {
  const examples = examplesOf(policy);
  const known = new Set(examples.flatMap(({ concepts }) => [...concepts]));
  const weightOf = rarity(examples);
  const isKnown = (word: string) => known.has(word);
  const nearest = (concepts: ReadonlySet<string>) =>
    examples
      .map(({ about, concepts: others, weight }) => ({ about, score: weight * likeness(concepts, others, weightOf) }))
      .toSorted((a, b) => b.score - a.score);
  const topics = topicsOfClauses(policy, nearest);
  return { read: (question) => judged(nearest(conceptsOf(question, isKnown)), topics) };
}

function examplesOf({ clauses }: PolicyFile): Example[] {
  const of = (kind: Example['about']['kind'], id: string, sentence: string, weight = 1): Example => ({
    about: { kind, id },
    concepts: conceptsOf(sentence),
    weight,
  });
  return [
    ...Object.entries(clauses).flatMap(([id, { asks, title, text }]) => [
      ...asks.map((sentence) => of('clause', id, sentence, 1.02)),
      of('clause', id, title, 0.85),
      of('clause', id, text, 0.9),
    ]),
    ...Object.entries(TOPICS).flatMap(([id, sentences]) => sentences.map((sentence) => of('topic', id, sentence))),
    ...OTHER_QUESTIONS.map((sentence) => of('other', 'other', sentence)),
  ].filter(({ concepts }) => concepts.size > 0);
}

/** How much a concept tells: the fewer subjects share it, the more. */
function rarity(examples: readonly Example[]): (concept: string) => number {
  const subjects = new Map<string, Set<string>>();
  for (const { about, concepts } of examples)
    for (const concept of concepts)
      subjects.set(concept, (subjects.get(concept) ?? new Set()).add(`${about.kind} ${about.id}`));
  const count = new Set([...subjects.values()].flatMap((ids) => [...ids])).size;
  // A word that nobody knows, such as the name of a product, says little.
  return (concept) => Math.log(1 + count / (subjects.get(concept)?.size ?? count / 4));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weightOf: (concept: string) => number): number {
  const squares = (concepts: Iterable<string>) =>
    [...concepts].reduce((sum, concept) => sum + weightOf(concept) ** 2, 0);
  const shared = squares([...a].filter((concept) => b.has(concept)));
  return shared === 0 ? 0 : shared / Math.sqrt(squares(a) * squares(b));
}

type Ranking = { about: Example['about']; score: number }[];

/** The clauses that answer a topic: those whose own questions are nearest to it. */
function topicsOfClauses(policy: PolicyFile, nearest: (concepts: ReadonlySet<string>) => Ranking) {
  const clauses = new Map<string, Set<string>>();
  for (const [id, { asks }] of Object.entries(policy.clauses)) {
    for (const ask of asks) {
      const topic = nearest(conceptsOf(ask)).find(({ about }) => about.kind === 'topic');
      if (topic && topic.score >= 0.85) {
        clauses.set(topic.about.id, (clauses.get(topic.about.id) ?? new Set()).add(id));
      }
    }
  }
  return clauses;
}

function judged(ranking: Ranking, topics: ReadonlyMap<string, ReadonlySet<string>>): ClauseQuestion | undefined {
  const [best] = ranking;
  if (!best || best.score < SURE) return undefined;
  const isOther = ranking.some(({ about, score }) => about.kind === 'other' && score > best.score - TOO_NEAR);
  if (isOther) return undefined;
  if (best.about.kind === 'topic') {
    const answering = topics.get(best.about.id);
    if (!answering) return { kind: 'unanswered' };
    const of = ranking.filter(({ about }) => about.kind === 'clause' && answering.has(about.id));
    return answered(of);
  }
  return answered(ranking.filter(({ about }) => about.kind === 'clause'));
}

function answered(ranking: Ranking): ClauseQuestion {
  const [best] = ranking;
  const near = ranking.filter(({ score }) => best && score >= best.score * NEARLY);
  const clauses = [...new Set(near.map(({ about }) => about.id))].slice(0, 2);
  return { kind: 'answered', clauses, facts: [] };
}
