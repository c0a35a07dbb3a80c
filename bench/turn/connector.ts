import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Message, messageSchema } from './customer.ts';

/** A channel's connector service on this machine, which takes whatever bots post. */
export interface Connector {
  serviceUrl: string;
  /** Calls back with each message posted to a conversation. */
  listen(conversationId: string, onMessage: (message: Message) => void): void;
  close(): Promise<void>;
}

/** Starts a connector service at a free port. */
export async function startConnector(): Promise<Connector> {
  const listeners = new Map<string, (message: Message) => void>();
  const server = createServer(async (req, res) => {
    const message = messageSchema.parse(await json(req));
    res.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    const [, , , conversationId = ''] = (req.url ?? '').split('/');
    listeners.get(decodeURIComponent(conversationId))?.(message);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    listen: (conversationId, onMessage) => void listeners.set(conversationId, onMessage),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
