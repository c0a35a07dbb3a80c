import type { InferredFact, Span } from '../inferred-fact.ts';
import type { Evidence, Reading } from '../phrases/evidence.ts';
import { firstOf, isCorrectedBetween, isStated, lastOf, spansOf, textOf } from '../phrases/evidence.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';

type Value = string | boolean;
interface Candidate {
  value: Value;
  evidence: Evidence;
}

/**
 * The values of choice and yes-no facts that the phrases of a message state: of each fact one value, or nothing where
 * they differ.
 */
export function inferChoices(vocabulary: Vocabulary, reading: Reading, open?: string): InferredFact[] {
  const facts = new Set(reading.evidence.flatMap(({ sense }) => (sense.kind === 'value' ? [sense.fact] : [])));
  return [...facts].flatMap((fact) => inferChoice(vocabulary, reading, fact, fact === open) ?? []);
}

function inferChoice(
  vocabulary: Vocabulary,
  reading: Reading,
  fact: string,
  isOpen: boolean,
): InferredFact | undefined {
  const own = evidenceOf(reading, fact);
  const candidates = candidatesOf(vocabulary, reading, own);
  const [first] = candidates;
  if (!first) return undefined;
  if (candidates.some(({ value }) => value !== first.value)) return isOpen ? likeliest(reading, candidates) : undefined;
  const isDenied = own.some((evidence) => isStated(evidence) && isAgainst(evidence, first.value));
  if (isDenied) return undefined;
  const best = candidates.find(({ evidence }) => evidence.mood === 'stated') ?? first;
  const confidence = best.evidence.mood === 'stated' ? 'high' : 'low';
  const evidence = textOf(reading, firstOf(best.evidence), lastOf(best.evidence));
  const spans = spansOf(
    reading,
    candidates.map((candidate) => candidate.evidence),
  );
  const isImplied = isImplying(best.evidence);
  return { fact, value: first.value, confidence, ...(isImplied && { isImplied }), evidence, spans };
}

/** Of the values that a reply to the very question names, the one of which most words speak; it is to be shown back. */
function likeliest(reading: Reading, candidates: readonly Candidate[]): InferredFact | undefined {
  const stated = candidates.filter(({ value, evidence }) => evidence.mood === 'stated' && typeof value === 'string');
  const weights = [...new Set(stated.map(({ value }) => value))]
    .map((value) => ({ value, own: stated.filter((one) => one.value === value).map(({ evidence }) => evidence) }))
    .map(({ value, own }) => ({ value, own, words: new Set(own.flatMap(({ words }) => words)).size }))
    .toSorted((one, other) => other.words - one.words);
  const [best, next] = weights;
  const [first] = best?.own ?? [];
  if (!best || !first || (next && next.words === best.words)) return undefined;
  const evidence = textOf(reading, firstOf(first), lastOf(first));
  const fact = first.sense.fact;
  return { fact, value: best.value, confidence: 'low', evidence, spans: spansOf(reading, best.own) };
}

/** A value that a fact does not have. */
export interface DeniedValue {
  fact: string;
  value: string;
}

/** The values of choice facts that the phrases of a message deny, and none of its phrases affirms. */
export function deniedValues({ evidence }: Reading): DeniedValue[] {
  const isOf = (polarity: Evidence['polarity'], one: Evidence): boolean => one.polarity === polarity && isStated(one);
  const affirmed = new Set(evidence.filter((one) => isOf('affirmed', one)).map(({ sense }) => sense.fact));
  const denied = evidence.flatMap((one): DeniedValue[] => {
    const { sense, mood } = one;
    const isChoice = sense.kind === 'value' && typeof sense.value === 'string' && mood === 'stated';
    return isChoice && isOf('negated', one) && !affirmed.has(sense.fact)
      ? [{ fact: sense.fact, value: String(sense.value) }]
      : [];
  });
  return [...new Map(denied.map((one) => [JSON.stringify(one), one])).values()];
}

