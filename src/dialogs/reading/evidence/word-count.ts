/** The number of words in a message, as spaces part them. */
export function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}
