import type { PendingEffect, Store } from '../store/store.ts';
import { attempt, causeOf, type Tried } from './attempt.ts';
import { type Backoff, retryDelay } from './backoff.ts';
import { Host, type HostLimits } from './host.ts';
import type { EffectHandler } from './outcome.ts';

/** One kind of effects, which is delivered by workers of its own. */
export interface LaneSettings {
  handle: EffectHandler;
  /** The host that an effect goes to; without it all of the kind go to one. */
  hostOf?(effect: PendingEffect): string | undefined;
  /** The time limit of an attempt, in milliseconds. */
  attemptMs: number;
  /** After so many attempts in a row that failed by our own fault an effect is given up. */
  maxFaults: number;
}

/** As much of the store as delivers. */
export type OutboxStore = Pick<
  Store,
  'leaseEffects' | 'hastenEffects' | 'effectDelivered' | 'effectFailed' | 'effectParked' | 'effectReleased'
>;

/** What all lanes share. */
export interface LaneDeps {
  store: OutboxStore;
  now(): Date;
  backoff: Backoff;
  hosts: HostLimits;
  /** Called with an effect that has to wait. */
  onLater(effect: PendingEffect, outcome: { status?: number | undefined; delayMs: number; error?: unknown }): void;
  /** Called with an effect that is given up. */
  onParked(effect: PendingEffect, outcome: { status?: number | undefined; error?: unknown }): void;
  /** Called with an error of the store itself. */
  onFailure(error: unknown): void;
}

/** The most deliveries of a lane at a time, and the most effects of a look. */
const WIDTH = 64;
/** A lease outlives its attempt by the time that the result takes to be stored. */
const LEASE_MARGIN_MS = 1_000;

/** Delivers the effects of one kind; a host that is full or down holds up what goes to it and nothing else. */
export class Lane {
  readonly #kind: string;
  readonly #settings: LaneSettings;
  readonly #deps: LaneDeps;
  readonly #hosts = new Map<string, Host>();
  readonly #running = new Map<Promise<void>, AbortController>();
  /** Attempts in a row that failed by our own fault, by effect. */
  readonly #faults = new Map<number, number>();
  #looking: Promise<void> | undefined;
  #looksAgain = false;
  #timer: { at: number; handle: NodeJS.Timeout } | undefined;
  #isStopped = false;

  constructor(kind: string, settings: LaneSettings, deps: LaneDeps) {
    this.#kind = kind;
    this.#settings = settings;
    this.#deps = deps;
  }

  /** Says that there may be something new. */
  wake(): void {
    this.#looksAgain = true;
    this.#looking ??= this.#look()
      .catch(this.#deps.onFailure)
      .finally(() => {
        this.#looking = undefined;
      });
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#looking || this.#running.size > 0) await Promise.all([this.#looking, ...this.#running.keys()]);
  }

  /** Ends what is under way, which does not count as failed, and begins nothing more. */
  stop(): void {
    this.#isStopped = true;
    for (const controller of this.#running.values()) controller.abort();
    clearTimeout(this.#timer?.handle);
  }

  async #look(): Promise<void> {
    while (this.#looksAgain && !this.#isStopped && this.#running.size < WIDTH) {
      this.#looksAgain = false;
      const now = this.#deps.now();
      const limit = WIDTH - this.#running.size;
      const leased = await this.#deps.store.leaseEffects({
        kinds: [this.#kind],
        at: now.toISOString(),
        until: later(now, this.#settings.attemptMs + LEASE_MARGIN_MS),
        limit,
      });
      await Promise.all(leased.map((effect) => this.#beginOrPutOff(effect)));
      // There may be more behind a full batch, for another host.
      if (leased.length === limit) this.#looksAgain = true;
    }
  }

  /** Resolves at once where the effect is under way. */
  #beginOrPutOff(effect: PendingEffect): Promise<void> | undefined {
    // The stop may have come during the look.
    if (this.#isStopped) return this.#deps.store.effectReleased(effect.id);
    const host = this.#hostOf(effect);
    if (!host.hasRoom()) return this.#putOff(effect, host.waitMs());
    const controller = new AbortController();
    const delivering: Promise<void> = this.#deliver(effect, host, controller).finally(() =>
      this.#running.delete(delivering),
    );
    this.#running.set(delivering, controller);
    return undefined;
  }

  async #putOff(effect: PendingEffect, waitMs: number): Promise<void> {
    await this.#deps.store.effectReleased(effect.id, later(this.#deps.now(), waitMs));
    this.#wakeIn(waitMs);
  }

  /** Looks again only if the store took the result, or a store that is down would be asked without a pause. */
  async #deliver(effect: PendingEffect, host: Host, controller: AbortController): Promise<void> {
    const { attemptMs, handle } = this.#settings;
    const deadline = setTimeout(() => controller.abort(new DOMException('too slow', 'TimeoutError')), attemptMs);
    const end = host.begin();
    const tried = await attempt(handle, effect, controller.signal);
    clearTimeout(deadline);
    const isCutOff = this.#isStopped && tried.outcome.kind !== 'delivered';
    end(isCutOff ? undefined : tried.answered);
    try {
      await (isCutOff ? this.#deps.store.effectReleased(effect.id) : this.#record(effect, tried));
      this.wake();
    } catch (error) {
      this.#deps.onFailure(error);
    }
  }

  async #record(effect: PendingEffect, tried: Tried): Promise<void> {
    const { store, now, backoff, onLater, onParked } = this.#deps;
    const { outcome, error } = tried;
    const hasFaults = this.#countFault(effect, tried);
    if (outcome.kind === 'delivered') return store.effectDelivered(effect.id, now().toISOString());
    const { status } = outcome;
    if (outcome.kind === 'refused' || hasFaults || effect.attempts + 1 >= backoff.maxAttempts) {
      this.#faults.delete(effect.id);
      await store.effectParked(effect.id, now().toISOString(), causeOf(tried));
      return onParked(effect, { status, error });
    }
    const delayMs = Math.max(retryDelay(backoff, effect.attempts), outcome.afterMs ?? 0);
    await store.effectFailed(effect.id, later(now(), delayMs));
    onLater(effect, { status, delayMs, error });
    this.#wakeIn(delayMs);
  }

  /** Counts an attempt that failed by our own fault; true if there were too many of them. */
  #countFault({ id }: PendingEffect, { answered, error }: Tried): boolean {
    const faults = error !== undefined && answered === undefined ? (this.#faults.get(id) ?? 0) + 1 : 0;
    if (faults === 0) this.#faults.delete(id);
    else this.#faults.set(id, faults);
    return faults >= this.#settings.maxFaults;
  }

  #hostOf(effect: PendingEffect): Host {
    const name = this.#settings.hostOf?.(effect) ?? this.#kind;
    const known = this.#hosts.get(name);
    if (known) return known;
    for (const [other, host] of this.#hosts) if (host.isIdle()) this.#hosts.delete(other);
    const host = new Host(this.#deps.hosts, () => performance.now());
    this.#hosts.set(name, host);
    return host;
  }

  /** One timer is enough: that of the earliest look. */
  #wakeIn(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (this.#isStopped || (this.#timer && this.#timer.at <= at)) return;
    clearTimeout(this.#timer?.handle);
    const handle = setTimeout(() => {
      this.#timer = undefined;
      this.wake();
    }, delayMs);
    this.#timer = { at, handle: handle.unref() };
  }
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
