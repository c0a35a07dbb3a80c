import type { Answer, Range } from '../../machines/record/record.ts';
import { isIsoDate } from '../../policy/calendar.ts';
import { UNKNOWN } from '../../policy/engine/variables.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Fee } from '../../policy/money/fee.ts';
import type { Words } from './catalog/words.ts';

/** A fee while the price is not known, e.g. "10 % of the price, at least €5.00". */
export function describeFee(words: Words, fee: Fee): string {
  if ('percent' in fee) return words.say('fee.percent', { percent: fee.percent });
  if ('fixed' in fee) return words.money(fee.fixed.amount, fee.fixed.currency);
  const [first, ...others] = fee.largerOf.map((one) => describeFee(words, one));
  return others.reduce((fees, minimum) => words.say('fee.atLeast', { fee: fees, minimum }), first ?? '');
}

/** An answer in a few words, e.g. "seal damaged, signs of use". */
export function describeAnswer(
  words: Words,
  policy: Policy,
  { fact: id, value }: Pick<Answer, 'fact' | 'value'>,
): string {
  const fact = policy.file.facts[id];
  if (value === UNKNOWN) return words.say('answer.unknown');
  switch (fact?.type) {
    case 'choice':
      return summaryOf(fact.values[value as string]) ?? String(value);
    case 'set':
      return (
        (value as string[]).map((member) => summaryOf(fact.values[member]) ?? member).join(', ') ||
        words.say('answer.none')
      );
    case 'yes-no':
      return words.say(value ? 'answer.yes' : 'answer.no');
    case 'date':
      return words.day(value as string);
    case 'instant':
      return isIsoDate(value as string)
        ? words.day(value as string)
        : words.instant(value as string, policy.file.timeZone);
    case 'months':
      return words.say('answer.months', { months: Number(value) });
    case 'money': {
      const { amount, currency } = value as { amount: string; currency: string };
      return words.money(amount, currency);
    }
    default:
      return String(value);
  }
}

/** An answer with its label, e.g. "Delivery: received". */
export function labelledAnswer(words: Words, policy: Policy, answer: Pick<Answer, 'fact' | 'value'>): string {
  const label = policy.file.facts[answer.fact]?.label ?? answer.fact;
  return words.say('answer.labelled', { label, answer: describeAnswer(words, policy, answer) });
}

/** A day that lies between two, e.g. "between Monday 1 June 2026 and Tuesday 30 June 2026". */
export function describeRange(words: Words, { from, to }: Pick<Range, 'from' | 'to'>): string {
  return words.say('answer.between', { from: words.day(from), to: words.day(to) });
}

/** What was understood, in one line, e.g. "it does not work properly; bought on: Sunday 3 May 2026". */
export function inferredLine(
  words: Words,
  policy: Policy,
  { answers, ranges }: { answers: Answer[]; ranges: Range[] },
): string {
  const labelOf = (fact: string): string => (policy.file.facts[fact]?.label ?? fact).toLowerCase();
  const stated = answers.map(
    (answer) =>
      inOneLine(words, policy, answer) ??
      words.say('answer.labelled', { label: labelOf(answer.fact), answer: describeAnswer(words, policy, answer) }),
  );
  return [
    ...stated,
    ...ranges.map((range) =>
      words.say('answer.labelled', { label: labelOf(range.fact), answer: describeRange(words, range) }),
    ),
  ].join('; ');
}

/** An answer that says by itself what it is about. */
function inOneLine(words: Words, policy: Policy, answer: Answer): string | undefined {
  const fact = policy.file.facts[answer.fact];
  if (answer.value === UNKNOWN) return undefined;
  if (fact?.type === 'choice') return describeAnswer(words, policy, answer);
  return fact?.type === 'yes-no' ? fact.summary?.[answer.value ? 'true' : 'false'] : undefined;
}

function summaryOf(value: { title: string; summary?: string | undefined } | undefined): string | undefined {
  return value?.summary ?? value?.title;
}
