import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';

/** Runs `use` with the address of a real server on this machine, which is gone afterwards. */
export async function withLocalServer<T>(
  respond: (response: ServerResponse, path: string) => unknown,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => void respond(response, request.url ?? '')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  nock.enableNetConnect('127.0.0.1');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    nock.disableNetConnect();
    server.closeAllConnections();
    server.close();
  }
}
