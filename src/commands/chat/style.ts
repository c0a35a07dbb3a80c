/** Control characters stand for styles until the text is painted; `visible` lets none of them come from outside. */
const marks = { bold: '\u0001', dim: '\u0002', accent: '\u0003', end: '\u0004' } as const;
const codes = { bold: '\u001b[1m', dim: '\u001b[2m', accent: '\u001b[36m', end: '\u001b[0m' } as const;

type Style = Exclude<keyof typeof marks, 'end'>;

/** Marks a text that was made `visible` before. */
export function styled(style: Style, text: string): string {
  return `${marks[style]}${text}${marks.end}`;
}

/** Turns the marks into colours, or takes them out. */
export function paint(text: string, hasColours: boolean): string {
  return (Object.keys(marks) as (keyof typeof marks)[]).reduce(
    (painted, style) => painted.replaceAll(marks[style], hasColours ? codes[style] : ''),
    text,
  );
}
