const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const narrow = /^[\x20-\x7e]*$/;
const invisible = /^[\p{Cc}\p{Mn}\p{Me}\u200c\u200d]+$/u;
/** East Asian wide characters and emoji take two columns. */
const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** The number of columns that a text takes; marks of style take none. */
export function columnsOf(text: string): number {
  if (narrow.test(text)) return text.length;
  return [...graphemes.segment(text)].reduce((sum, { segment }) => sum + columnsOfOne(segment), 0);
}

/** Lines of at most `width` columns, the first one after `first`, the others after `rest`; a word too long is cut. */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const room = Math.max(1, width - Math.max(columnsOf(first), columnsOf(rest)));
  const lines = text.split('\n').flatMap((line) => wrapLine(line, room));
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current: string | undefined;
  for (const word of line.split(' ').flatMap((part) => pieces(part, room))) {
    const longer: string = current === undefined ? word : `${current} ${word}`;
    if (current === undefined || columnsOf(longer) <= room) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current ?? ''];
}

function pieces(word: string, room: number): string[] {
  if (columnsOf(word) <= room) return [word];
  const parts: string[] = [];
  let current = '';
  let columns = 0;
  for (const { segment } of graphemes.segment(word)) {
    const more = columnsOfOne(segment);
    if (columns + more > room) {
      parts.push(current);
      current = '';
      columns = 0;
    }
    current += segment;
    columns += more;
  }
  return [...parts, current];
}

function columnsOfOne(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
