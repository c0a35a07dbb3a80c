import type { Uses } from '../uses.ts';
import { canonicalNumber } from './spelling.ts';

/** A pair of order number and e-mail, and who tries it. */
export interface Guess {
  conversationId: string;
  /** Whom an attacker cannot be many of at no cost, such as an address; absent: nothing is known of that. */
  origin?: string | undefined;
  /** The order number, with the shop that it is of. */
  number: string;
  email: string;
}

/** A guess that was counted. */
export interface CountedGuess {
  /** True if it must be answered as a wrong one, whatever it is. */
  isBlocked: boolean;
  /** Uncounts it: it was right, or nothing was learnt from it. */
  takeBack(): Promise<void>;
}

/** Limits wrong pairs of order number and e-mail; a blocked guess must be answered just as a wrong one. */
export interface GuessLimit {
  /** Counts a guess before it is known to be right or wrong, so that many at once are many. */
  count(guess: Guess): Promise<CountedGuess>;
}

/** A count of guesses of one kind. */
interface Window {
  key: string;
  limit: number;
  windowMs: number;
  /** What it counts: guesses of somebody, or guesses of all at something. */
  counts: 'guesser' | 'target';
}

const hourMs = 3_600_000;
/** Guesses that somebody may have made who is let in where others have been guessing. */
const cleanGuesses = 2;

/**
 * Limits guesses by what it costs to be another: a conversation costs nothing, an address something. A number or an
 * e-mail that many guessed at is blocked for those who have been guessing: its owner comes from somewhere else, and is
 * let in. Only where nobody's origin is known it is blocked for all.
 */
export function createGuessLimit({ uses, now }: { uses: Uses; now(): Date }): GuessLimit {
  return {
    async count(guess) {
      const at = now().toISOString();
      const windows = windowsOf(guess);
      const counted = await Promise.all(
        windows.map(async (window) => ({ window, count: await uses.countUse(window.key, at, window.windowMs) })),
      );
      const over = counted.filter(({ window, count }) => count > window.limit).map(({ window }) => window);
      const takeBack = async (some: Window[]): Promise<void> => {
        await Promise.all(some.map(({ key, windowMs }) => uses.takeBackUse(key, at, windowMs)));
      };
      // A full window stays as it is, so that it opens again in time.
      await takeBack(over);
      const isClean = guess.origin !== undefined && (counted.at(-1)?.count ?? 0) <= cleanGuesses;
      return {
        isBlocked: over.some(({ counts }) => counts === 'guesser' || !isClean),
        takeBack: () => takeBack(windows.filter((window) => !over.includes(window))),
      };
    },
  };
}

/** The windows that a guess counts in; that of its origin is the last. */
function windowsOf({ conversationId, origin, number, email }: Guess): Window[] {
  const order = lettersOf(canonicalNumber(number));
  const address = email.trim().toLowerCase();
  const windows = [
    windowOf('guesser', ['conversation', conversationId], 5, 24 * hourMs),
    windowOf('target', ['number', order], 10, hourMs),
    windowOf('target', ['email', address], 20, hourMs),
  ];
  if (origin === undefined) return windows;
  return [
    ...windows,
    windowOf('guesser', ['at-number', origin, order], 5, hourMs),
    windowOf('guesser', ['at-email', origin, address], 10, hourMs),
    windowOf('guesser', ['origin', origin], 30, hourMs),
  ];
}

function windowOf(counts: Window['counts'], parts: string[], limit: number, windowMs: number): Window {
  return { counts, key: `guess ${JSON.stringify(parts)}`, limit, windowMs };
}

/** Letters and digits alone: the shop's system may read a number more leniently than we do. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
