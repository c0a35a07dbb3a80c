import type { PendingEffect } from '../store/store.ts';

/** The outcome of a delivery; a handler that throws counts as having failed for now. */
export type Outcome =
  | { kind: 'delivered' }
  /** It may work another time, and not before `afterMs` if the other side said so. */
  | { kind: 'later'; afterMs?: number | undefined; status?: number | undefined }
  /** It will never work. */
  | { kind: 'refused'; status?: number | undefined };

/** Brings one effect to those who are to see it; gives up when `signal` says so. */
export type EffectHandler = (effect: PendingEffect, signal: AbortSignal) => Promise<Outcome>;
