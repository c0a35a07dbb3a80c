import pg from 'pg';
import { z } from 'zod';
import type { Changes } from '../changes.ts';
import type { Json } from '../store.ts';
import { connectionOptions, type PostgresSettings } from './database.ts';

/** What is told to other processes. */
const newsSchema = z.union([
  z.object({ change: z.object({ conversationId: z.string(), notice: z.custom<Json>().optional() }) }),
  z.object({ typing: z.string() }),
]);
type News = z.infer<typeof newsSchema>;

/** Tells the other processes on the same database of commits, and hears of theirs. */
export interface Listener {
  /** Tells the others, soon. */
  announce(news: News): void;
  /** Resolves when what others announce from now on is heard. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL takes less than 8,000 bytes; a JSON character has at most six in its escapes. */
const MAX_PAYLOAD_BYTES = 7_500;
const MAX_WAITING = 10_000;
/** Announcements of so many milliseconds go out together: a process hears of each batch, its own included. */
const GATHER_MS = 5;
const RECONNECT_MS = { first: 100, most: 5_000 };
/** A connection that has died without a word is noticed by this. */
const BEAT_MS = 10_000;

const payloadSchema = z.object({ from: z.string(), news: z.array(newsSchema.or(z.unknown())) });

/**
 * Listens on a connection of its own, which is made anew whenever it is lost. Announcements go out in batches, after
 * the commit and apart from it: within it they would make all commits of the database wait for each other.
 */
export function startListener(settings: PostgresSettings, changes: Changes): Listener {
  const own = crypto.randomUUID();
  let waiting: News[] = [];
  let client: pg.Client | undefined;
  let isSending = false;
  let gathering: NodeJS.Timeout | undefined;
  let isClosed = false;
  let pause: number = RECONNECT_MS.first;
  let timer: NodeJS.Timeout | undefined;
  let connected = Promise.withResolvers<void>();

  function hear({ payload = 'null' }: pg.Notification): void {
    // Its own batches, which are most, need not be read.
    if (payload.startsWith(beginning)) return;
    const { from, news } = payloadSchema.parse(JSON.parse(payload));
    for (const one of from === own ? [] : news) {
      // A newer process may tell of more.
      const { data } = newsSchema.safeParse(one);
      if (!data) continue;
      if ('typing' in data) changes.tellTyping(data.typing);
      else changes.tell(data.change);
    }
  }

  async function connect(): Promise<void> {
    const next = new pg.Client(connectionOptions(settings));
    const lost = (): void => {
      if (client === next) {
        client = undefined;
        connected = Promise.withResolvers();
      }
      next.removeAllListeners('notification');
      if (!isClosed) reconnect();
    };
    next
      .on('error', () => undefined)
      .once('end', lost)
      .on('notification', hear);
    try {
      await next.connect();
      const { rows } = await next.query<{ name: string }>(`SELECT quote_ident('returns ' || current_schema()) AS name`);
      await next.query(`LISTEN ${rows[0]?.name}`);
      if (isClosed) return await next.end();
      client = next;
      pause = RECONNECT_MS.first;
      connected.resolve();
      void send();
    } catch {
      await next.end().catch(() => undefined);
    }
  }

  function reconnect(): void {
    clearTimeout(timer);
    timer = setTimeout(connect, pause).unref();
    pause = Math.min(pause * 2, RECONNECT_MS.most);
  }

  async function send(): Promise<void> {
    if (isSending || !client) return;
    isSending = true;
    try {
      while (waiting.length > 0 && client) {
        const batch = nextBatch();
        if (batch) await notify(client, batch);
      }
    } catch {
      // The connection is made anew; sockets look again by themselves.
      void client?.end().catch(() => undefined);
    } finally {
      isSending = false;
    }
  }

  /** As many announcements as fit; one that never fits is left out. */
  function nextBatch(): string | undefined {
    let size = 1;
    while (size < waiting.length && bytesOf(payloadOf(waiting.slice(0, size * 2))) <= MAX_PAYLOAD_BYTES) size *= 2;
    const payload = payloadOf(waiting.slice(0, size));
    waiting = waiting.slice(size);
    return bytesOf(payload) <= MAX_PAYLOAD_BYTES ? payload : undefined;
  }

  const payloadOf = (news: News[]): string => JSON.stringify({ from: own, news });
  const beginning = payloadOf([]).slice(0, -2);

  const beat = setInterval(() => {
    client?.query('SELECT 1').catch(() => void client?.end().catch(() => undefined));
  }, BEAT_MS).unref();
  void connect();

  return {
    announce(news) {
      // While nobody can be told it is not kept for good: sockets look again by themselves.
      if (waiting.length < MAX_WAITING) waiting.push(news);
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void send();
      }, GATHER_MS);
    },
    ready: () => connected.promise,
    async close() {
      isClosed = true;
      clearInterval(beat);
      clearTimeout(timer);
      clearTimeout(gathering);
      await send();
      await client?.end().catch(() => undefined);
    },
  };
}

async function notify(client: pg.Client, payload: string): Promise<void> {
  await client.query({
    name: 'notify',
    text: `SELECT pg_notify('returns ' || current_schema(), $1)`,
    values: [payload],
  });
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
