import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Conversations } from '../../dialogs/turns/conversations.ts';
import type { JsonObject, StoredActivity } from '../../store/store.ts';
import type { ActivitySet } from './outbound.ts';

/** After so long a socket looks by itself: another process may have died between a commit and telling of it. */
const LOOK_EVERY_MS = 15_000;

/** More messages of one turn are read as those of any other, in pages. */
const MAX_HANDED_OVER = 20;

/**
 * Sends a conversation's activities after `watermark` over the socket, then those of each commit, in order. Those that
 * follow at once on what was sent are sent as they were stored; else the store is read, so that a notice which comes
 * late, twice or in between loses nothing.
 */
export function streamActivities(
  socket: WebSocket,
  start: { conversationId: string; watermark: number },
  deps: {
    conversations: Pick<Conversations, 'subscribe'>;
    read: (after: number) => Promise<ActivitySet>;
    /** Messages as a client gets them. */
    present: (messages: StoredActivity[]) => ActivitySet;
    /** An activity that is sent but not kept. */
    typing: () => JsonObject;
    log: Logger;
    lookEveryMs?: number;
  },
): void {
  let watermark = start.watermark;
  let isPumping = false;
  let hasMore = false;

  async function pump(messages: StoredActivity[] = []): Promise<void> {
    hasMore = true;
    if (isPumping) return;
    isPumping = true;
    try {
      if (follow(messages) && socket.readyState === socket.OPEN) {
        hasMore = false;
        watermark = await sendSet(deps.present(messages));
      }
      while (hasMore && socket.readyState === socket.OPEN) {
        hasMore = false;
        const set = await deps.read(watermark);
        if (set.activities.length === 0) continue;
        watermark = await sendSet(set);
        hasMore = true;
      }
    } catch (err) {
      deps.log.warn({ err, conversationId: start.conversationId }, 'stream failed, the client will come back');
      socket.close(1011);
    } finally {
      isPumping = false;
    }
  }

  /** True of what comes next and is not too much at once. */
  function follow(messages: StoredActivity[]): boolean {
    return messages[0]?.seq === watermark + 1 && messages.length <= MAX_HANDED_OVER;
  }

  /** Resolves to the watermark after it. */
  async function sendSet(set: ActivitySet): Promise<number> {
    await send(socket, JSON.stringify(set));
    return Number(set.watermark);
  }

  const showTyping = (): void => {
    // Nothing else may be under way, or the watermark would be ahead of what was sent; and nothing that a slow reader
    // has not taken yet, or signs would pile up.
    if (!isPumping && socket.bufferedAmount === 0)
      socket.send(JSON.stringify({ activities: [deps.typing()], watermark: String(watermark) }));
  };
  const unsubscribe = deps.conversations.subscribe(start.conversationId, pump, showTyping);
  const look = setInterval(() => void pump(), deps.lookEveryMs ?? LOOK_EVERY_MS).unref();
  const stop = (): void => {
    unsubscribe();
    clearInterval(look);
  };
  socket.once('close', stop);
  // The socket may have closed before anybody listened.
  if (socket.readyState === socket.CLOSED) stop();
  void pump();
}

/** Resolves when the frame left, so that a slow client slows its own stream down and nothing piles up. */
function send(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()));
  });
}
