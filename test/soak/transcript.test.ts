import { expect, test } from 'vitest';
import { Findings } from '../../bench/soak/findings.ts';
import { checkTranscript } from '../../bench/soak/transcript.ts';
import type { Activity } from '../../bench/soak/website-chat.ts';

const id = (position: number) => `anna|${String(position).padStart(7, '0')}`;
const said = (position: number, key: string): Activity => ({
  id: id(position),
  type: 'message',
  from: { id: 'dl_anna' },
  channelData: { clientActivityID: key },
});
const answer = (position: number, to: number): Activity => ({ id: id(position), type: 'message', replyToId: id(to) });
const greeting: Activity = { id: id(1), type: 'message' };
const whole = [greeting, said(2, 'k1'), answer(3, 2), said(4, 'k2'), answer(5, 4)];
const sent = [
  { key: 'k1', id: id(2) },
  { key: 'k2', id: id(4) },
];

function faultsOf(all: Activity[], isOrdered = true): string[] {
  const findings = new Findings();
  checkTranscript(all, sent, findings, isOrdered);
  return findings.faults();
}

test('a conversation in which every message is there once, with its answer, has no fault', () => {
  expect(faultsOf(whole)).toEqual([]);
});

test('a message that was acknowledged and is not there is lost', () => {
  expect(faultsOf(whole.slice(0, 3))).toContain(`lost: ${id(4)} was acknowledged and is not there`);
});

test('a message that is there twice is doubled', () => {
  expect(faultsOf([...whole, said(6, 'k2'), answer(7, 6)])).toContain(`doubled: ${id(4)} is there 2 times`);
});

test('messages in another order than they were sent in are a fault, unless they were sent at once', () => {
  const swapped = [greeting, said(2, 'k2'), answer(3, 2), said(4, 'k1'), answer(5, 4)];
  expect(faultsOf(swapped)).toContain(`order: ${id(1)} has its messages in another order`);
  expect(faultsOf(swapped, false)).not.toContain(`order: ${id(1)} has its messages in another order`);
});

test('a message without an answer, a gap and an answer to another message are faults', () => {
  expect(faultsOf([greeting, said(2, 'k1'), said(3, 'k2'), answer(4, 3)])).toContain(`lost: ${id(2)} has no answer`);
  expect(faultsOf([greeting, said(2, 'k1'), answer(4, 2)])).toContain(`order: ${id(4)} is at position 3`);
  expect(faultsOf([greeting, said(2, 'k1'), answer(3, 9)])).toContain(
    `order: ${id(3)} answers ${id(9)} behind ${id(2)}`,
  );
});
