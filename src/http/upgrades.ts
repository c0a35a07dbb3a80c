import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { errorBody, HttpError, toHttpError } from './errors.ts';
import { isAddressable } from './guards.ts';

/** Decides on one upgrade: awaits what it must, then accepts, or throws an `HttpError`. */
export type UpgradeHandler = (request: {
  req: IncomingMessage;
  url: URL;
  params: Record<string, string>;
  accept: () => Promise<WebSocket>;
}) => Promise<void>;

/** Customers send nothing but empty keep-alive frames. */
const MAX_FRAME_BYTES = 16 * 1024;
const KEEP_ALIVE_MS = 20_000;

/** The WebSockets of one server: routes upgrades, keeps sockets alive, closes them all at the end. */
export type Upgrades = ReturnType<typeof createUpgrades>;

/** Makes the router of upgrades; `onCount` is called with the number of open sockets. */
export function createUpgrades(log: Logger, onCount: (sockets: number) => void) {
  const wss = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, clientTracking: true });
  const routes: { pattern: URLPattern; handler: UpgradeHandler }[] = [];
  let isDraining = false;

  function accept(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<WebSocket> {
    if (isDraining) throw new HttpError(503, 'draining', 'the server is stopping');
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

  async function route(req: IncomingMessage, accept: () => Promise<WebSocket>): Promise<void> {
    // restify's own guards do not run on upgrades.
    if (!isAddressable(req)) throw new HttpError(400, 'bad-request', 'the Host header or the address is malformed');
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
        await route(req, async () => {
          accepted = await accept(req, socket, head);
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
    socket.ping();
    socket.send('');
  }, KEEP_ALIVE_MS);
  timer.unref();
  socket.once('close', () => clearInterval(timer));
}

function refuse(socket: Duplex, error: HttpError): void {
  const body = errorBody(error);
  socket.end(
    `HTTP/1.1 ${error.statusCode} ${STATUS_CODES[error.statusCode]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new HttpError(400, 'bad-request', 'the address is malformed');
  }
}
