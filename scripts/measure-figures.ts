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

/** What a reader makes of each row, and how long it took: the quicker of two times, so that neither loading nor a busy machine counts. */
export function timed<Row, Read>(rows: readonly Row[], reader: (row: Row) => Read): Timed<Row, Read>[] {
  return rows.map((row) => {
    const first = once(row, reader);
    const second = once(row, reader);
    return second.milliseconds < first.milliseconds ? second : first;
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
