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
  if (OPEN_QUOTE.test(own)) return 'this text opens with a quote and never closes it';
  if (OPEN_BRACKET.test(own)) return 'this bracket is never closed, or what is in it is not indented';
  return words[code] ?? own;
}

/** True of a bracket that is never closed. */
const OPEN_BRACKET = /^Flow (?:map|sequence)|end with a [}\]]/;
/** So far back such a quote is looked for, in characters. */
const NEAR = 1_000;
const OPEN_QUOTE = /^Missing closing .quote/;

/** The offset at which a mistake of syntax was made: a bracket or quote that is never closed, else where it shows. */
export function placeOf({ code, pos: [offset], message }: YAMLParseError, text: string): number {
  const before = text.slice(0, offset);
  if (OPEN_BRACKET.test(message)) return openBracket(before) ?? offset;
  if (OPEN_QUOTE.test(message)) return openQuote(before) ?? offset;
  // A quote that was forgotten is closed by the next that opens; what follows that one is read as none of the text.
  const from = Math.max(0, offset - NEAR);
  const near = code === 'UNEXPECTED_TOKEN' ? openQuote(before.slice(from)) : undefined;
  return near === undefined ? offset : from + near;
}

function openBracket(before: string): number | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of before.matchAll(/'[^'\n]*'|"[^"\n]*"|#.*|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') open.push(index);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.at(-1);
}

/** The place of the last text that opens with a quote and does not close it on its line. */
function openQuote(before: string): number | undefined {
  return [...before.matchAll(/(?<=[:[{,-] +)(["'])(?:(?!\1).)*$/gm)].at(-1)?.index;
}
