import Big from 'big.js';
import type { Money } from './money.ts';

/** The price of several pieces, to the last digit of that of one. */
export function times({ amount, currency }: Money, pieces: number): Money {
  return { amount: new Big(amount).times(pieces).toFixed((amount.split('.')[1] ?? '').length), currency };
}
