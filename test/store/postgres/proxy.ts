import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A wire to a database that can be cut, and stalled. */
export interface Wire {
  /** The address of the database through the wire. */
  url: string;
  /** Ends all connections, and takes no new ones. */
  cut(): Promise<void>;
  /** Lets nothing through, but keeps the connections. */
  stall(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a wire between a store and the database at `url`. */
export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url);
  const { port: targetPort, hostname } = target;
  const sockets = new Set<Socket>();
  let isStalled = false;
  const server = createServer((near) => {
    const far = connect(Number(targetPort), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => void (isStalled || other.write(bytes)));
      one
        .on('error', () => undefined)
        .once('close', () => {
          sockets.delete(one);
          other.destroy();
        });
    }
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const port = await listen(0);
  const cut = async (): Promise<void> => {
    server.close();
    drop();
    await once(server, 'close');
  };
  target.port = String(port);
  return {
    url: target.href,
    cut,
    stall() {
      isStalled = true;
    },
    async mend() {
      // What was swallowed is lost, so that its connections are of no use any more.
      if (isStalled) drop();
      isStalled = false;
      if (!server.listening) await listen(port);
    },
    async close() {
      if (server.listening) await cut();
    },
  };
}
