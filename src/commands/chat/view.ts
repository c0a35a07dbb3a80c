import type { Store, StoredActivity } from '../../store/store.ts';
import { type AskedInTerminal, readActivity } from './activity.ts';
import { messageLines } from './message.ts';
import type { Screen } from './screen.ts';
import { styled } from './style.ts';

/** The customer's id in conversations of the terminal. */
export const userId = 'terminal';
/** The number of messages shown again to those who come back. */
const shownAgain = 6;
const pageSize = 1_000;

/** Shows the messages of a conversation as they come, each once. */
export interface View {
  /** Shows the conversation from its start, or the last of it to somebody who comes back. */
  begin(isNew: boolean): Promise<void>;
  /** Shows what was stored since. */
  update(): Promise<void>;
  /** The message with this key is on the screen already. */
  skip(key: string): void;
  /** The meaning of a reply where the number of a choice is counted here. */
  meaningOf(reply: string): string;
}

export function createView(conversationId: string, store: Store, screen: Screen): View {
  const onScreen = new Set<string>();
  let lastSeq = 0;
  let open: AskedInTerminal | undefined;
  let updating: Promise<void> = Promise.resolve();

  function show(stored: StoredActivity): void {
    const shown = readActivity(stored, userId);
    lastSeq = stored.seq;
    if (!shown.isCustomers) open = shown.question;
    if (shown.clientKey !== undefined && onScreen.delete(shown.clientKey)) return;
    screen.print(messageLines(shown, screen.width()));
  }

  async function showNew(): Promise<void> {
    for await (const stored of since(lastSeq)) show(stored);
  }

  async function* since(seq: number): AsyncGenerator<StoredActivity> {
    let page: StoredActivity[];
    let after = seq;
    do {
      page = await store.activities(conversationId, after, pageSize);
      yield* page;
      after = page.at(-1)?.seq ?? after;
    } while (page.length === pageSize);
  }

  function update(): Promise<void> {
    updating = updating.then(showNew);
    return updating;
  }

  return {
    async begin(isNew) {
      if (!isNew) {
        let last = 0;
        for await (const { seq } of since(0)) last = seq;
        lastSeq = Math.max(0, last - shownAgain);
        const hidden = lastSeq > 0 ? ` The ${lastSeq} messages before are kept, too.` : '';
        screen.print(['', styled('dim', `Welcome back; this is where you were.${hidden}`)]);
      }
      await update();
    },
    update,
    skip: (key) => onScreen.add(key),
    meaningOf(reply) {
      const number = /^\s*(\d{1,3})[.)]?\s*$/.exec(reply)?.[1];
      return (number && open?.offers[Number(number) - 1]?.say) || reply;
    },
  };
}
