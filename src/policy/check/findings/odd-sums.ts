import { type Money, minorUnitDigits } from '../../money/money.ts';
import type { Finding } from '../finding.ts';

/** The finding that something can be read and is hardly meant. */
export function odd(path: PropertyKey[], message: string, severity: Finding['severity'] = 'error'): Finding {
  return { severity, code: 'odd-value', path, message };
}

/** A share such as 0.05 where a percentage such as 5 stands. */
export function shareFindings(path: PropertyKey[], percent: number): Finding[] {
  if (percent === 0 || percent >= 1) return [];
  const meant = Number((percent * 100).toPrecision(6));
  return [odd(path, `${percent} means ${percent} % of the price; is ${meant} meant?`, 'warning')];
}

/** A bonus, in percent of the price, of more than the price. */
export function bonusFindings(path: PropertyKey[], percent: number): Finding[] {
  if (percent <= 100) return [];
  const meant = Number((percent / 100).toPrecision(6));
  const message = `${percent} % of the price is a bonus of more than the price itself; is ${meant} meant?`;
  return [odd(path, message, 'warning')];
}

/** A sum with decimals that its currency does not have, or in another currency than the policy's first. */
export function sumFindings(path: PropertyKey[], { amount, currency }: Money, first: Money | undefined): Finding[] {
  const digits = minorUnitDigits(currency);
  const [, decimals = ''] = amount.split('.');
  const message = digits === 0 ? `${currency} has no decimals` : `${currency} has ${digits} decimals`;
  const other = `${currency} here and ${first?.currency} elsewhere; a price has one of them`;
  return [
    ...(decimals.length > digits ? [odd([...path, 'amount'], `${amount} ${currency} cannot be paid: ${message}`)] : []),
    ...(first && first.currency !== currency ? [odd([...path, 'currency'], other, 'warning')] : []),
  ];
}
