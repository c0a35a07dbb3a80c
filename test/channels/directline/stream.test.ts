import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { ActivitySet } from '../../../src/channels/directline/outbound.ts';
import { streamActivities } from '../../../src/channels/directline/stream.ts';

/** A socket that keeps what is sent. */
function fakeSocket() {
  const sent: string[] = [];
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    CLOSED: 3,
    readyState: 1,
    bufferedAmount: 0,
    send(frame: string, done?: () => void) {
      sent.push(frame);
      done?.();
    },
  });
  return { socket: socket as unknown as WebSocket, sent };
}

test('what nobody told of is sent all the same, a little later', async () => {
  const { socket, sent } = fakeSocket();
  const said: ActivitySet['activities'] = [];
  streamActivities(
    socket,
    { conversationId: 'anna', watermark: 0 },
    {
      conversations: { subscribe: () => () => undefined },
      read: async (after) => ({ activities: said.slice(after), watermark: String(said.length) }),
      typing: () => ({ type: 'typing' }),
      log: pino({ level: 'silent' }),
      lookEveryMs: 10,
    },
  );
  said.push({ type: 'message', text: 'committed by a process that died' });
  await expect.poll(() => sent).toEqual([JSON.stringify({ activities: said, watermark: '1' })]);
  socket.emit('close');
});
