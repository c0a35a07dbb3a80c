import type { Answer, Range } from '../../machines/record/record.ts';
import { isIsoDate } from '../../policy/calendar.ts';
import { UNKNOWN } from '../../policy/engine/variables.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Fee } from '../../policy/money/fee.ts';
import { minorUnitDigits } from '../../policy/money/money.ts';

const days = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as a customer reads it, e.g. "Tuesday 3 November 2026". */
export function describeDate(date: string): string {
  return days.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

/** An instant as a customer in the time zone reads it, e.g. "Tuesday 3 November 2026, 14:30". */
export function describeInstant(instant: string, timeZone: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const day = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(new Date(instant)).replace(',', '');
  const time = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return `${day}, ${new Intl.DateTimeFormat('en-GB', time).format(new Date(instant))}`;
}

/** A fee while the price is not known, e.g. "10 % of the price, at least €5.00". */
export function describeFee(fee: Fee): string {
  if ('percent' in fee) return `${fee.percent} % of the price`;
  if ('fixed' in fee) return describeMoney(fee.fixed.amount, fee.fixed.currency);
  return fee.largerOf.map(describeFee).join(', at least ');
}

/** An answer in a few words, e.g. "seal damaged, signs of use". */
export function describeAnswer(policy: Policy, { fact: id, value }: Pick<Answer, 'fact' | 'value'>): string {
  const fact = policy.file.facts[id];
  if (value === UNKNOWN) return 'not known';
  switch (fact?.type) {
    case 'choice':
      return summaryOf(fact.values[value as string]) ?? String(value);
    case 'set':
      return (
        (value as string[]).map((member) => summaryOf(fact.values[member]) ?? member).join(', ') || 'none of these'
      );
    case 'yes-no':
      return value ? 'yes' : 'no';
    case 'date':
      return describeDate(value as string);
    case 'instant':
      return isIsoDate(value as string)
        ? describeDate(value as string)
        : describeInstant(value as string, policy.file.timeZone);
    case 'months':
      return value === 0 ? 'no warranty' : value === 1 ? '1 month' : `${value} months`;
    case 'money': {
      const { amount, currency } = value as { amount: string; currency: string };
      return describeMoney(amount, currency);
    }
    default:
      return String(value);
  }
}

/** An amount as a customer reads it, e.g. "€94.00". */
export function describeMoney(amount: string, currency: string): string {
  const digits = minorUnitDigits(currency);
  const format = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat('en', format).format(amount as Intl.StringNumericLiteral);
}

/** An answer with its label, e.g. "Delivery: received". */
export function labelledAnswer(policy: Policy, answer: Pick<Answer, 'fact' | 'value'>): string {
  return `${policy.file.facts[answer.fact]?.label ?? answer.fact}: ${describeAnswer(policy, answer)}`;
}

/** A day that lies between two, e.g. "between Monday 1 June 2026 and Tuesday 30 June 2026". */
export function describeRange({ from, to }: Pick<Range, 'from' | 'to'>): string {
  return `between ${describeDate(from)} and ${describeDate(to)}`;
}

/** What was inferred, in one line, e.g. "it does not work properly; bought on: Sunday 3 May 2026". */
export function inferredLine(policy: Policy, { answers, ranges }: { answers: Answer[]; ranges: Range[] }): string {
  const labelOf = (fact: string): string => (policy.file.facts[fact]?.label ?? fact).toLowerCase();
  const stated = answers.map(
    (answer) => inOneLine(policy, answer) ?? `${labelOf(answer.fact)}: ${describeAnswer(policy, answer)}`,
  );
  return [...stated, ...ranges.map((range) => `${labelOf(range.fact)}: ${describeRange(range)}`)].join('; ');
}

/** An answer that says by itself what it is about. */
function inOneLine(policy: Policy, answer: Answer): string | undefined {
  const fact = policy.file.facts[answer.fact];
  if (answer.value === UNKNOWN) return undefined;
  if (fact?.type === 'choice') return describeAnswer(policy, answer);
  return fact?.type === 'yes-no' ? fact.summary?.[answer.value ? 'true' : 'false'] : undefined;
}

function summaryOf(value: { title: string; summary?: string | undefined } | undefined): string | undefined {
  return value?.summary ?? value?.title;
}
