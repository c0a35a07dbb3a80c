import { createSlidingWindow } from '../sliding-window.ts';
import { canonicalNumber } from './spelling.ts';

/** Limits wrong pairs of order number and e-mail; a blocked guess must be answered just as a wrong one. */
export interface GuessLimit {
  isBlocked(conversationId: string, number: string): boolean;
  wrong(conversationId: string, number: string): void;
  /** Uncounts a guess that was counted before it turned out right. */
  takeBack(conversationId: string, number: string): void;
}

const hourMs = 3_600_000;
const maxKeys = 10_000;
const maxKeyLength = 128;
const perConversation = { limit: 5, lengthMs: 24 * hourMs, maxKeys };
const perNumber = { limit: 10, lengthMs: hourMs, maxKeys };

/** Five wrong guesses a conversation (in a day) and ten an order number (in an hour), in the memory of this process. */
export function createGuessLimit({ now }: { now(): Date }): GuessLimit {
  const conversations = createSlidingWindow({ ...perConversation, now });
  const numbers = createSlidingWindow({ ...perNumber, now });
  return {
    isBlocked: (conversationId, number) => conversations.isFull(conversationId) || numbers.isFull(keyOf(number)),
    wrong(conversationId, number) {
      conversations.add(conversationId);
      numbers.add(keyOf(number));
    },
    takeBack(conversationId, number) {
      conversations.takeBack(conversationId);
      numbers.takeBack(keyOf(number));
    },
  };
}

/** Letters and digits alone: the shop's system may read a number more leniently than we do. */
function keyOf(number: string): string {
  return canonicalNumber(number)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, maxKeyLength);
}
