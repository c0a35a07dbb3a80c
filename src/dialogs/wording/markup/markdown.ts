import { runsIn, type Signs } from './inline.ts';
import { type Line, type Written, writtenOf } from './lines.ts';

const signs: Signs = [
  ['`', 'code'],
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strike'],
  ['*', 'italic'],
  ['_', 'italic'],
];

/** Stands for a sign that was escaped, until the others have been read. */
const firstPrivate = 0xe000;

/** Markdown as agents of another desk write it; a heading is no more than a line. */
export function readMarkdown(markdown: string): Written {
  const hidden = markdown.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) =>
    String.fromCharCode(firstPrivate + sign.charCodeAt(0)),
  );
  return writtenOf(
    hidden
      .replace(/\\$/gm, '')
      .split(/\r\n?|\n/)
      .map(lineOf),
  );
}

function lineOf(line: string): Line {
  const [, quoted] = /^ {0,3}> ?(.*)$/.exec(line) ?? [];
  const [, item] = /^\s*[-*+] (.*)$/.exec(line) ?? [];
  const words = (quoted ?? item ?? line).replace(/\[([^[\]]{1,500})\]\((https?:[^()\s]{1,2000})\)/g, labelled);
  const runs = runsIn(words.trimEnd(), signs).map((run) => ({ ...run, text: shown(run.text) }));
  return { kind: quoted !== undefined ? 'quote' : item !== undefined ? 'item' : 'line', runs };
}

function labelled(_: string, label: string, url: string): string {
  return label === url ? url : `${label} (${url})`;
}

function shown(text: string): string {
  return text.replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - firstPrivate));
}
