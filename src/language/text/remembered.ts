/** Longer texts are hardly ever said twice. */
const MAX_TEXT = 64;
/** The readings that are kept, the latest; half a megabyte or so. */
const MAX_READINGS = 1_000;

/**
 * Remembers what was read from the latest short texts: most messages are the title of a button, a day or a plain yes.
 * A reading must follow from the text and its context alone, and nobody may change it.
 */
export class Remembered<T> {
  readonly #readings = new Map<string, { value: T }>();

  /** The reading of a text in a context, by `read` unless it is remembered. */
  of(text: string, context: string, read: () => T): T {
    if (text.length > MAX_TEXT) return read();
    // The length keeps text and context apart.
    const key = `${text.length} ${text}${context}`;
    const known = this.#readings.get(key);
    if (known) return known.value;
    const value = read();
    const [oldest] = this.#readings.keys();
    if (this.#readings.size >= MAX_READINGS && oldest !== undefined) this.#readings.delete(oldest);
    this.#readings.set(key, { value });
    return value;
  }
}
