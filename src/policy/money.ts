import Big from 'big.js';

export interface Money {
  /** A decimal string, e.g. `94.00`. */
  amount: string;
  /** ISO 4217, e.g. `EUR`. */
  currency: string;
}

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

/** What remains of a price after a fee in percent, both rounded to the minor unit, half away from zero. */
export function refundAfterFee(price: Money, feePercent: number): Refund {
  const digits = minorUnitDigits(price.currency);
  const whole = new Big(price.amount).round(digits, Big.roundHalfUp);
  const fee = new Big(price.amount).times(feePercent).times('0.01').round(digits, Big.roundHalfUp);
  return { amount: whole.minus(fee).toFixed(digits), fee: fee.toFixed(digits), currency: price.currency };
}
