/** Begins a text that is kept as JSON because the database could not keep it as it is. */
const MARK = '\u0001json:';

/**
 * A text that every database keeps: one with a NUL or half a surrogate pair is written as JSON, so that two different
 * texts never become the same one.
 */
export function storable(text: string): string {
  return isAccepted(text) && !text.startsWith(MARK) ? text : MARK + JSON.stringify(text);
}

/** A value of a statement that no database refuses; what `storable` was forgotten for is found by nothing. */
export function accepted(value: unknown): unknown {
  if (typeof value === 'string') return isAccepted(value) ? value : storable(value);
  return Array.isArray(value) ? value.map(accepted) : value;
}

function isAccepted(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The text that `storable` made storable. */
export function restored(text: string): string {
  return text.startsWith(MARK) ? String(JSON.parse(text.slice(MARK.length))) : text;
}
