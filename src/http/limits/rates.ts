import { HttpError } from '../errors.ts';

/** What is limited: how often a minute, and for whom. */
export const rateTable = {
  requests: { perMinute: 6_000, of: 'address', what: 'requests of any kind' },
  chats: { perMinute: 240, of: 'address', what: 'new tokens and chats' },
  shopChats: { perMinute: 6_000, of: 'shop', what: 'new chats' },
  messages: { perMinute: 240, of: 'conversation', what: 'messages and uploads' },
  addressMessages: { perMinute: 2_400, of: 'address', what: 'messages and uploads' },
  uploads: { perMinute: 60, of: 'address', what: 'uploads' },
  reads: { perMinute: 1_200, of: 'conversation', what: 'polls and streams begun' },
} as const;

export type RateName = keyof typeof rateTable;
/** The limits that count for an address, a conversation or a shop. */
export type RateOf<Whom extends string> = {
  [Name in RateName]: (typeof rateTable)[Name]['of'] extends Whom ? Name : never;
}[RateName];

/** Limits of this deployment in the place of those in the table; `off`: none. */
export type RateSettings = 'off' | Partial<Record<RateName, number>>;

/** Refuses whoever asks for too much in a minute. */
export interface Rates {
  /** Counts one for `whom`; throws HttpError 429 where the minute is full. */
  take(name: RateName, whom: string): void;
}

const minuteMs = 60_000;
/** Beyond so many, further ones are not counted: who has so many addresses shall not fill the memory as well. */
const maxCounters = 100_000;

/**
 * Limits in the memory of this process, by the minute of the clock: each process keeps its own, because what they are to
 * stop costs a process less than to ask the database would.
 */
export function createRates(settings: RateSettings, now: () => number = Date.now): Rates {
  if (settings === 'off') return { take: () => {} };
  let minute = 0;
  let counts = new Map<string, number>();

  return {
    take(name, whom) {
      const nowMs = now();
      if (Math.floor(nowMs / minuteMs) !== minute) {
        minute = Math.floor(nowMs / minuteMs);
        counts = new Map();
      }
      const key = `${name} ${whom}`;
      const count = (counts.get(key) ?? 0) + 1;
      if (count > (settings[name] ?? rateTable[name].perMinute)) {
        throw tooMany(Math.ceil(((minute + 1) * minuteMs - nowMs) / 1_000));
      }
      if (counts.size < maxCounters || counts.has(key)) counts.set(key, count);
    },
  };
}

/** The refusal of whoever asked for too much. */
export function tooMany(retryAfterSeconds: number): HttpError {
  return new HttpError(429, 'too-many-requests', 'that was too much in a short time; try again a little later', {
    retryAfterSeconds: Math.max(1, retryAfterSeconds),
  });
}

/** Reads `off`, or names with numbers a minute such as `chats=60 messages=120`; `undefined` for anything else. */
export function readRateSettings(text: string): RateSettings | undefined {
  if (text.trim() === 'off') return 'off';
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const pairs = parts.map((part) => /^(\w+)=([1-9]\d{0,6})$/.exec(part)?.slice(1) ?? []);
  const isKnown = pairs.every(([name = '']) => Object.hasOwn(rateTable, name));
  return isKnown ? Object.fromEntries(pairs.map(([name, number]) => [name, Number(number)])) : undefined;
}
