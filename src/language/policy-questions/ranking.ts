import type { Concepts } from './concepts.ts';
import type { Sentence, Subject } from './sentences.ts';

/**
 * The likeness of each sentence to a question, 0 to a little over 1, and the number of shared concepts; the likest
 * first.
 */
export type Ranking = (Subject & { score: number; shared: number })[];

/** Aspects asked for: a question for how long is not one for yes or no. */
const ASPECTS = ['howlong', 'why', 'who', 'where', 'howto'];
const otherAspect = 0.8;
/** Questions that share only these have nothing in common. */
const GENERAL: Concepts = new Set([
  ...ASPECTS,
  'howmuch',
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
/** What any question to a shop may speak of; beside it there has to be the thing that is asked about. */
const BROAD: Concepts = new Set([
  ...GENERAL,
  ...['warranty', 'return', 'refund', 'fee', 'cancel', 'exchange', 'shipping', 'accept', 'parcel', 'repair', 'policy'],
]);
const most = { general: 1.6, telling: 3.2 };

/** Ranks the sentences by the concepts that they share with a question, each as telling as it is rare. */
export function createRanking(sentences: readonly Sentence[]): (question: Concepts) => Ranking {
  const weightOf = rarityIn(sentences);
  const sum = (concepts: Iterable<string>) => [...concepts].reduce((total, concept) => total + weightOf(concept), 0);
  const sums = new Map(sentences.map((sentence) => [sentence, sum(sentence.concepts)]));
  return (question) => {
    const own = sum(question);
    return sentences
      .flatMap((sentence) => {
        const shared = [...question].filter((concept) => sentence.concepts.has(concept));
        const isSame = shared.length === question.size && shared.length === sentence.concepts.size;
        const isGeneral = !isSame && shared.every((concept) => GENERAL.has(concept));
        if (shared.length === 0 || isGeneral) return [];
        const { kind, id, concepts, weight } = sentence;
        if (kind !== 'other' && passesOver(question, concepts)) return [];
        const differing = ASPECTS.filter((aspect) => question.has(aspect) !== concepts.has(aspect)).length;
        const likeness = sum(shared) / Math.sqrt(own * (sums.get(sentence) ?? own));
        return [{ kind, id, score: weight * likeness * otherAspect ** differing, shared: shared.length }];
      })
      .sort((a, b) => b.score - a.score);
  };
}

/** What a sentence speaks of that answers who pays, or how much. */
const MONEY: Concepts = new Set([
  'pay',
  'fee',
  'refund',
  'cost',
  'costs',
  'free',
  'money',
  'howmuch',
  'price',
  'charge',
  'credit',
]);
/** Why something is given back: what holds for one of these says nothing of another. */
const GROUNDS: Concepts = new Set(['fit', 'size', 'changedmind', 'defect', 'damage', 'wrong', 'late']);

/**
 * True if a question asks who pays and a sentence speaks of no money, if it asks for the fee on other grounds, or whether
 * something is covered of which a sentence does not speak.
 */
function passesOver(question: Concepts, sentence: Concepts): boolean {
  // All that members get is not what one clause says of them.
  if (question.has('benefit') && !sentence.has('benefit')) return true;
  if (question.has('pay') && ![...sentence].some((concept) => MONEY.has(concept))) return true;
  // "Who pays for the parcel?" is not answered by what holds if it is lost.
  const special = [...sentence].filter((concept) => !BROAD.has(concept) && !MONEY.has(concept));
  if (question.has('pay') && special.length > 0 && !special.some((concept) => question.has(concept))) return true;
  const grounds = [...question].filter((concept) => GROUNDS.has(concept));
  const isOfMoney = question.has('pay') || question.has('fee');
  if (isOfMoney && grounds.length > 0 && !grounds.some((concept) => sentence.has(concept))) return true;
  if (!question.has('cover')) return false;
  const telling = [...question].filter((concept) => !BROAD.has(concept));
  return telling.length > 0 && !telling.some((concept) => sentence.has(concept));
}

/**
 * The weight of a concept: the fewer subjects share it, the more, within bounds, for the name of any product is rare.
 */
function rarityIn(sentences: readonly Sentence[]): (concept: string) => number {
  const subjects = new Map<string, Set<string>>();
  for (const { kind, id, concepts } of sentences)
    for (const concept of concepts) subjects.set(concept, (subjects.get(concept) ?? new Set()).add(`${kind} ${id}`));
  const count = new Set(sentences.map(({ kind, id }) => `${kind} ${id}`)).size;
  return (concept) => {
    // A word that no sentence knows is taken for one of middling rarity.
    const sharedBy = subjects.get(concept)?.size ?? count / 8;
    return Math.min(GENERAL.has(concept) ? most.general : most.telling, Math.log(1 + count / sharedBy));
  };
}
