/** Counts work under way, so that a stop can wait for it. */
export interface InFlight {
  /** Begins a piece of work; call what it returns when the work is over (a second call does nothing). */
  enter(): () => void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Makes a counter of work under way. */
export function createInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];

  function leave(): void {
    count -= 1;
    if (count > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  return {
    enter() {
      count += 1;
      let isOver = false;
      return () => {
        if (!isOver) leave();
        isOver = true;
      };
    },
    idle() {
      return count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
    },
  };
}
