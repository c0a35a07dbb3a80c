import type { Known } from '../../machines/changeable.ts';
import type { Answer, Range } from '../../machines/record/record.ts';
import { UNKNOWN } from '../../policy/engine/diagram/variables.ts';
import { type KnownValue, parseKnown } from '../../policy/fact-types/fact-types.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { PolicyFile } from '../../policy/format/schema.ts';
import type { Fee } from '../../policy/money/fee.ts';
import type { Words } from './catalog/words.ts';
import { describeValue, inOneLine } from './fact-types/fact-wordings.ts';

/** A fee while the price is not known, e.g. "10 % of the price, at least €5.00". */
export function describeFee(words: Words, fee: Fee): string {
  if ('percent' in fee) return words.say('fee.percent', { percent: fee.percent });
  if ('fixed' in fee) return words.money(fee.fixed.amount, fee.fixed.currency);
  const [first, ...others] = fee.largerOf.map((one) => describeFee(words, one));
  return others.reduce((fees, minimum) => words.say('fee.atLeast', { fee: fees, minimum }), first ?? '');
}

/** An answer in a few words, e.g. "seal damaged, signs of use"; what the policy does not know is shown as it is. */
export function describeAnswer(words: Words, { file }: Policy, { fact: id, value }: Stated): string {
  if (value === UNKNOWN) return words.say('answer.unknown');
  const known = knownValue(file, id, value);
  return known ? describeValue(words, known, file.timeZone) : [value].flat().join(', ');
}

/** A fact with a JSON value. */
interface Stated {
  fact: string;
  value: unknown;
}

function knownValue({ facts }: PolicyFile, id: string, value: unknown): KnownValue | undefined {
  const fact = facts[id];
  return fact && parseKnown(fact, value);
}

/** An answer with its label, e.g. "Delivery: received". */
export function labelledAnswer(words: Words, policy: Policy, answer: Stated): string {
  const label = policy.file.facts[answer.fact]?.label ?? answer.fact;
  return words.say('answer.labelled', { label, answer: describeAnswer(words, policy, answer) });
}

/** A day that lies between two, e.g. "between Monday 1 June 2026 and Tuesday 30 June 2026". */
export function describeRange(words: Words, { from, to }: Pick<Range, 'from' | 'to'>): string {
  return words.say('answer.between', { from: words.day(from), to: words.day(to) });
}

/** The same for what may be known roughly only. */
export function labelledKnown(words: Words, policy: Policy, known: Known): string {
  if (known.kind !== 'range') return labelledAnswer(words, policy, known);
  const label = policy.file.facts[known.fact]?.label ?? known.fact;
  return words.say('answer.labelled', { label, answer: describeRange(words, known) });
}

/** The facts understood, in one line, e.g. "it does not work properly; bought on: Sunday 3 May 2026". */
export function inferredLine(
  words: Words,
  policy: Policy,
  { answers, ranges }: { answers: Answer[]; ranges: Range[] },
): string {
  const labelOf = (fact: string): string => (policy.file.facts[fact]?.label ?? fact).toLowerCase();
  const stated = answers.map(
    (answer) =>
      inferredInOneLine(words, policy, answer) ??
      words.say('answer.labelled', { label: labelOf(answer.fact), answer: describeAnswer(words, policy, answer) }),
  );
  return [
    ...stated,
    ...ranges.map((range) =>
      words.say('answer.labelled', { label: labelOf(range.fact), answer: describeRange(words, range) }),
    ),
  ].join('; ');
}

function inferredInOneLine(words: Words, { file }: Policy, { fact, value }: Answer): string | undefined {
  const known = knownValue(file, fact, value);
  return known && inOneLine(words, known);
}
