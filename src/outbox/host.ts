import { retryDelay } from './backoff.ts';

/** The limits of every host. */
export interface HostLimits {
  /** Deliveries to one host at a time. */
  atOnce: number;
  /** After so many failures in a row nothing is sent but one delivery now and then, which tries whether it is back. */
  openAfter: number;
  /** The pause before such a try, in milliseconds, twice as long after each that fails. */
  probe: { firstMs: number; maxMs: number };
}

/** Whoever waits for room is not put off for longer than this. */
const MAX_WAIT_MS = 30_000;
/** The weight of the newest delivery in the mean time that one takes. */
const NEWEST = 0.2;

/** One host that is delivered to: its room, and its circuit. Times are of a clock that never steps. */
export class Host {
  readonly #limits: HostLimits;
  readonly #clock: () => number;
  #running = 0;
  #failures = 0;
  /** The end of the pause of an open circuit. */
  #opensAt = 0;
  #meanMs = 0;
  /** When the next of those who wait for room gets its turn. */
  #nextTurn = 0;

  constructor(limits: HostLimits, clock: () => number) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** True if a delivery may begin now. */
  hasRoom(): boolean {
    if (this.#isOpen()) return this.#running === 0 && this.#clock() >= this.#opensAt;
    return this.#running < this.#limits.atOnce;
  }

  /** True while nothing is under way and nothing is remembered that counts. */
  isIdle(): boolean {
    return this.#running === 0 && this.#failures === 0;
  }

  /** How long one that found no room is to wait, in milliseconds: those who wait get their turns one after the other. */
  waitMs(): number {
    const now = this.#clock();
    const earliest = this.#isOpen() ? Math.max(this.#opensAt, now + this.#limits.probe.firstMs) : now;
    this.#nextTurn = Math.max(this.#nextTurn, earliest) + this.#meanMs / this.#limits.atOnce;
    return Math.min(Math.ceil(this.#nextTurn - now), Math.max(MAX_WAIT_MS, this.#opensAt - now));
  }

  /** Counts a delivery until what it returns is called with how the host did; `undefined` says nothing of the host. */
  begin(): (answered: boolean | undefined) => void {
    const begun = this.#clock();
    this.#running += 1;
    return (answered) => {
      this.#running -= 1;
      const tookMs = this.#clock() - begun;
      this.#meanMs = this.#meanMs === 0 ? tookMs : this.#meanMs * (1 - NEWEST) + tookMs * NEWEST;
      this.#nextTurn = 0;
      if (answered === true) this.#failures = 0;
      if (answered === false) this.#fail();
    };
  }

  #isOpen(): boolean {
    return this.#failures >= this.#limits.openAfter;
  }

  /** Deliveries that were under way when the circuit opened say nothing new. */
  #fail(): void {
    if (this.#isOpen() && this.#clock() < this.#opensAt) return;
    this.#failures += 1;
    const { openAfter, probe } = this.#limits;
    if (this.#isOpen()) this.#opensAt = this.#clock() + retryDelay(probe, this.#failures - openAfter);
  }
}
