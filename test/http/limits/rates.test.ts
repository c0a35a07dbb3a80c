import { expect, test } from 'vitest';
import { createRates, readRateSettings } from '../../../src/http/limits/rates.ts';

test('so many a minute are let through, and the next hears when to come again', () => {
  let now = 0;
  const rates = createRates({ chats: 2 }, () => now);
  rates.take('chats', 'anna');
  now = 20_000;
  rates.take('chats', 'anna');
  expect(() => rates.take('chats', 'anna')).toThrow(
    expect.objectContaining({ statusCode: 429, code: 'too-many-requests', retryAfterSeconds: 40 }),
  );
  expect(() => rates.take('chats', 'boris')).not.toThrow();
  expect(() => rates.take('messages', 'anna')).not.toThrow();
  now = 60_000;
  expect(() => rates.take('chats', 'anna')).not.toThrow();
});

test('where they are off nothing is refused', () => {
  const rates = createRates('off');
  for (let taken = 0; taken < 20_000; taken += 1) rates.take('requests', 'anna');
});

test.each([
  ['off', 'off'],
  ['chats=60', { chats: 60 }],
  ['chats=60, messages=120', { chats: 60, messages: 120 }],
  ['chats', undefined],
  ['chats=0', undefined],
  ['chats=-1', undefined],
  ['toString=5', undefined],
])('RATE_LIMITS=%s', (text, expected) => {
  expect(readRateSettings(text)).toEqual(expected);
});
