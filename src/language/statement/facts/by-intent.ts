import { type RankedIntent, readIntent } from '../../intents/intents.ts';
import { anyOf } from '../../text/phrases.ts';
import en from '../en/facts/by-intent.json' with { type: 'json' };
import type { InferredFact } from '../inferred-fact.ts';
import { isStated, type Reading } from '../phrases/evidence.ts';
import type { FactVocabulary, Vocabulary } from '../phrases/vocabulary.ts';

/** From here on what a message is likely about is worth a question, */
const LIKELY = 0.58;
/**
 * also where it only asks, perhaps about what never happened, or tells of the condition of a thing, which is easily
 * taken for what is wrong with it,
 */
const LIKELY_ALL_THE_SAME = 0.8;
/** if nothing else is nearly as likely. */
const AHEAD_BY = 0.2;
/** From here on it counts for more than a single word. */
const SURELY = 0.85;
/** From here on, and twice as likely as any other, one of several values is proposed that words of the message state. */
const CONTESTED = 0.3;

/** What else is known when a value is proposed. */
interface Beside {
  /** The facts that words of the message state. */
  stated: readonly InferredFact[];
  /** The fact whose question is open: an answer to it is about nothing else. */
  open: string | undefined;
  /** The values that words of the message state of a fact, where they differ: one of them it is. */
  contested: (fact: string) => readonly (string | boolean)[];
}

/**
 * Proposals for the facts that no words state, judged by what the message as a whole is about: each a value whose
 * intents together have a probability of at least 0.58, and 0.2 more than anything else.
 */
export function inferByIntent(vocabulary: Vocabulary, reading: Reading, beside: Beside): InferredFact[] {
  const { stated, open, contested } = beside;
  const candidates = [...vocabulary.facts].filter(
    ([fact, { intents }]) =>
      intents.some((one) => one.intents.length > 0) &&
      (open ?? fact) === fact &&
      !stated.some((one) => one.fact === fact) &&
      !isSaidOfOther(reading, fact),
  );
  if (candidates.length === 0) return [];
  const text = withoutDetails(reading, stated);
  const { ranking } = readIntent(text);
  const least =
    onlyAsks(reading) || tellsCondition(reading) || reading.moods.includes('aside') ? LIKELY_ALL_THE_SAME : LIKELY;
  return candidates.flatMap(([fact, { intents }]): InferredFact[] => {
    const value = likeliestOf(intents, ranking, contested(fact)) ?? likeliest(intents, ranking, least);
    if (value === undefined || isDenied(reading, fact, value)) return [];
    if (praises(text) && isOfDefect(intents, value)) return [];
    const evidence = reading.text.trim().slice(0, 120);
    return [
      { fact, value, confidence: 'low', isProposal: true, evidence, spans: [{ start: 0, end: reading.text.length }] },
    ];
  });
}

/**
 * The same facts, those that a single word states ("broken") replaced by a proposal of another value where the message as
 * a whole surely is about that: "the tumbler was broken when we lifted it from the straw".
 */
export function doubtSingleWords(
  vocabulary: Vocabulary,
  reading: Reading,
  inferred: readonly InferredFact[],
): InferredFact[] {
  return inferred.map((one) => {
    const intents = vocabulary.facts.get(one.fact)?.intents ?? [];
    if (one.isProposal || /\s/.test(one.evidence.trim()) || !intents.some(({ value }) => value === one.value))
      return one;
    if (intents.every((value) => value.intents.length === 0)) return one;
    const value = likeliest(intents, readIntent(reading.text).ranking, SURELY);
    if (value === undefined || value === one.value || isDenied(reading, one.fact, value)) return one;
    return { ...one, value, confidence: 'low', isProposal: true };
  });
}

