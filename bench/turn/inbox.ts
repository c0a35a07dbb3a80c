import type { Message } from './customer.ts';

/** After which an answer is lost rather than late, on the busiest machine. */
const LOST_AFTER_MS = 60_000;

/** Messages of a bot to one customer, by the message that each answers. */
export class Inbox {
  readonly #arrived = new Map<string, Message>();
  readonly #waiting = new Map<string, (message: Message) => void>();

  /** Takes a message that ends a turn; of several that answer the same, the first counts. */
  deliver(message: Message): void {
    const { replyToId } = message;
    if (replyToId === undefined) return;
    const resolve = this.#waiting.get(replyToId);
    if (!resolve) this.#arrived.set(replyToId, message);
    this.#waiting.delete(replyToId);
    resolve?.(message);
  }

  /** Resolves to the answer to a message, which may have come before; rejects after a minute. */
  answerTo(id: string): Promise<Message> {
    const { promise, resolve, reject } = Promise.withResolvers<Message>();
    const arrived = this.#arrived.get(id);
    this.#arrived.delete(id);
    if (arrived) resolve(arrived);
    else this.#waiting.set(id, resolve);
    const timer = setTimeout(() => reject(new Error('an answer was lost')), LOST_AFTER_MS);
    return promise.finally(() => clearTimeout(timer));
  }
}
