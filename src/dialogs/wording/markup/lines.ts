/** The ways in which people set words off. */
export type Mark = 'bold' | 'italic' | 'strike' | 'code';

/** Words that are set off in the same ways. */
export interface Run {
  text: string;
  marks: readonly Mark[];
}

/** A line of a message: of its own, of a quote, or of a list. */
export interface Line {
  kind: 'line' | 'quote' | 'item';
  runs: Run[];
}

/** What a person wrote: the words alone, as they can be read anywhere, and in Markdown as they were meant. */
export interface Written {
  text: string;
  markdown: string;
}

/** Both forms of lines that were read from whatever markup. */
export function writtenOf(lines: Line[]): Written {
  return { text: lines.map(plainLine).join('\n').trim(), markdown: markdownOf(lines).trim() };
}

/** A price that was struck out is not the price, so its mark stays. */
function plainLine({ kind, runs }: Line): string {
  const words = runs.map(({ text, marks }) => (marks.includes('strike') ? `~${text}~` : text)).join('');
  if (words.trim() === '') return '';
  return `${kind === 'quote' ? '> ' : ''}${kind === 'item' && !/^\d/.test(words) ? '• ' : ''}${words}`;
}

function markdownOf(lines: Line[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const isEmpty = (one: Line): boolean => one.runs.every(({ text }) => text.trim() === '');
      const isBreak = before === undefined || isEmpty(line) || isEmpty(before) || before.kind !== line.kind;
      const between = index === 0 ? '' : isBreak ? '\n\n' : line.kind === 'item' ? '\n' : '  \n';
      return between + markdownLine(line);
    })
    .join('')
    .replace(/\n{3,}/g, '\n\n');
}

const prefixes = { line: '', quote: '> ', item: '- ' } as const;

function markdownLine({ kind, runs }: Line): string {
  const words = runs.map(markdownRun).join('');
  const isNumbered = kind === 'item' && /^\d{1,9}[.)] /.test(words);
  return isNumbered ? words : prefixes[kind] + atStart(words);
}

const signs: Record<Mark, string> = { bold: '**', italic: '_', strike: '~~', code: '' };

/** Marks stand close to the words, or Markdown does not know them. */
function markdownRun({ text, marks }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === '') return text;
  const signed = marks.reduceRight((inner, mark) => `${signs[mark]}${inner}${signs[mark]}`, escaped(words));
  return before + signed + after;
}

const address = /(https?:\/\/[^\s<>]+)/;

/** Words with nothing in them that Markdown would take for its own; addresses stay as they are, to be links. */
function escaped(text: string): string {
  return text
    .split(address)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>|~]|&(?=#?\w{1,32};)/g, '\\$&')))
    .join('');
}

/** What would be a heading, a list, a rule or code at the start of a line is none. */
function atStart(words: string): string {
  return words
    .replace(/^[ \t]+/, (space) => '\u00a0'.repeat(space.length))
    .replace(/^(\u00a0*)([#+=-])/, '$1\\$2')
    .replace(/^(\u00a0*\d{1,9})([.)])/, '$1\\$2');
}
