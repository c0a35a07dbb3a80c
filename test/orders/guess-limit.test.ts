import { beforeEach, describe, expect, it } from 'vitest';
import { createGuessLimit, type GuessLimit } from '../../src/orders/guess-limit.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('wrong guesses', () => {
  let time: number;
  let guesses: GuessLimit;

  beforeEach(() => {
    time = Date.parse('2026-11-21T09:00:00Z');
    guesses = createGuessLimit({ now: () => new Date(time) });
  });

  function wrong(times: number, conversation: (i: number) => string, number: (i: number) => string): void {
    for (let i = 0; i < times; i += 1) guesses.wrong(conversation(i), number(i));
  }

  it('five in a conversation are heard, the sixth is blocked, whatever its number', () => {
    wrong(4, () => 'c', String);
    expect(guesses.isBlocked('c', 'A-1')).toBe(false);
    guesses.wrong('c', '4');
    expect(guesses.isBlocked('c', 'A-1')).toBe(true);
    expect(guesses.isBlocked('another', 'A-1')).toBe(false);
  });

  it('a conversation stays blocked for a day', () => {
    wrong(5, () => 'c', String);
    time += 24 * hour - 1;
    expect(guesses.isBlocked('c', 'A-1')).toBe(true);
    time += 1;
    expect(guesses.isBlocked('c', 'A-1')).toBe(false);
  });

  it('ten at a number are heard, the eleventh is blocked in every conversation', () => {
    wrong(9, String, () => 'A-1');
    expect(guesses.isBlocked('new', 'A-1')).toBe(false);
    guesses.wrong('ninth', 'A-1');
    expect(guesses.isBlocked('new', 'A-1')).toBe(true);
    expect(guesses.isBlocked('new', 'A-2')).toBe(false);
  });

  it.each(['a-1', ' A - 1 ', '#A-1', 'A1', 'A–1', '(A/1)'])('"%s" is the number A-1', (spelling) => {
    wrong(10, String, () => 'A-1');
    expect(guesses.isBlocked('new', spelling)).toBe(true);
  });

  it('the hour slides: each guess is forgotten an hour after it was made', () => {
    wrong(5, String, () => 'A-1');
    time += 30 * minute;
    wrong(
      5,
      (i) => `later ${i}`,
      () => 'A-1',
    );
    expect(guesses.isBlocked('new', 'A-1')).toBe(true);
    time += 30 * minute;
    expect(guesses.isBlocked('new', 'A-1')).toBe(false);
    wrong(
      5,
      (i) => `last ${i}`,
      () => 'A-1',
    );
    expect(guesses.isBlocked('new', 'A-1')).toBe(true);
  });

  it('guesses while blocked do not lengthen the block', () => {
    wrong(10, String, () => 'A-1');
    time += 59 * minute;
    wrong(
      50,
      (i) => `more ${i}`,
      () => 'A-1',
    );
    time += minute;
    expect(guesses.isBlocked('new', 'A-1')).toBe(false);
  });

  it('a guess taken back does not count', () => {
    wrong(
      5,
      () => 'c',
      () => 'A-1',
    );
    guesses.takeBack('c', 'A-1');
    expect(guesses.isBlocked('c', 'A-1')).toBe(false);
    guesses.takeBack('never', 'seen');
    expect(guesses.isBlocked('never', 'seen')).toBe(false);
  });

  it('memory is bounded: of very many conversations the oldest are forgotten, the latest are not', () => {
    wrong(
      5,
      () => 'first',
      () => 'A-1',
    );
    wrong(
      10_000,
      (i) => `conversation ${i}`,
      (i) => `number ${i}`,
    );
    expect(guesses.isBlocked('first', 'B-1')).toBe(false);
    wrong(
      4,
      () => 'conversation 9999',
      (i) => `other ${i}`,
    );
    expect(guesses.isBlocked('conversation 9999', 'B-1')).toBe(true);
  });
});
