import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { budgets } from '../budgets.ts';
import { errorBody, HttpError, toHttpError } from './errors.ts';
import { isAddressable } from './guards.ts';
import type { Limits } from './limits/limits.ts';
import { createOpenCounts } from './limits/open-counts.ts';
import { tooMany } from './limits/rates.ts';

/** Decides on one upgrade: awaits what it must, then accepts, or throws an `HttpError`. */
export type UpgradeHandler = (request: {
  req: IncomingMessage;
  url: URL;
  params: Record<string, string>;
  /** Opens the socket, which counts for what is named, a conversation for one. */
  accept: (of: string) => Promise<WebSocket>;
}) => Promise<void>;

/** Customers send nothing but empty keep-alive frames. */
const { frameBytes, inAll, perAddress, unreadBytes } = budgets.socket;
const KEEP_ALIVE_MS = 20_000;

/** The WebSockets of one server: routes upgrades, keeps sockets alive, closes them all at the end. */
export type Upgrades = ReturnType<typeof createUpgrades>;

/** Makes the router of upgrades; `onCount` is called with the number of open sockets. */
export function createUpgrades(
  log: Logger,
  limits: Pick<Limits, 'clientOf' | 'take'>,
  onCount: (sockets: number) => void,
) {
  const wss = new WebSocketServer({ noServer: true, maxPayload: frameBytes, clientTracking: true });
  const routes: { pattern: URLPattern; handler: UpgradeHandler }[] = [];
  const open = createOpenCounts();
  let isDraining = false;

  function accept(req: IncomingMessage, socket: Duplex, head: Buffer, of: string): Promise<WebSocket> {
    if (isDraining) throw new HttpError(503, 'draining', 'the server is stopping');
    const leave = enter([
      [`of ${of}`, budgets.conversation.sockets],
      [`from ${limits.clientOf(req)}`, perAddress],
      ['all', inAll],
    ]);
    socket.once('close', leave);
    return new Promise((resolve) => {
      wss.handleUpgrade(req, socket, head, (ws) => {
        keepAlive(ws);
        ws.on('error', (err) => log.debug({ err }, 'socket failed'));
        onCount(wss.clients.size);
        ws.once('close', () => onCount(wss.clients.size));
        resolve(ws);
      });
    });
  }

  function enter(counted: [string, number][]): () => void {
    if (counted.some(([key, most]) => open.of(key) >= most)) throw tooMany(10);
    const leaves = counted.map(([key]) => open.enter(key));
    return () => {
      for (const leave of leaves) leave();
    };
  }

  async function route(req: IncomingMessage, accept: (of: string) => Promise<WebSocket>): Promise<void> {
    // restify's own guards do not run on upgrades.
    if (!isAddressable(req)) throw new HttpError(400, 'bad-request', 'the Host header or the address is malformed');
    limits.take('requests', req);
    const url = new URL(`http://${req.headers.host || 'localhost'}${req.url}`);
    for (const { pattern, handler } of routes) {
      const match = pattern.exec({ pathname: url.pathname });
      if (match === null) continue;
      const params = Object.fromEntries(
        Object.entries(match.pathname.groups).map(([name, value]) => [name, decode(value ?? '')]),
      );
      return handler({ req, url, params, accept });
    }
    throw new HttpError(404, 'not-found', 'there is no stream at this address');
  }

  return {
    /** Takes upgrades of this path, such as `/chat/:id/stream`. */
    on(pathname: string, handler: UpgradeHandler): void {
      routes.push({ pattern: new URLPattern({ pathname }), handler });
    },
    /** Handles one upgrade; never throws. */
    async handle(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
      socket.on('error', () => socket.destroy());
      let accepted: WebSocket | undefined;
      try {
        await route(req, async (of) => {
          accepted = await accept(req, socket, head, of);
          return accepted;
        });
      } catch (err) {
        const error = toHttpError(err);
        if (error.statusCode === 500) log.error({ err }, 'upgrade failed');
        if (accepted) accepted.close(1011);
        else refuse(socket, error);
      }
    },
    /** Refuses new sockets and closes the open ones with 1001, which tells a client to come back. */
    close(): void {
      isDraining = true;
      for (const socket of wss.clients) socket.close(1001, 'the server is restarting');
    },
    /** Ends the sockets whose clients did not answer the close. */
    terminate(): void {
      for (const socket of wss.clients) socket.terminate();
    },
  };
}

/** Sends the empty frames Direct Line clients expect, and ends a socket that stopped answering pings. */
function keepAlive(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    if (socket.bufferedAmount > unreadBytes) return socket.terminate();
    socket.ping();
    socket.send('');
  }, KEEP_ALIVE_MS);
  timer.unref();
  socket.once('close', () => clearInterval(timer));
}

function refuse(socket: Duplex, error: HttpError): void {
  const body = errorBody(error);
  const { retryAfterSeconds } = error;
  const retryAfter = retryAfterSeconds === undefined ? '' : `Retry-After: ${retryAfterSeconds}\r\n`;
  socket.end(
    `HTTP/1.1 ${error.statusCode} ${STATUS_CODES[error.statusCode]}\r\nContent-Type: application/json\r\n${retryAfter}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new HttpError(400, 'bad-request', 'the address is malformed');
  }
}
