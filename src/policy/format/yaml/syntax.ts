import type { YAMLParseError } from 'yaml';

/** What is said at the line where a second document begins. */
export const ONE_DOCUMENT = 'expected one document a file; leave "---" out, or put what follows into a file of its own';

/** What is expected instead, by the code of a mistake of syntax; those that are not here keep the library's words. */
const words: Partial<Record<string, string>> = {
  MULTIPLE_DOCS: ONE_DOCUMENT,
  BLOCK_AS_IMPLICIT_KEY: 'expected one key on this line; a text with a colon and a space in it stands in quotes',
  MULTILINE_IMPLICIT_KEY: 'expected a key and a colon; a text over several lines is indented below its key',
  BLOCK_IN_FLOW: 'expected no line that begins with a dash between { } or [ ]',
  BAD_SCALAR_START: 'a text that begins with this sign stands in quotes',
  BAD_DQ_ESCAPE: 'nothing is written with this backslash; in double quotes it is doubled',
  TAB_AS_INDENT: 'Tabs are not allowed as indentation; use spaces',
  UNEXPECTED_TOKEN: 'this stands where nothing is expected; a text with signs such as " or : in it stands in quotes',
};

/** A mistake of syntax in the words of somebody who writes a policy. */
export function syntaxMessage({ code, message }: YAMLParseError): string {
  const own = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
  if (/^Missing closing .quote/.test(own)) return 'this text opens with a quote and never closes it';
  return words[code] ?? own;
}

/** The offset at which a mistake of syntax was made: a bracket or quote that is never closed, else where it shows. */
export function placeOf({ pos: [offset], message }: YAMLParseError, text: string): number {
  if (/^Flow (?:map|sequence)|end with a [}\]]/.test(message)) return openBracket(text.slice(0, offset)) ?? offset;
  return openQuote(text, offset) ?? offset;
}

function openBracket(before: string): number | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of before.matchAll(/'[^'\n]*'|"[^"\n]*"|#.*|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') open.push(index);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.at(-1);
}

/** The last text before an offset that opens with a quote and does not close it on its line, and is no text of several. */
function openQuote(text: string, offset: number): number | undefined {
  const opening = /(?<=[:[{,-] +)(["'])(?:(?!\1).)*$/gm;
  const found = [...text.slice(0, offset).matchAll(opening)].at(-1);
  return found?.index;
}
