import type { InferredFact } from '../inferred-fact.ts';
import { firstOf, lastOf, quoted, type Reading } from '../phrases/evidence.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';
import type { Token } from '../tokens/tokens.ts';

const UNKNOWING = new Set('know remember recall sure certain'.split(' '));
const REACH = 8;

/** The facts that a message says its writer does not know: "no idea when I bought it". */
export function inferUnknowns(vocabulary: Vocabulary, reading: Reading): InferredFact[] {
  const { tokens, evidence } = reading;
  return tokens.flatMap((_, at) => {
    if (!isUnknowing(tokens, at)) return [];
    const next = evidence.find(
      (one) =>
        firstOf(one) > at + 1 &&
        firstOf(one) <= at + REACH &&
        isUnbroken(tokens, at + 1, firstOf(one)) &&
        isAboutIt(vocabulary, one.sense.fact, tokens.slice(at + 1, firstOf(one))) &&
        canBeUnknown(vocabulary, one.sense.fact),
    );
    if (!next || tokens[at]?.isAsked) return [];
    return [
      {
        fact: next.sense.fact,
        value: 'unknown',
        confidence: 'high' as const,
        ...quoted(reading, at, lastOf(next)),
      },
    ];
  });
}

function isUnknowing(tokens: readonly Token[], at: number): boolean {
  const [word = '', next = ''] = tokens.slice(at, at + 2).map((token) => token.word);
  if (word === 'not' || word === 'never')
    return (
      UNKNOWING.has(next) ||
      (/^(?:really|exactly|quite|100|actually)$/.test(next) && UNKNOWING.has(tokens[at + 2]?.word ?? ''))
    );
  if (word === 'no') return next === 'idea' || next === 'clue';
  return word === 'forgot' || word === 'forgotten' || word === 'unsure';
}

// "Not sure why it is broken": what is not known is the reason, not the fact.
function isUnbroken(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(({ word, pause }) => pause !== 'comma' && pause !== 'sentence' && word !== 'why' && word !== 'but');
}

// "I don't know how I can cancel the order" is not about the day it was bought.
function isAboutIt(vocabulary: Vocabulary, fact: string, between: readonly Token[]): boolean {
  const asks = ASKS_FOR[vocabulary.facts.get(fact)?.type ?? ''];
  return asks !== undefined && between.some(({ word }) => asks.test(word));
}

const ASKS_FOR: Record<string, RegExp> = {
  date: /^(?:when|date|day|month|year)$/,
  instant: /^(?:when|date|day|time)$/,
  months: /^(?:long|many|much|what|about|length|the)$/,
  'yes-no': /^(?:if|whether)$/,
};

function canBeUnknown(vocabulary: Vocabulary, fact: string): boolean {
  const described = vocabulary.facts.get(fact);
  return described?.canBeUnknown === true && described.type !== 'choice';
}
