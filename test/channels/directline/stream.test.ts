import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { ActivitySet } from '../../../src/channels/directline/outbound.ts';
import { streamActivities } from '../../../src/channels/directline/stream.ts';
import type { OnCommit } from '../../../src/dialogs/turns/conversations.ts';
import type { StoredActivity } from '../../../src/store/store.ts';

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

/** A stream of a conversation with these messages in the store, and how its commits are told of. */
function streamOf(stored: StoredActivity[], lookEveryMs?: number) {
  const { socket, sent } = fakeSocket();
  const reads: number[] = [];
  let onCommit: OnCommit = () => undefined;
  const present = (messages: StoredActivity[]): ActivitySet => ({
    activities: messages.map(({ activity }) => activity),
    watermark: String(messages.at(-1)?.seq ?? 0),
  });
  streamActivities(
    socket,
    { conversationId: 'anna', watermark: 0 },
    {
      conversations: {
        subscribe(_, listener) {
          onCommit = listener;
          return () => undefined;
        },
      },
      read: async (after) => {
        reads.push(after);
        return present(stored.filter(({ seq }) => seq > after));
      },
      present,
      typing: () => ({ type: 'typing' }),
      log: pino({ level: 'silent' }),
      ...(lookEveryMs !== undefined && { lookEveryMs }),
    },
  );
  const texts = (): unknown[] =>
    sent.flatMap((frame) => JSON.parse(frame).activities.map(({ text }: { text: unknown }) => text));
  return { socket, reads, texts, tell: (messages?: StoredActivity[]) => onCommit(messages) };
}

function said(seq: number, text: string): StoredActivity {
  return { seq, id: `anna|${seq}`, at: '2026-11-21T09:00:00.000Z', activity: { type: 'message', text } };
}

test('what nobody told of is sent all the same, a little later', async () => {
  const stored: StoredActivity[] = [];
  const { socket, texts } = streamOf(stored, 10);
  stored.push(said(1, 'committed by a process that died'));
  await expect.poll(texts).toEqual(['committed by a process that died']);
  socket.emit('close');
});

test('what follows on what was sent goes out as it was stored, without being read', async () => {
  const stored: StoredActivity[] = [];
  const { socket, reads, texts, tell } = streamOf(stored);
  await expect.poll(() => reads).toEqual([0]);
  tell([said(1, 'hello'), said(2, 'What is it about?')]);
  await expect.poll(texts).toEqual(['hello', 'What is it about?']);
  tell([said(3, 'a drill')]);
  await expect.poll(texts).toEqual(['hello', 'What is it about?', 'a drill']);
  expect(reads).toEqual([0]);
  socket.emit('close');
});

test('what comes after a gap, twice, or from elsewhere is read, and sent once and in order', async () => {
  const stored = [said(1, 'hello')];
  const { socket, texts, tell } = streamOf(stored);
  await expect.poll(texts).toEqual(['hello']);
  stored.push(said(2, 'by another process'), said(3, 'by this one'));
  tell([said(3, 'by this one')]);
  tell([said(3, 'by this one')]);
  await expect.poll(texts).toEqual(['hello', 'by another process', 'by this one']);
  stored.push(said(4, 'from elsewhere'));
  tell();
  await expect.poll(texts).toEqual(['hello', 'by another process', 'by this one', 'from elsewhere']);
  tell([said(4, 'from elsewhere')]);
  await new Promise(setImmediate);
  expect(texts()).toHaveLength(4);
  socket.emit('close');
});
