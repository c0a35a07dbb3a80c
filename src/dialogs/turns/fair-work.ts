/** After so long other events get their turn, in milliseconds; what is done within it is committed together. */
const SLICE_MS = 4;

/**
 * Runs pieces of work that nothing can interrupt so that whoever brings many waits behind their own: one of each key in
 * turn, and between any two costly ones the event loop goes on.
 */
export class FairWork {
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #nowMs: () => number;
  #latest: string | undefined;
  #isDue = false;

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  /** Resolves to the work's result, or rejects with what it threw. */
  run<T>(key: string, work: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const job = (): void => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    };
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), job]);
    this.#schedule();
    return promise;
  }

  #schedule(): void {
    if (this.#isDue || this.#waiting.size === 0) return;
    this.#isDue = true;
    setImmediate(() => this.#runSome());
  }

  #runSome(): void {
    const startedMs = this.#nowMs();
    do this.#next()?.();
    while (this.#waiting.size > 0 && this.#nowMs() - startedMs < SLICE_MS);
    this.#isDue = false;
    this.#schedule();
  }

  /** Takes the oldest work of the key that waits the longest; the key that had its turn last comes after all others. */
  #next(): (() => void) | undefined {
    const keys = this.#waiting.keys();
    const { value: first } = keys.next();
    const key = first === this.#latest ? (keys.next().value ?? first) : first;
    if (key === undefined) return undefined;
    const [job, ...others] = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    if (others.length > 0) this.#waiting.set(key, others);
    this.#latest = key;
    return job;
  }
}
