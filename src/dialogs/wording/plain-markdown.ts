const escapedSign = String.raw`\\([\\\x60*_{}[\]\(\)<>#+!\|~@.&=\-])`;
const bold = String.raw`\*\*((?:\\.|[^*\\])+)\*\*`;
const italic = String.raw`(?<![\p{L}\p{N}_\\])_(?![\s_])((?:\\.|[^_\\])+?)(?<!\s)_(?![\p{L}\p{N}_])`;
/** A price that was struck out keeps a sign of it. */
const strike = String.raw`~(~(?:\\.|[^~\\])+~)~`;
const hardBreak = String.raw` {2}(?=\n)`;
const marks = new RegExp([escapedSign, bold, italic, strike, hardBreak].join('|'), 'gu');

/** The assistant's own Markdown without its marks, for channels that would show them. */
export function plainText(markdown: string): string {
  return markdown.replace(
    marks,
    (_, escaped?: string, strong?: string, emphasis?: string, struck?: string) =>
      escaped ?? plainText(strong ?? emphasis ?? (struck === undefined ? '' : `\\~${struck.slice(1, -1)}\\~`)),
  );
}

/** Text of others, shown as it is: nothing in it is markup. */
export function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');
}
