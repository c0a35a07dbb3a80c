/** What must not happen; see the table in `docs/contributing/performance.md`. */
export type FaultKind = 'lost' | 'doubled' | 'order' | 'repeat' | 'cut' | 'dishonest' | 'corrupt';

/** What a scenario counted. */
export class Findings {
  /** Messages that the product acknowledged. */
  acknowledged = 0;
  kills = 0;
  /** Attempts that got no answer, or were told to come again. */
  retried = 0;
  /** Messages that came on a wire once more, under the same id. */
  repeated = 0;
  /** Longest times, in milliseconds, by what took so long. */
  readonly longestMs = new Map<string, number>();
  readonly #faults: { kind: FaultKind; what: string }[] = [];

  fault(kind: FaultKind, what: string): void {
    this.#faults.push({ kind, what });
  }

  took(what: string, ms: number): void {
    this.longestMs.set(what, Math.max(ms, this.longestMs.get(what) ?? 0));
  }

  count(kind: FaultKind): number {
    return this.#faults.filter((fault) => fault.kind === kind).length;
  }

  /** All faults in words, for whoever mends them. */
  faults(): string[] {
    return this.#faults.map(({ kind, what }) => `${kind}: ${what}`);
  }
}
