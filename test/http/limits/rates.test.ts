import { expect, test } from 'vitest';
import { createRates, readRateSettings } from '../../../src/http/limits/rates.ts';

test('so many at once are let through, then as many a minute, and who is refused hears when the next is', () => {
  let now = 59_000;
  const rates = createRates({ chats: 6 }, () => now);
  for (let taken = 0; taken < 6; taken += 1) rates.take('chats', 'anna');
  now = 61_000;
  expect(() => rates.take('chats', 'anna')).toThrow(
    expect.objectContaining({ statusCode: 429, code: 'too-many-requests', retryAfterSeconds: 8 }),
  );
  expect(() => rates.take('chats', 'boris')).not.toThrow();
  expect(() => rates.take('messages', 'anna')).not.toThrow();
  now = 69_000;
  expect(() => rates.take('chats', 'anna')).not.toThrow();
  expect(() => rates.take('chats', 'anna')).toThrow();
});

test('whoever was refused for long is let in as soon as anybody else, however often they asked', () => {
  let now = 0;
  const rates = createRates({ messages: 2 }, () => now);
  for (let asked = 0; asked < 50; asked += 1) {
    try {
      rates.take('messages', 'anna');
    } catch {}
  }
  now = 60_000;
  for (let taken = 0; taken < 2; taken += 1) expect(() => rates.take('messages', 'anna')).not.toThrow();
});

test('a load of 500 conversations with 150 messages a second for two minutes is let through from one address', () => {
  let now = 0;
  const rates = createRates({}, () => now);
  const request = (): void => rates.take('requests', '127.0.0.1');
  for (let chat = 0; chat < 500; chat += 1) {
    for (const _ of ['token', 'conversation']) request();
    rates.take('chats', '127.0.0.1');
    rates.take('shopChats', 'tool-shop');
  }
  for (let message = 0; message < 150 * 120; message += 1) {
    now = (message * 1_000) / 150;
    for (const _ of ['post', 'poll', 'poll']) request();
    rates.take('addressMessages', '127.0.0.1');
    rates.take('messages', `chat ${message % 500}`);
    for (const _ of ['poll', 'poll']) rates.take('reads', `chat ${message % 500}`);
  }
});

test('a flood beyond that is stopped', () => {
  const rates = createRates({}, () => 0);
  const flood = (name: 'chats' | 'addressMessages' | 'requests') => () => {
    for (let taken = 0; taken < 200_000; taken += 1) rates.take(name, '203.0.113.9');
  };
  for (const name of ['chats', 'addressMessages', 'requests'] as const) {
    expect(flood(name), name).toThrow(expect.objectContaining({ statusCode: 429, retryAfterSeconds: 1 }));
  }
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
