const marks = /\\([\\`*_{}[\]()<>#+!|~@-])|\*\*((?:\\.|[^*\\])+)\*\*/g;

/** The assistant's own Markdown without its marks, for channels that would show them. */
export function plainText(markdown: string): string {
  return markdown.replace(marks, (_, escaped?: string, strong = '') => escaped ?? plainText(strong));
}
