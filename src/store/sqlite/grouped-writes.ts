import type { DatabaseSync } from 'node:sqlite';

/** One piece of work in a transaction. */
interface Job {
  run(): void;
  /** False where losing it with the power, though not with the process, does no harm. */
  isFlushed: boolean;
  settle(): void;
  reject(error: unknown): void;
}

/** Options of a write. */
export interface WriteOptions<T> {
  /** False for a result of which nothing may be written. */
  isKept?(result: T): boolean;
  /** False where losing it with the power, though not with the process, does no harm; true if not given. */
  isFlushed?: boolean;
  /** True where it may wait some milliseconds for another write to share a transaction with. */
  mayWait?: boolean;
}

/** The time that a write waits which may. */
const WAIT_MS = 3;

/** Writes that are ready in the same turn of the event loop share a transaction, and so one flush to the disk. */
export interface GroupedWrites {
  /** Runs a write, in which nothing is awaited, alone in its savepoint; resolves once it is on the disk. */
  write<T>(work: () => T, options?: WriteOptions<T>): Promise<T>;
  /** Writes at once what still waits. */
  flush(): void;
}

/** Groups the writes of one connection; a write that throws takes back what is its own, and the others go on. */
export function groupWrites(database: DatabaseSync): GroupedWrites {
  let waiting: Job[] = [];
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;

  function schedule(mayWait: boolean): void {
    if (isDue) return;
    if (mayWait) {
      timer ??= setTimeout(flush, WAIT_MS);
      return;
    }
    isDue = true;
    setImmediate(flush);
  }

  function flush(): void {
    const jobs = waiting;
    [waiting, isDue] = [[], false];
    clearTimeout(timer);
    timer = undefined;
    if (jobs.length === 0) return;
    const isFlushed = jobs.some((job) => job.isFlushed);
    // Without the flush a commit is in the log, which outlives the process; the next flushed one brings it along.
    if (!isFlushed) database.exec('PRAGMA synchronous = NORMAL');
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const job of jobs) job.run();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const job of jobs) job.reject(error);
      return;
    } finally {
      if (!isFlushed) database.exec('PRAGMA synchronous = FULL');
    }
    for (const job of jobs) job.settle();
  }

  /** Runs a write; what it threw, if it did. A database that gave up the whole transaction ends it for all. */
  function inSavepoint(work: () => boolean): { error: unknown } | undefined {
    database.exec('SAVEPOINT job');
    try {
      if (!work()) database.exec('ROLLBACK TO job');
      database.exec('RELEASE job');
      return undefined;
    } catch (error) {
      if (!database.isTransaction) throw error;
      database.exec('ROLLBACK TO job; RELEASE job');
      return { error };
    }
  }

  return {
    flush,
    write<T>(work: () => T, { isKept = () => true, isFlushed = true, mayWait = false }: WriteOptions<T> = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      let settle = (): void => {};
      const run = (): void => {
        const failed = inSavepoint(() => {
          const result = work();
          settle = () => resolve(result);
          return isKept(result);
        });
        if (failed) settle = () => reject(failed.error);
      };
      schedule(mayWait);
      waiting.push({ run, isFlushed, settle: () => settle(), reject });
      return promise;
    },
  };
}
