import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises';

/** Nobody connects for so long: whoever comes keeps their connections, or has gone elsewhere. */
const quietMs = 100;
/** A round of the event loop as short as this leaves hardly anybody the time to connect. */
const shortRoundMs = 0.05;
/** Rounds of the event loop that are waited for. */
const maxRounds = 50_000;

/**
 * Takes no more connections, and keeps those that are open, idle ones too. The kernel resets whoever is connected but
 * not taken yet, so this waits for a time in which nobody comes, within `maxMs` for one that becomes shorter and shorter,
 * and then for a moment in which nobody waits. Clients that never pause and keep no connection are refused from then on.
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
  queueNobody(server);
  await nobodyWaits(() => came);
  server.off('connection', count);
  // That of `http` ends idle connections, over which a request may be coming.
  NetServer.prototype.close.call(server);
}

/** Resolves after a round of the event loop in which nobody was taken, and that was too short for many to come. */
async function nobodyWaits(taken: () => number): Promise<void> {
  for (let round = 0; round < maxRounds; round += 1) {
    const before = taken();
    const beganMs = performance.now();
    await nextRound();
    if (taken() === before && performance.now() - beganMs < shortRoundMs) return;
  }
}

/**
 * Has the kernel let one wait at a time: others are not connected, ask it again a second later, and are refused then.
 * Node has no public call for it; without its handle more wait, and the moment in which nobody does comes later.
 */
function queueNobody(server: Server): void {
  const handle: unknown = Reflect.get(server, '_handle');
  const listen: unknown = typeof handle === 'object' && handle ? Reflect.get(handle, 'listen') : undefined;
  if (typeof listen === 'function') Reflect.apply(listen, handle, [0]);
}
