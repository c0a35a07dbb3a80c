/** What stands in braces in a canned reply: what the desk puts there, or something that nobody has put there yet. */
const placeholder = /\{([a-z][a-z-]{0,30})\}/g;

/** The names in braces that a text still has, each once. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].flatMap(([, name]) => name ?? []))];
}
