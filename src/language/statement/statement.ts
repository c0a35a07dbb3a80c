import { countsThings } from './asides/counted-things.ts';
import { isOfSeveral, severalItems } from './asides/several.ts';
import { blanked, readDetails, type StatedDetails } from './details/details.ts';
import { doubtSingleWords, inferByIntent } from './facts/by-intent.ts';
import {
  type ContestedFact,
  contestedFacts,
  contestedValues,
  type DeniedValue,
  deniedValues,
  inferChoices,
} from './facts/choices.ts';
import { inferDays } from './facts/days.ts';
import { inferEndDays } from './facts/end-days.ts';
import { inferLengths } from './facts/lengths.ts';
import { inferMembers, type Member } from './facts/members.ts';
import { inferUnknowns } from './facts/unknowns.ts';
import type { InferredFact, Span } from './inferred-fact.ts';
import { type Dropped, droppedIn, spansOfMood } from './phrases/dropped.ts';
import { isStated, readingOf, spansOf } from './phrases/evidence.ts';
import type { Lexicon } from './phrases/lexicon.ts';
import type { StatedValues, Vocabulary } from './phrases/vocabulary.ts';
import { withoutFillers } from './tokens/fillers.ts';
import { MAX_STATEMENT_LENGTH } from './tokens/tokens.ts';

export type { Member } from './facts/members.ts';
export type { InferredFact, Span } from './inferred-fact.ts';
export { isImplying, namedPhrases } from './named/named-phrases.ts';
export type { Dropped } from './phrases/dropped.ts';
export { compileLexicon, type Lexicon } from './phrases/lexicon.ts';
export type { FactVocabulary, PhrasesOfSense, Sense, StatedValues, Vocabulary } from './phrases/vocabulary.ts';

/** The reading of a free message; all characters are counted in the text without its invisible marks. */
export interface Statement {
  /** At most one reading a fact, in the policy's order. */
  facts: InferredFact[];
  /** Members of set facts that are so. */
  mentioned: Member[];
  /** Members of set facts that are not so. */
  denied: Member[];
  /** Values of choice facts that are not so. */
  deniedValues: DeniedValue[];
  /** Choice facts of which its words say several values, one of them likely: "cracked" on the way, or in use. */
  contested: ContestedFact[];
  /** Set facts of which the customer says that nothing (else) applies. */
  isWholeSet: string[];
  details: StatedDetails;
  /** Different order numbers, of which the customer means one. */
  orderNumbers: string[];
  /** The characters of details, with the words that name them. */
  detailSpans: Span[];
  /** The message with those as blanks. */
  withoutDetails: string;
  /** True if it tells several items apart, or counts them, so that it must be asked which one is meant. */
  isAboutSeveral: boolean;
  /** What phrases would say that stand where nothing is stated. */
  dropped: Dropped[];
  /** All characters of phrases that state something, of whatever fact. */
  stated: Span[];
  /** The characters that tell of something else than the item: of another one, of what others say, of what was feared. */
  asides: Span[];
}

/**
 * Reads a free message for the facts of a vocabulary; `open` is the fact whose question it may answer, `today` an ISO
 * date.
 */
