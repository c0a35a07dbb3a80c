import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageKey } from '../../src/channels/message-key.ts';

test('a plain id is its own key, so that what was taken before an update is a repeat after it', () => {
  expect(messageKey('3f6c1d9e-7a|0000012')).toBe('3f6c1d9e-7a|0000012');
});

test('ids that differ in anything have different keys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(messageKey(one) === messageKey(other)).toBe(one === other);
    }),
  );
  expect(messageKey('a\ud800')).not.toBe(messageKey('a\udbff'));
});

test('no id has a key with a space that is not a hash of it', () => {
  for (const id of ['desk 1', 'taken down', `sha256 ${'0'.repeat(64)}`, ' ']) {
    expect(messageKey(id)).toMatch(/^sha256 [0-9a-f]{64}$/);
    expect(messageKey(id)).not.toBe(id);
  }
});
