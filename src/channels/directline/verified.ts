/** The tokens that are remembered, the latest. */
const MAX_TOKENS = 10_000;

/** Genuine tokens until they expire, so that a signature is not computed again for every request that shows it. */
export class VerifiedTokens<T> {
  readonly #now: () => Date;
  readonly #known = new Map<string, { claims: T; expiresAt: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The claims of a token that was found genuine and has not expired. */
  claimsOf(token: string): T | undefined {
    const known = this.#known.get(token);
    if (known && this.#now().getTime() < known.expiresAt) return known.claims;
    this.#known.delete(token);
    return undefined;
  }

  /** Remembers a genuine token; `expiresAt` in seconds since 1970. */
  remember(token: string, claims: T, expiresAt: number): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MAX_TOKENS && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(token, { claims, expiresAt: expiresAt * 1_000 });
  }
}
