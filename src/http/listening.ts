import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises';

/** Nobody connects for so long: whoever comes keeps their connections, or has gone elsewhere. */
const quietMs = 100;
/** Rounds of the event loop that are waited for. */
const maxRounds = 500;

/**
 * Takes no more connections, and keeps those that are open, idle ones too. The kernel resets whoever is connected but
 * not taken yet, so this waits for a time in which nobody comes, within `maxMs` for one that becomes shorter and shorter.
 * Clients that never pause and keep no connection leave no such time, and some of them are reset.
 */
export async function stopListening(server: Server, maxMs: number): Promise<void> {
  const startedMs = performance.now();
  let came = 0;
  let lastMs = startedMs;
  function note(): void {
    lastMs = performance.now();
  }
  function count(socket: Socket): void {
    came += 1;
    note();
    // Whoever got their answer over a connection of its own comes again at once.
    socket.once('close', note);
  }
  server.on('connection', count);
  const neededMs = (): number => quietMs * (1 - (performance.now() - startedMs) / maxMs);
  while (maxMs > 0 && performance.now() - lastMs < neededMs()) await wait(1);
  for (let round = 0, before = -1; round < maxRounds && came !== before; round += 1) {
    before = came;
    await nextRound();
  }
  server.off('connection', count);
  // That of `http` ends idle connections, over which a request may be coming.
  NetServer.prototype.close.call(server);
}
