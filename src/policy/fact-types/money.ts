import { z } from 'zod';
import { type Money, moneySchema } from '../money/money.ts';
import { type FactType, noOthers, untested } from './fact-type.ts';
import { described } from './keys.ts';

const schema = z.strictObject({ type: z.literal('money'), ...described });
type MoneyFact = z.infer<typeof schema>;

/** A price, which the order tells; it is never asked. */
export const money = {
  ...untested,
  schema,
  parse: (_, wire) => moneySchema.safeParse(wire).data,
  expectation: () => 'an amount and a currency, such as {"amount":"94.00","currency":"EUR"}',
  lateFor: () => undefined,
  isOnPapers: false,
  others: () => noOthers,
} satisfies FactType<MoneyFact, Money>;