export function readStatement(
  lexicon: Lexicon,
  text: string,
  options: { today: string; open?: string | undefined },
): Statement {
  const messageText = text.slice(0, MAX_STATEMENT_LENGTH).replace(INVISIBLE, '');
  const { vocabulary } = lexicon;
  const {
    details,
    orderNumbers,
    values: named,
    spans: detailSpans,
  } = readDetails(messageText, undefined, vocabulary.orderNumbers);
  // Neither an address nor a number says anything of a fact.
  const reading = readingOf(lexicon, withoutFillers(blanked(messageText, named)));
  const inferred = [
    ...inferUnknowns(vocabulary, reading),
    ...inferChoices(vocabulary, reading, options.open),
    ...inferLengths(vocabulary, reading),
    ...inferDays(vocabulary, reading, options),
    ...inferEndDays(vocabulary, reading, options.today),
  ];
  const read = withoutImpossibleReason(vocabulary, oncePerFact(vocabulary, inferred));
  const once = doubtSingleWords(vocabulary, reading, read);
  const stated = possibleFacts(vocabulary, once);
  const proposed = inferByIntent(vocabulary, reading, {
    stated: once,
    open: options.open,
    contested: (fact) => contestedValues(vocabulary, reading, fact),
  });
  const likely = proposed.filter((one) => isPossibleBeside(vocabulary, one, stated));
  const facts = inOrder(vocabulary, [...stated.filter((one) => likely.every(concerning(vocabulary, one))), ...likely]);
  const values = valuesOf(stated);
  const { mentioned, denied, isWholeSet } = inferMembers(reading);
  const applies = ({ fact }: { fact: string }) => vocabulary.canApply(fact, values);
  return {
    facts,
    mentioned: mentioned.filter(applies),
    denied: denied.filter(applies),
    deniedValues: deniedValues(reading),
    contested: contestedFacts(vocabulary, reading),
    isWholeSet: isWholeSet.filter((fact) => applies({ fact })),
    details,
    orderNumbers,
    detailSpans,
    withoutDetails: blanked(messageText, detailSpans),
    isAboutSeveral:
      severalItems(reading.tokens).length > 0 || isOfSeveral(reading.tokens) || countsThings(reading.tokens),
    dropped: droppedIn(reading),
    stated: spansOf(reading, reading.evidence.filter(isStated)),
    asides: spansOfMood(reading, 'aside'),
  };
}

// Zero-width and direction marks break words apart.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F/gu;

function inOrder({ facts }: Vocabulary, inferred: readonly InferredFact[]): InferredFact[] {
  return [...facts.keys()].flatMap((fact) => inferred.filter((one) => one.fact === fact));
}

/**
 * True if a proposal leaves all that is stated possible: what is only likely gives way, but to a fact that only
 * concerns another value of it. "It does not start" sounds like whether a damaged item still works.
 */
function isPossibleBeside(vocabulary: Vocabulary, proposal: InferredFact, stated: readonly InferredFact[]): boolean {
  const concerned = stated.filter((one) => concerning(vocabulary, one)(proposal));
  return possibleFacts(vocabulary, [...concerned, proposal]).length === concerned.length + 1;
}

/** Tells of a proposal if a fact can concern a case in which it is so. */
function concerning({ canApply }: Vocabulary, { fact }: InferredFact): (proposal: InferredFact) => boolean {
  return (proposal) => canApply(fact, valuesOf([proposal]));
}

// "No idea when I bought it, maybe in May": a value is worth more than that it is not known.
function oncePerFact({ facts }: Vocabulary, inferred: readonly InferredFact[]): InferredFact[] {
  return [...facts.keys()].flatMap((fact) => inferred.findLast((one) => one.fact === fact) ?? []);
}

/**
 * Leaves out a reason that cannot be beside the other facts: where a parcel is, people know; that something rattles
 * sounds like many a reason.
 */
function withoutImpossibleReason(vocabulary: Vocabulary, inferred: InferredFact[]): InferredFact[] {
  const isImpossible = (facts: readonly InferredFact[]): boolean => {
    const impossible = vocabulary.impossibleFacts(valuesOf(facts));
    return facts.some(({ fact }) => impossible.has(fact));
  };
  if (!isImpossible(inferred)) return inferred;
  const others = inferred.filter(({ fact }) => !isReason(vocabulary, fact));
  return isImpossible(others) ? inferred : others;
}

function isReason({ facts }: Vocabulary, fact: string): boolean {
  return facts.get(fact)?.intents.some(({ intents }) => intents.length > 0) ?? false;
}

/**
 * Leaves out the facts that cannot concern a case in which the others are so, and those that are impossible beside
 * them.
 */
function possibleFacts(vocabulary: Vocabulary, inferred: readonly InferredFact[]): InferredFact[] {
  const values = valuesOf(inferred);
  const impossible = vocabulary.impossibleFacts(values);
  return inferred.filter(({ fact }) => !impossible.has(fact) && vocabulary.canApply(fact, values));
}

function valuesOf(inferred: readonly InferredFact[]): StatedValues {
  return new Map(inferred.map(({ fact, value }) => [fact, value]));
}
