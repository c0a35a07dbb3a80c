import type { Server } from 'restify';
import type { InFlight } from '../http/in-flight.ts';
import type { Limits } from '../http/limits/limits.ts';
import type { DeskNotifier } from './notifier.ts';

/** The services that the server lends to every desk. */
export interface DeskHost {
  /** Work that a stop of the server waits for. */
  inFlight: InFlight;
  /** Where a request comes from, and how many there may be. */
  limits: Limits;
}

/**
 * One desk, where people of the shop are told of cases, work on them, or both. A new one is a folder beside the others
 * that makes one of these, and a line in `src/adapters.ts`.
 */
export interface DeskApp {
  notifier?: DeskNotifier;
  /** Mounts its routes, once, before the server listens; what it returns ends what is open when the server stops. */
  mount?(server: Server, host: DeskHost): Mounted;
}

/** Closes what is open on a desk's routes; `undefined` where every request ends by itself. */
export type Mounted = { close(): void } | undefined;
