import { type Concepts, conceptsOf, createConceptReader, tellingWordsOf } from './concepts.ts';
import { clausesByTheirOwn } from './own-concepts.ts';
import { createRanking, type Ranking } from './ranking.ts';
import { type PolicyTexts, type Subject, sentencesOf } from './sentences.ts';

/**
 * The answer to a question about the policy: the clauses and facts that answer it, best first, or that the text is
 * silent. `isByOneWord`: no more than one thing in it was recognised, so it may be about something else.
 */
export type ClauseQuestion =
  | { kind: 'answered'; clauses: string[]; facts: string[]; isByOneWord: boolean }
  | { kind: 'unanswered' };

/** Reads a question; undefined where it is none about the policy. */
export type QuestionIndex = (question: string) => ClauseQuestion | undefined;

/** A question at least this like a known one asks the same; */
const sure = 0.64;
/** so much like it, if they share one word alone; */
const alone = 0.7;
/** so does one that is at least this like it in more than a word, and much less like any other. */
const fair = 0.5;
const clearLead = 0.14;
/** A question nearly as much like one that no clause answers is left alone. */
const tooNear = 0.03;
/** A second clause or fact is named when it is nearly as good as the first. */
const nearly = 0.93;
/** A topic is a clause's if one of the clause's own questions is so like it. */
const sameTopic = 0.85;
/** A clause that alone speaks of something is meant if it is at least so like the question, */
const likely = 0.45;
/** and no sentence so like it that it is meant for certain. */
const nearlySame = 0.78;
/** Concepts of a question for the meaning of a word. */
const DEFINING = ['count', 'where'];

/** Compiles what a policy answers of itself; some 50 ms, so keep the result. */
export function compileQuestionIndex(policy: PolicyTexts): QuestionIndex {
  const sentences = sentencesOf(policy);
  const read = createConceptReader(sentences.flatMap(({ words }) => words));
  const rank = createRanking(sentences);
  const topics = topicsOfClauses(policy, rank);
  const own = clausesByTheirOwn(sentences);
  return (question) => {
    const concepts = read(tellingWordsOf(question));
    const defines = DEFINING.some((concept) => concepts.has(concept));
    const ranking = rank(concepts).filter(({ kind }) => defines || kind !== 'fact');
    return preferring(own(concepts), judged(ranking, topics), ranking);
  };
}

/** The clauses that answer each topic. */
type Topics = ReadonlyMap<string, ReadonlySet<string>>;

function topicsOfClauses({ clauses }: PolicyTexts, rank: (concepts: Concepts) => Ranking): Topics {
  const topics = new Map<string, Set<string>>();
  for (const { id, sampleQuestions } of clauses) {
    for (const sample of sampleQuestions) {
      const topic = rank(conceptsOf(tellingWordsOf(sample))).find(({ kind }) => kind === 'topic');
      if (topic && topic.score >= sameTopic) topics.set(topic.id, (topics.get(topic.id) ?? new Set()).add(id));
    }
  }
  return topics;
}

function judged(ranking: Ranking, topics: Topics): ClauseQuestion | undefined {
  const [best] = ranking;
  if (!best || !isMeant(best, ranking, topics)) return undefined;
  if (best.kind === 'topic') return ofTopic(topics.get(best.id), best, ranking);
  const clauses = ranking.filter(({ kind, score }) => kind === 'clause' && (best.kind === 'clause' || score >= sure));
  return { kind: 'answered', clauses: firstOf(clauses), facts: factsIn(ranking), isByOneWord: best.shared === 1 };
}

/** True if the question surely is about the best subject. */
function isMeant(best: Ranking[number], ranking: Ranking, topics: Topics): boolean {
  const isSame = (other: Subject) =>
    (other.kind === best.kind && other.id === best.id) ||
    (best.kind === 'clause' && other.kind === 'topic' && topics.get(other.id)?.has(best.id)) ||
    (best.kind === 'topic' && other.kind === 'clause' && topics.get(best.id)?.has(other.id));
  const rival = ranking.find((other) => !isSame(other))?.score ?? 0;
  const isFair = best.shared > 1 && best.score >= fair && best.score - rival >= clearLead;
  const isOther = ranking.some(({ kind, score }) => kind === 'other' && score > best.score - tooNear);
  return (best.score >= (best.shared > 1 ? sure : alone) || isFair) && !isOther;
}

function ofTopic(answering: ReadonlySet<string> | undefined, best: Ranking[number], ranking: Ranking): ClauseQuestion {
  if (!answering) return { kind: 'unanswered' };
  const clauses = firstOf(ranking.filter(({ kind, id }) => kind === 'clause' && answering.has(id)));
  return {
    kind: 'answered',
    clauses: clauses.length > 0 ? clauses : [...answering].slice(0, 2),
    facts: factsIn(ranking),
    isByOneWord: best.shared === 1,
  };
}

function factsIn(ranking: Ranking): string[] {
  const least = Math.min(sure, ranking[0]?.score ?? 0);
  return firstOf(ranking.filter(({ kind, score }) => kind === 'fact' && score >= least));
}

/** The first and one that is nearly as good. */
function firstOf(ranking: Ranking): string[] {
  const good = ranking.filter(({ score }) => score >= (ranking[0]?.score ?? 0) * nearly);
  return [...new Set(good.map(({ id }) => id))].slice(0, 2);
}

/** The judgement, unless it is in doubt and one other clause alone speaks of something which the question names. */
function preferring(
  own: ReadonlySet<string>,
  judgement: ClauseQuestion | undefined,
  ranking: Ranking,
): ClauseQuestion | undefined {
  const [only, another] = own;
  if (judgement?.kind !== 'answered' || only === undefined || another !== undefined) return judgement;
  if (judgement.clauses.length === 0 || (ranking[0]?.score ?? 0) >= nearlySame || judgement.clauses.includes(only))
    return judgement;
  const isLikely = ranking.some(({ kind, id, score }) => kind === 'clause' && id === only && score >= likely);
  return isLikely ? { ...judgement, clauses: [only] } : judgement;
}
