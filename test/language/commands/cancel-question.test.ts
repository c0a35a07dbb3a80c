import { expect, test } from 'vitest';
import { asksIfCancellable } from '../../../src/language/commands/cancel-question.ts';

test.each([
  ['can I cancel?', true],
  ['Hi, could I still cancel', true],
  ['is it possible to cancel?', true],
  ['would a cancellation be possible', true],
  ['what if I cancel?', true],
  ['cancel my order', false],
  ['can you cancel my order?', false],
  ['I want to cancel', false],
  ['can I cancel the licence after activation', false],
])('"%s" asks if one may: %s', (text, asks) => expect(asksIfCancellable(text)).toBe(asks));
