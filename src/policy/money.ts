import Big from 'big.js';

export interface Money {
  /** A decimal string, e.g. `94.00`. */
  amount: string;
  /** ISO 4217, e.g. `EUR`. */
  currency: string;
}

/** A fee: a share of the price, a sum, or the larger of several. */
export type Fee = { percent: number } | { fixed: Money } | { largerOf: Fee[] };

export interface Refund extends Money {
  fee: string;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether the code is a currency of ISO 4217 that the runtime knows. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Currencies whose minor unit is not a hundredth, by its decimal places (ISO 4217, list one). */
const otherMinorUnits: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Decimal places of the currency's minor unit: EUR 2, JPY 0, KWD 3. The runtime's own digits are for display only. */
export function minorUnitDigits(currency: string): number {
  const found = Object.entries(otherMinorUnits).find(([, codes]) => codes.includes(currency));
  return found ? Number(found[0]) : 2;
}

/**
 * What remains of a price after a fee, both rounded to the minor unit, half away from zero. A fee is never more than
 * the price. `undefined` where the fee holds a sum in another currency.
 */
export function refundAfterFee(price: Money, fee: Fee): Refund | undefined {
  const { currency } = price;
  const digits = minorUnitDigits(currency);
  const whole = new Big(price.amount).round(digits, Big.roundHalfUp);
  const wanted = feeOn(price, fee)?.round(digits, Big.roundHalfUp);
  if (!wanted) return undefined;
  const kept = wanted.gt(whole) ? whole : wanted;
  return { amount: whole.minus(kept).toFixed(digits), fee: kept.toFixed(digits), currency };
}

function feeOn(price: Money, fee: Fee): Big | undefined {
  if ('percent' in fee) return new Big(price.amount).times(fee.percent).times('0.01');
  if ('fixed' in fee) return fee.fixed.currency === price.currency ? new Big(fee.fixed.amount) : undefined;
  const fees = fee.largerOf.map((one) => feeOn(price, one));
  return fees.reduce((a, b) => (a && b ? (a.gt(b) ? a : b) : undefined));
}
