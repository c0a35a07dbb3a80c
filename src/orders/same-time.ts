import { setTimeout as pause } from 'node:timers/promises';

export interface SameTimeOptions {
  /** The least time that a `not-found` takes, in milliseconds; longer than the shop takes to tell the two apart. */
  floorMs?: number;
  sleep?(ms: number): Promise<unknown>;
}

export type SameTime = <A extends { kind: string }>(ask: () => Promise<A>) => Promise<A>;

/** Holds every `not-found` back until the floor has passed, so that its time does not tell why. */
export function createSameTime({ floorMs = 400, sleep = pause }: SameTimeOptions = {}): SameTime {
  return async (ask) => {
    const floor = sleep(floorMs);
    const answer = await ask();
    if (answer.kind === 'not-found') await floor;
    return answer;
  };
}
