import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { HttpError } from '../../http/errors.ts';
import type { Desk } from '../desk.ts';

/** Tells browsers and machines that a case has changed, by reference alone; they read the rest themselves. */
export interface DeskStreams {
  /** Server-sent events until the caller leaves, or may not listen any more; resolves then. */
  open(res: ServerResponse, mayListen?: () => Promise<boolean>): Promise<void>;
  /** Ends those whose callers may not listen any more. */
  check(): Promise<void>;
  /** Ends all of them, which makes clients come back. */
  close(): void;
}

const maxStreams = 200;
const beatMs = 20_000;
/** How long a session that another process has ended still hears of cases. */
const checkMs = 5_000;
/** A reader that does not read is let go. */
const maxUnreadBytes = 64 * 1024;

export function createDeskStreams(desk: Pick<Desk, 'subscribe'>): DeskStreams {
  const open = new Map<ServerResponse, () => Promise<boolean>>();
  let checks: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    for (const [res, mayListen] of [...open]) if (!(await mayListen())) res.end();
  }

  function checkWhileOpen(): void {
    if (open.size === 0) {
      clearInterval(checks);
      checks = undefined;
    } else {
      // Where the store cannot be asked just now, the next look does.
      checks ??= setInterval(() => void check().catch(() => undefined), checkMs);
    }
  }

  function write(res: ServerResponse, text: string): void {
    if (res.writableLength > maxUnreadBytes) res.destroy();
    else res.write(text);
  }

  return {
    check,
    async open(res, mayListen = async () => true) {
      if (open.size >= maxStreams) throw new HttpError(503, 'too-many-streams', 'too many streams are open');
      const closed = once(res, 'close');
      res.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        // Proxies of the nginx kind would hold events back.
        'X-Accel-Buffering': 'no',
      });
      write(res, 'retry: 2000\n\n');
      open.set(res, mayListen);
      checkWhileOpen();
      const unsubscribe = desk.subscribe(({ reference, what }) =>
        write(res, `event: case\ndata: ${JSON.stringify({ reference, what })}\n\n`),
      );
      const beat = setInterval(() => write(res, ': here\n\n'), beatMs);
      try {
        await closed;
      } finally {
        clearInterval(beat);
        unsubscribe();
        open.delete(res);
        checkWhileOpen();
      }
    },
    close() {
      for (const res of open.keys()) res.end();
    },
  };
}
