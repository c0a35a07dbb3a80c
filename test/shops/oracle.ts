import { plusMonths } from '../policy/calendar.ts';

/** What a table row says, with what follows from it in money and dates. */
export interface Outcome {
  resolution: string;
  clauses: string[];
  terms: string[];
  feePercent?: number;
  refund?: Refund;
  deadline?: string;
  alternatives?: string[];
}

interface Refund {
  amount: string;
  fee: string;
  currency: string;
}

export interface Price {
  amount: string;
  currency: string;
}

export type Unknown = 'unknown';
export type Delivery = 'not-shipped' | 'in-transit' | 'at-handover' | 'received';
export type Warranty = 'active' | 'expired' | Unknown;

export interface WarrantyFacts {
  warrantyMonths?: number | Unknown;
  warrantyUntil?: string;
}

/** The state of the warranty on `today`, or undefined while what was given does not settle it. */
export function warrantyState(
  { warrantyMonths, warrantyUntil }: WarrantyFacts,
  start: string | undefined,
  today: string,
): Warranty | undefined {
  if (warrantyUntil !== undefined && warrantyUntil !== 'unknown') return today <= warrantyUntil ? 'active' : 'expired';
  if (warrantyMonths === undefined) return warrantyUntil;
  if (warrantyMonths === 'unknown') return 'unknown';
  if (warrantyMonths === 0) return 'expired';
  if (start === undefined || start === 'unknown') return start;
  return today <= plusMonths(start, warrantyMonths) ? 'active' : 'expired';
}

const minorDigits: Record<string, number> = {
  EUR: 2,
  USD: 2,
  GBP: 2,
  CHF: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  BHD: 3,
  HUF: 2,
  IQD: 3,
};

/** The currencies the oracle can count in, among them ones with no and with three decimals. */
export const currencies = Object.keys(minorDigits);

/** How many decimals the currency has; throws for one the oracle does not know. */
export function decimalsOf(currency: string): number {
  const digits = minorDigits[currency];
  if (digits === undefined) throw new Error(`the oracle does not know the currency ${currency}`);
  return digits;
}

/** What remains of `price` after a fee of `percent`, counted in whole minor units, half away from zero. */
export function refundOf({ amount, currency }: Price, percent: bigint): Refund {
  const digits = decimalsOf(currency);
  const [whole = '', fraction = ''] = amount.split('.');
  if (fraction.length > digits) throw new Error(`${amount} has more decimals than ${currency}`);
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  const fee = (minor * percent * 2n + 100n) / 200n;
  return { amount: decimal(minor - fee, digits), fee: decimal(fee, digits), currency };
}

function decimal(minor: bigint, digits: number): string {
  const text = minor.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The value, or an exception: the tables were asked about a case that is not complete. */
export function given<T>(value: T | undefined, fact: string): T {
  if (value === undefined) throw new Error(`the tables need the fact ${fact}`);
  return value;
}
