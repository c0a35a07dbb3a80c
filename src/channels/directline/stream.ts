import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Conversations } from '../../dialogs/turns/conversations.ts';
import type { JsonObject } from '../../store/store.ts';
import type { ActivitySet } from './outbound.ts';

/** After so long a socket looks by itself: another process may have died between a commit and telling of it. */
const LOOK_EVERY_MS = 15_000;

/**
 * Sends a conversation's activities after `watermark` over the socket, then those of each commit, in order. What is
 * sent is read from the store each time, so that a notice which comes late, twice or in between loses nothing.
 */
export function streamActivities(
  socket: WebSocket,
  start: { conversationId: string; watermark: number },
  deps: {
    conversations: Pick<Conversations, 'subscribe'>;
    read: (after: number) => Promise<ActivitySet>;
    /** An activity that is sent but not kept. */
    typing: () => JsonObject;
    log: Logger;
    lookEveryMs?: number;
  },
): void {
  let watermark = start.watermark;
  let isPumping = false;
  let hasMore = false;

  async function pump(): Promise<void> {
    hasMore = true;
    if (isPumping) return;
    isPumping = true;
    try {
      while (hasMore && socket.readyState === socket.OPEN) {
        hasMore = false;
        const set = await deps.read(watermark);
        if (set.activities.length === 0) continue;
        await send(socket, JSON.stringify(set));
        watermark = Number(set.watermark);
        hasMore = true;
      }
    } catch (err) {
      deps.log.warn({ err, conversationId: start.conversationId }, 'stream failed, the client will come back');
      socket.close(1011);
    } finally {
      isPumping = false;
    }
  }

  const showTyping = (): void => {
    // Nothing else may be under way, or the watermark would be ahead of what was sent; and nothing that a slow reader
    // has not taken yet, or signs would pile up.
    if (!isPumping && socket.bufferedAmount === 0)
      socket.send(JSON.stringify({ activities: [deps.typing()], watermark: String(watermark) }));
  };
  const unsubscribe = deps.conversations.subscribe(start.conversationId, pump, showTyping);
  const look = setInterval(pump, deps.lookEveryMs ?? LOOK_EVERY_MS).unref();
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
