import type { Answer } from '../machines/record.ts';
import type { Policy } from '../policy/load.ts';
import { minorUnitDigits } from '../policy/money.ts';
import { UNKNOWN } from '../policy/variables.ts';

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

function summaryOf(value: { title: string; summary?: string | undefined } | undefined): string | undefined {
  return value?.summary ?? value?.title;
}
