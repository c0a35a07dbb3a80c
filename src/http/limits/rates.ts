import { HttpError } from '../errors.ts';

/**
 * What is limited: how often at once and again in each minute, and for whom. Wide enough for a school behind one address,
 * or for a trial of a shop's load from one machine; a flood is what comes beyond.
 */
export const rateTable = {
  requests: { perMinute: 120_000, of: 'address', what: 'requests of any kind' },
  chats: { perMinute: 6_000, of: 'address', what: 'new tokens, each with its chat' },
  shopChats: { perMinute: 30_000, of: 'shop', what: 'new chats' },
  messages: { perMinute: 3_000, of: 'conversation', what: 'messages and uploads' },
  addressMessages: { perMinute: 60_000, of: 'address', what: 'messages and uploads' },
  uploads: { perMinute: 600, of: 'address', what: 'uploads' },
  reads: { perMinute: 12_000, of: 'conversation', what: 'polls and streams begun' },
} as const;

export type RateName = keyof typeof rateTable;
/** The limits that count for an address, a conversation or a shop. */
export type RateOf<Whom extends string> = {
  [Name in RateName]: (typeof rateTable)[Name]['of'] extends Whom ? Name : never;
}[RateName];

/** Limits of this deployment in the place of those in the table; `off`: none. */
export type RateSettings = 'off' | Partial<Record<RateName, number>>;

/** How much of a limit is used up: in how many milliseconds all of it is there again. */
export interface Used {
  key: string;
  ms: number;
}

/** Adds what this process let through to what others did; resolves to what is used up by all of them. */
export type ShareRates = (used: readonly Used[]) => Promise<Used[]>;

/** Refuses whoever asks for too much. */
export interface Rates {
  /** Counts one for `whom`; throws HttpError 429 where there is none left. */
  take(name: RateName, whom: string): void;
  /** Exchanges with other processes what was let through since the last time; rejects as `exchange` does. */
  share(exchange: ShareRates): Promise<void>;
}

const minuteMs = 60_000;
const sweepEveryMs = 10_000;
/** Beyond so many, further ones are not counted: who has so many addresses shall not fill the memory as well. */
const maxCounters = 100_000;
/** Whoever used less than this much of a limit here is nobody to tell others of. */
const tellingMs = minuteMs / 20;

/** When all of a limit is there again, and how much others were not told of. */
interface Counter {
  fullAt: number;
  untoldMs: number;
}

/**
 * Limits in the memory of this process, so that a request costs no more than a sum; several processes exchange theirs
 * now and then. Each is a bucket with a minute's worth that refills all the time, kept as the instant when it is full
 * again (the generic cell rate algorithm of ITU-T I.371). `now` is in milliseconds and never steps back.
 */
export function createRates(settings: RateSettings, now: () => number = () => performance.now()): Rates {
  if (settings === 'off') return { take: () => {}, share: async () => {} };
  const counters = new Map<string, Counter>();
  let sweptAt = now();

  function sweep(nowMs: number): void {
    if (nowMs - sweptAt < sweepEveryMs) return;
    sweptAt = nowMs;
    for (const [key, { fullAt }] of counters) if (fullAt <= nowMs) counters.delete(key);
  }

  return {
    take(name, whom) {
      const nowMs = now();
      sweep(nowMs);
      const key = `${name} ${whom}`;
      const oneMs = minuteMs / (settings[name] ?? rateTable[name].perMinute);
      const counter = counters.get(key) ?? { fullAt: 0, untoldMs: 0 };
      const next = Math.max(counter.fullAt, nowMs) + oneMs;
      const waitMs = next - nowMs - minuteMs;
      // Sums of fractions are a little off.
      if (waitMs > oneMs / 2) throw tooMany(Math.ceil(waitMs / 1_000));
      if (counters.size >= maxCounters && !counters.has(key)) return;
      // What has come back by itself meanwhile is nothing to tell.
      counter.untoldMs = Math.min(counter.untoldMs + oneMs, next - nowMs);
      counter.fullAt = next;
      counters.set(key, counter);
    },
    async share(exchange) {
      const nowMs = now();
      const told = [...counters].flatMap(([key, { fullAt, untoldMs }]) =>
        untoldMs > 0 && fullAt - nowMs > tellingMs ? [{ key, ms: Math.min(untoldMs, fullAt - nowMs) }] : [],
      );
      if (told.length === 0) return;
      const all = await exchange(told);
      const mine = new Map(told.map(({ key, ms }) => [key, ms]));
      for (const { key, ms } of all) {
        const counter = counters.get(key);
        if (!counter) continue;
        // Some more may have been let through while this was on its way.
        counter.untoldMs = Math.max(0, counter.untoldMs - (mine.get(key) ?? 0));
        counter.fullAt = now() + ms + counter.untoldMs;
      }
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
