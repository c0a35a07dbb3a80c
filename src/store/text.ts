/** Begins a text that is kept as JSON because the database could not keep it as it is. */
const MARK = '\u0001json:';

/**
 * A text that every database keeps: one with a NUL or half a surrogate pair is written as JSON, so that two different
 * texts never become the same one.
 */
export function storable(text: string): string {
  const isPlain = text.isWellFormed() && !text.includes('\0') && !text.startsWith(MARK);
  return isPlain ? text : MARK + JSON.stringify(text);
}

/** The text that `storable` made storable. */
export function restored(text: string): string {
  return text.startsWith(MARK) ? String(JSON.parse(text.slice(MARK.length))) : text;
}
