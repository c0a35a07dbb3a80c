import type { GuessLimit } from './guess-limit.ts';
import type { OrderAnswer, OrderBook, OrderQuery } from './order-book.ts';
import type { SameTime } from './same-time.ts';

/** An order book for conversations with strangers. */
export interface GuardedOrders {
  /** `origin`: see `Guess`. */
  find(query: OrderQuery & { conversationId: string; origin?: string | undefined }): Promise<OrderAnswer>;
}

/**
 * Guards an order book: guesses are limited, and an unknown number, a wrong e-mail and a blocked guess are answered
 * alike.
 */
export function guardOrders(parts: { book: OrderBook; guesses: GuessLimit; sameTime: SameTime }): GuardedOrders {
  const { book, guesses, sameTime } = parts;
  return {
    find: ({ conversationId, origin, ...query }) =>
      sameTime<OrderAnswer>(async () => {
        const number = `${query.number} ${query.policyId}`;
        const guess = await guesses.count({ conversationId, origin, number, email: query.email });
        // A blocked guess is looked up all the same, so that it takes as long as any other.
        const answer = await book.find(query);
        // Who meets an outage has guessed nothing.
        if (answer.kind === 'unavailable' && answer.isOutage && !guess.isBlocked) await guess.takeBack();
        if (answer.kind !== 'found') return answer;
        if (guess.isBlocked) return { kind: 'not-found' };
        await guess.takeBack();
        return answer;
      }),
  };
}