/** The one of several stated values that the intents speak for. */
function likeliestOf(
  values: FactVocabulary['intents'],
  ranking: readonly RankedIntent[],
  contested: readonly (string | boolean)[],
): string | undefined {
  const likelihoods = values
    .filter(({ value }) => contested.includes(value))
    .map(({ value, intents }) => ({ value, likelihood: likelihoodOf(intents, ranking) }))
    .toSorted((a, b) => b.likelihood - a.likelihood);
  const [best, second] = likelihoods;
  const isAhead = best && best.likelihood >= 2 * (second?.likelihood ?? 0) && best.likelihood >= CONTESTED;
  return isAhead ? best.value : undefined;
}

function likelihoodOf(intents: readonly string[], ranking: readonly RankedIntent[]): number {
  return ranking.filter(({ intent }) => intents.includes(intent)).reduce((sum, { confidence }) => sum + confidence, 0);
}

/** The value that the intents speak for, unless another value or an intent of none is nearly as likely. */
function likeliest(
  values: FactVocabulary['intents'],
  ranking: readonly RankedIntent[],
  least: number,
): string | undefined {
  const likelihoods = values.map(({ value, intents }) => ({ value, likelihood: likelihoodOf(intents, ranking) }));
  const mapped = new Set(values.flatMap(({ intents }) => intents));
  const others = ranking.filter(({ intent }) => !mapped.has(intent)).map(({ confidence }) => confidence);
  const [best, second] = likelihoods.toSorted((a, b) => b.likelihood - a.likelihood);
  if (!best || best.likelihood < least) return undefined;
  const next = Math.max(0, second?.likelihood ?? 0, ...others);
  return best.likelihood - next >= AHEAD_BY ? best.value : undefined;
}

/**
 * A message with blanks for the words that are spoken for: those about the condition of a thing, about something else,
 * about what is not known or not so sound like a reason where they are none.
 */
function withoutDetails({ text, tokens, moods, evidence }: Reading, stated: readonly InferredFact[]): string {
  const members = new Set(evidence.flatMap((one) => (one.sense.kind === 'member' ? one.words : [])));
  const words = tokens.filter((_, at) => members.has(at) || moods[at] === 'aside');
  const unknown = stated.filter(({ value }) => value === 'unknown').flatMap(({ spans }) => spans);
  return [...words, ...unknown].reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

// "How do I send back my broken phone" takes for granted that it is broken.
function onlyAsks({ tokens, moods }: Reading): boolean {
  return tokens.every(({ isAsked }) => isAsked) && !moods.includes('presupposed');
}

// "My colleague's broke, mine is fine": which of them the rest is about is not known.
function isSaidOfOther({ evidence }: Reading, fact: string): boolean {
  return evidence.some(({ sense, mood }) => sense.fact === fact && mood === 'aside');
}

function tellsCondition({ evidence }: Reading): boolean {
  return evidence.some(({ sense, polarity }) => sense.kind === 'member' && polarity === 'affirmed');
}

// "No smoke, no smell, it just does not start": one sign of it is denied, and another stated.
function isDenied({ evidence }: Reading, fact: string, value: string): boolean {
  const own = evidence.filter(
    ({ sense, ...one }) =>
      sense.kind === 'value' && sense.fact === fact && sense.value === value && isStated({ sense, ...one }),
  );
  return own.some(({ polarity }) => polarity !== 'affirmed') && !own.some(({ polarity }) => polarity === 'affirmed');
}

const PRAISE = /\b(?:work(?:s|ed|ing)?|fine|ok|okay|good|perfect|great)\b/i;
const DENIAL = new RegExp(`\\b(?:${anyOf(en.denial)}|[a-z]+n['\\u2019]?t)\\b`, 'i');

const DEFECTS: readonly string[] = ['defective', 'digital_product_problem'];

/** True if a value is that something does not work. */
function isOfDefect(values: FactVocabulary['intents'], value: string): boolean {
  return values.some((one) => one.value === value && one.intents.some((intent) => DEFECTS.includes(intent)));
}

// What words are about tells nothing of their polarity: "it is working" is about working as "it is not" is.
function praises(text: string): boolean {
  return PRAISE.test(text) && !DENIAL.test(text);
}
