import { expect, test, vi } from 'vitest';
import { messageOf } from '../../../src/language/danger/message.ts';

test('what is asked about a whole message for each of its sentences is looked for once', () => {
  const message = messageOf('The cable broke. '.repeat(100));
  const broken = /broke/g;
  const search = vi.spyOn(RegExp.prototype, Symbol.search);
  for (const _ of message.sentences) message.says(broken);
  const searches = search.mock.calls.length;
  search.mockRestore();
  expect([message.sentences.length, searches]).toEqual([100, 1]);
});

test('a message mentions what any of its sentences does', () => {
  const { concepts, says } = messageOf('The ladder snapped. I broke my wrist.');
  expect([concepts.has('nothing'), concepts.size > 0, says(/wrist/), says(/ankle/)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
