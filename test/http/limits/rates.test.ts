import { describe, expect, test, vi } from 'vitest';
import { createRates, readRateSettings, type ShareRates, type Used } from '../../../src/http/limits/rates.ts';

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

describe('rates that several processes share', () => {
  const nothing = async (): Promise<Used[]> => [];

  test('tell of those alone who used much, and of what is new since the last time', async () => {
    let now = 0;
    const rates = createRates({ chats: 100 }, () => now);
    const told: Used[] = [];
    const exchange: ShareRates = async (used) => {
      told.push(...used);
      return [...used];
    };
    for (let taken = 0; taken < 5; taken += 1) rates.take('chats', 'anna');
    await rates.share(exchange);
    expect(told).toEqual([]);
    rates.take('chats', 'anna');
    await rates.share(exchange);
    expect(told.splice(0)).toEqual([{ key: 'chats anna', ms: 3_600 }]);
    await rates.share(exchange);
    expect(told).toEqual([]);
    now = 200;
    rates.take('chats', 'anna');
    await rates.share(exchange);
    expect(told).toEqual([{ key: 'chats anna', ms: 600 }]);
  });

  test('go by what all used, and by what was let through while they were told', async () => {
    const rates = createRates({ chats: 10 }, () => 0);
    const takes = (count: number) => {
      for (let taken = 0; taken < count; taken += 1) rates.take('chats', 'anna');
    };
    takes(2);
    await rates.share(async (used) => {
      takes(1);
      return used.map(({ key, ms }) => ({ key, ms: ms + 36_000 }));
    });
    takes(1);
    expect(() => takes(1)).toThrow(expect.objectContaining({ retryAfterSeconds: 6 }));
  });

  test('are told again where they did not arrive', async () => {
    const rates = createRates({ chats: 10 }, () => 0);
    rates.take('chats', 'anna');
    await expect(rates.share(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    const exchange = vi.fn(nothing);
    await rates.share(exchange);
    expect(exchange).toHaveBeenCalledWith([{ key: 'chats anna', ms: 6_000 }]);
  });
});
