import type { GuessLimit } from './guess-limit.ts';
import type { OrderAnswer, OrderBook, OrderQuery } from './order-book.ts';
import type { SameTime } from './same-time.ts';

/** An order book for conversations with strangers. */
export interface GuardedOrders {
  find(query: OrderQuery & { conversationId: string }): Promise<OrderAnswer>;
}

/**
 * Guards an order book: guesses are limited, and an unknown number, a wrong e-mail and a blocked guess are answered
 * alike.
 */
export function guardOrders(parts: { book: OrderBook; guesses: GuessLimit; sameTime: SameTime }): GuardedOrders {
  const { book, guesses, sameTime } = parts;
  return {
    find: ({ conversationId, ...query }) =>
      sameTime<OrderAnswer>(async () => {
        const subject = `${query.number} ${query.policyId}`;
        const isBlocked = guesses.isBlocked(conversationId, subject);
        // Counted beforehand, so that many guesses at once are many guesses.
        guesses.wrong(conversationId, subject);
        // A blocked guess is looked up all the same, so that it takes as long as any other.
        const answer = await book.find(query);
        // Who meets an outage has guessed nothing.
        if (answer.kind === 'unavailable' && answer.isOutage && !isBlocked) guesses.takeBack(conversationId, subject);
        if (answer.kind !== 'found') return answer;
        if (isBlocked) return { kind: 'not-found' };
        guesses.takeBack(conversationId, subject);
        return answer;
      }),
  };
}
