const marks = /\\([\\`*_{}[\]()<>#+!|~@-])|\*\*((?:\\.|[^*\\])+)\*\*/g;

/** The assistant's own Markdown without its marks, for channels that would show them. */
export function plainText(markdown: string): string {
  return markdown.replace(marks, (_, escaped?: string, strong = '') => escaped ?? plainText(strong));
}

/** Text of others, shown as it is: nothing in it is markup. */
export function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');
}
