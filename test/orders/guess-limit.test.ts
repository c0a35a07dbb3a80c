import { beforeEach, describe, expect, it } from 'vitest';
import { createGuessLimit, type Guess, type GuessLimit } from '../../src/orders/guess-limit.ts';
import { createMemoryUses } from '../../src/uses.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('wrong guesses', () => {
  let time: number;
  let guesses: GuessLimit;

  beforeEach(() => {
    time = Date.parse('2026-11-21T09:00:00Z');
    guesses = createGuessLimit({ uses: createMemoryUses(), now: () => new Date(time) });
  });

  let others = 0;
  /** One guess of somebody whom nothing is known of, unless it says otherwise. */
  async function isBlocked(guess: Partial<Guess>): Promise<boolean> {
    others += 1;
    const counted = await guesses.count({
      conversationId: `c${others}`,
      number: `N-${others}`,
      email: `${others}@example.com`,
      ...guess,
    });
    return counted.isBlocked;
  }
  async function wrong(times: number, guess: Partial<Guess>): Promise<void> {
    for (let i = 0; i < times; i += 1) await isBlocked(guess);
  }

  it('five in a conversation are heard, the sixth is blocked, whatever its number', async () => {
    await wrong(4, { conversationId: 'c' });
    expect(await isBlocked({ conversationId: 'c' })).toBe(false);
    expect(await isBlocked({ conversationId: 'c' })).toBe(true);
    expect(await isBlocked({ conversationId: 'another' })).toBe(false);
  });

  it('a conversation stays blocked for a day, and what it tries meanwhile makes it no longer', async () => {
    await wrong(5, { conversationId: 'c' });
    time += 24 * hour - 1;
    expect(await isBlocked({ conversationId: 'c' })).toBe(true);
    time += 1;
    expect(await isBlocked({ conversationId: 'c' })).toBe(false);
  });

  it('where no origin is known, ten at a number are heard, and the eleventh is blocked in every conversation', async () => {
    await wrong(10, { number: 'A-1' });
    expect(await isBlocked({ number: 'A-1' })).toBe(true);
    expect(await isBlocked({ number: 'A-2' })).toBe(false);
  });

  it.each(['a-1', ' A - 1 ', '#A-1', 'A1', 'A–1', '(A/1)'])('"%s" is the number A-1', async (spelling) => {
    await wrong(10, { number: 'A-1' });
    expect(await isBlocked({ number: spelling })).toBe(true);
  });

  it('of many at a number the owner, who comes from somewhere else, is not one', async () => {
    for (let i = 0; i < 60; i += 1) await isBlocked({ number: 'A-1', origin: `guesser ${i % 4}` });
    expect(await isBlocked({ number: 'A-1', origin: 'guesser 1' })).toBe(true);
    expect(await isBlocked({ number: 'A-1', origin: 'the owner’s home' })).toBe(false);
  });

  it('the owner may mistype the e-mail once while others guess', async () => {
    for (let i = 0; i < 60; i += 1) await isBlocked({ number: 'A-1', origin: `guesser ${i % 4}` });
    expect(await isBlocked({ number: 'A-1', origin: 'home', conversationId: 'c' })).toBe(false);
    expect(await isBlocked({ number: 'A-1', origin: 'home', conversationId: 'c' })).toBe(false);
  });

  it('twelve e-mails for a number from one address, each in a chat of its own, are blocked from the sixth on', async () => {
    const tried: boolean[] = [];
    for (let i = 0; i < 12; i += 1) tried.push(await isBlocked({ number: 'A-1', origin: 'eve' }));
    expect(tried).toEqual([...Array(5).fill(false), ...Array(7).fill(true)]);
  });

  it('fifty-seven numbers for one e-mail from one address are blocked from the eleventh on', async () => {
    const tried: boolean[] = [];
    for (let i = 0; i < 57; i += 1) tried.push(await isBlocked({ email: 'Anna@example.com ', origin: 'eve' }));
    expect(tried.indexOf(true)).toBe(10);
    expect(tried.lastIndexOf(false)).toBe(9);
    expect(await isBlocked({ email: 'anna@example.com', origin: 'anna' })).toBe(false);
  });

  it('of one address thirty are heard in an hour, whatever they are', async () => {
    await wrong(30, { origin: 'eve' });
    expect(await isBlocked({ origin: 'eve' })).toBe(true);
    expect(await isBlocked({ origin: 'anna' })).toBe(false);
  });

  it('each is forgotten an hour after it was made', async () => {
    await wrong(5, { number: 'A-1' });
    time += 30 * minute;
    await wrong(5, { number: 'A-1' });
    expect(await isBlocked({ number: 'A-1' })).toBe(true);
    time += 30 * minute;
    expect(await isBlocked({ number: 'A-1' })).toBe(false);
  });

  it('those made while blocked do not lengthen the block', async () => {
    await wrong(10, { number: 'A-1' });
    time += 59 * minute;
    await wrong(50, { number: 'A-1' });
    time += minute;
    expect(await isBlocked({ number: 'A-1' })).toBe(false);
  });

  it('one taken back does not count, and takes back no other', async () => {
    await wrong(4, { conversationId: 'c' });
    const fifth = { conversationId: 'c', number: 'A-1', email: 'anna@example.com' };
    const counted = await guesses.count(fifth);
    await counted.takeBack();
    expect((await guesses.count(fifth)).isBlocked).toBe(false);
    const blocked = await guesses.count(fifth);
    expect(blocked.isBlocked).toBe(true);
    await blocked.takeBack();
    expect((await guesses.count(fifth)).isBlocked).toBe(true);
  });
});
