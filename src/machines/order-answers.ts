import { moneySchema } from '../policy/money/money.ts';
import { times } from '../policy/money/times.ts';
import { answersFromOrder } from './details.ts';
import type { Interview } from './interview.ts';
import type { Answer, Conversation } from './record/record.ts';

/**
 * The answers that the order gives, with the price of all the pieces that it is about. Where the customer does not know
 * how many, nobody knows that price.
 */
export function toldByOrder(interview: Interview, { order, details }: Conversation): Answer[] {
  const answers = order ? answersFromOrder(order, details.item) : [];
  const { pieces } = details;
  if (pieces === undefined) return answers;
  return answers.flatMap((answer) => {
    const price = isPriceOfOne(interview, answer) ? moneySchema.safeParse(answer.value).data : undefined;
    if (!price) return [answer];
    return pieces === null ? [] : [{ ...answer, value: times(price, pieces) }];
  });
}

function isPriceOfOne({ policy }: Interview, { fact }: Answer): boolean {
  return policy.file.facts[fact]?.fromOrder === 'item.price';
}
