/** The share of items that a claim holds for, to four places; undefined of none. */
export function share<T>(items: readonly T[], holds: (item: T) => boolean): number | undefined {
  return items.length === 0 ? undefined : round(items.filter(holds).length / items.length);
}

export function round(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

export interface Timed<Row, Read> {
  row: Row;
  read: Read;
  milliseconds: number;
}

// A time above this is taken again, a few times: loading or a busy machine would count otherwise.
const SLOW_MILLISECONDS = 1;
const MAX_TIMES = 5;

/** A reader's result on each row, and its shortest time. */
export function timed<Row, Read>(rows: readonly Row[], reader: (row: Row) => Read): Timed<Row, Read>[] {
  return rows.map((row) => {
    let quickest = once(row, reader);
    for (let times = 1; times < MAX_TIMES && (times === 1 || quickest.milliseconds > SLOW_MILLISECONDS); times += 1) {
      const again = once(row, reader);
      if (again.milliseconds < quickest.milliseconds) quickest = again;
    }
    return quickest;
  });
}

function once<Row, Read>(row: Row, reader: (row: Row) => Read): Timed<Row, Read> {
  const start = performance.now();
  const read = reader(row);
  return { row, read, milliseconds: performance.now() - start };
}

/** Milliseconds a message: the mean and the worst. */
export function times(milliseconds: readonly number[]) {
  if (milliseconds.length === 0) return {};
  return {
    millisecondsMean: round(milliseconds.reduce((sum, one) => sum + one, 0) / milliseconds.length),
    millisecondsWorst: round(Math.max(...milliseconds)),
  };
}