/** The different values that the phrases of a message state of a fact; empty where they agree. */
export function contestedValues(vocabulary: Vocabulary, reading: Reading, fact: string): Value[] {
  const candidates = candidatesOf(vocabulary, reading, evidenceOf(reading, fact));
  const values = new Set(candidates.map(({ value }) => value));
  return values.size > 1 ? [...values] : [];
}

/** A choice fact of which words state several values, and their characters. */
export interface ContestedFact {
  fact: string;
  values: string[];
  spans: Span[];
}

/** The choice facts of which the phrases of a message state different values. */
export function contestedFacts(vocabulary: Vocabulary, reading: Reading): ContestedFact[] {
  const facts = new Set(reading.evidence.flatMap(({ sense }) => (sense.kind === 'value' ? [sense.fact] : [])));
  return [...facts].flatMap((fact) => {
    const candidates = candidatesOf(vocabulary, reading, evidenceOf(reading, fact)).filter(
      ({ value, evidence }) => typeof value === 'string' && evidence.mood === 'stated',
    );
    const values = [...new Set(candidates.map(({ value }) => String(value)))];
    const own = candidates.map(({ evidence }) => evidence);
    return values.length > 1 ? [{ fact, values, spans: spansOf(reading, own) }] : [];
  });
}

/** What states a value of a fact; what only implies one, where nothing states one. */
function evidenceOf({ evidence }: Reading, fact: string): Evidence[] {
  const own = evidence.filter(({ sense }) => sense.kind === 'value' && sense.fact === fact);
  const stating = own.filter((one) => !isImplying(one));
  return stating.some(isStated) ? stating : own.filter((one) => isImplying(one) && one.polarity === 'affirmed');
}

function isImplying({ sense }: Evidence): boolean {
  return sense.kind === 'value' && sense.isImplied === true;
}

function candidatesOf(vocabulary: Vocabulary, reading: Reading, own: readonly Evidence[]): Candidate[] {
  return unexplained(vocabulary, reading, uncorrected(reading, own.filter(isStated).flatMap(candidateOf)));
}

// "Not on sale" says false; "not a scanner" says nothing of what it is.
function candidateOf(evidence: Evidence): Candidate[] {
  const { sense, polarity } = evidence;
  if (sense.kind !== 'value' || polarity === 'unsure') return [];
  if (polarity === 'affirmed') return [{ value: sense.value, evidence }];
  return typeof sense.value === 'boolean' && evidence.mood === 'stated' ? [{ value: !sense.value, evidence }] : [];
}

function isAgainst({ sense, polarity }: Evidence, value: Value): boolean {
  return sense.kind === 'value' && sense.value === value && polarity === 'negated' && typeof value === 'string';
}

/**
 * Values that differ, without those whose words say another fact that only concerns the other value: in "damaged on
 * the way, does not work" the second half is whether it works, which is asked of what was damaged.
 */
function unexplained(vocabulary: Vocabulary, { evidence }: Reading, candidates: Candidate[]): Candidate[] {
  const values = new Set(candidates.map(({ value }) => value));
  if (values.size < 2) return candidates;
  return candidates.filter(({ value, evidence: own }) => {
    const { fact } = own.sense;
    const others = evidence.filter(
      ({ sense, words }) =>
        sense.fact !== fact && sense.kind === 'value' && words.every((word) => own.words.includes(word)),
    );
    return !others.some(
      ({ sense }) =>
        !canApplyBeside(vocabulary, sense.fact, fact, value) &&
        [...values].some((other) => other !== value && canApplyBeside(vocabulary, sense.fact, fact, other)),
    );
  });
}

function canApplyBeside(vocabulary: Vocabulary, fact: string, given: string, value: Value): boolean {
  return vocabulary.canApply(fact, new Map([[given, value]]));
}

/** Only what stands after the last correction, where one stands between different values. */
function uncorrected(reading: Reading, candidates: Candidate[]): Candidate[] {
  const from = candidates.findLastIndex((candidate, at) => {
    const before = candidates[at - 1];
    if (!before || before.value === candidate.value) return false;
    return isCorrectedBetween(reading, lastOf(before.evidence), firstOf(candidate.evidence));
  });
  return from > 0 ? candidates.slice(from) : candidates;
}
