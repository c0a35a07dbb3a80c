import type { Message } from './customer.ts';

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

  /** Resolves to the answer to a message, which may have come before. */
  answerTo(id: string): Promise<Message> {
    const { promise, resolve } = Promise.withResolvers<Message>();
    const arrived = this.#arrived.get(id);
    this.#arrived.delete(id);
    if (arrived) resolve(arrived);
    else this.#waiting.set(id, resolve);
    return promise;
  }
}
