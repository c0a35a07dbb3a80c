import { z } from 'zod';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** True if the code is a currency of ISO 4217 that the runtime knows. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** A currency by its code. */
export const currencySchema = z.string().refine(isCurrency, 'a currency of ISO 4217, such as EUR');

/** A sum of money: a decimal string such as `94.00`, and its currency by ISO 4217 such as `EUR`. */
export const moneySchema = z.strictObject({
  amount: z.string().regex(/^\d{1,15}(\.\d{1,15})?$/, "a decimal in quotes, such as '4.90'"),
  currency: currencySchema,
});
export type Money = z.infer<typeof moneySchema>;

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
