// What is offered while somebody types: colleagues behind "@", replies behind "/".

/**
 * Something to put in the place of what was typed; `detail` says more of it.
 * @typedef {{ id: string, title: string, detail?: string, insert: string }} Suggestion
 */
/**
 * A sign behind which something is offered.
 * @typedef {{ sign: '@' | '/', label: string, find: (query: string) => Suggestion[] }} Source
 */
/** @typedef {{ sign: Source['sign'], query: string, start: number }} Asked where the sign stands, and what follows it */

const maxQuery = 40;

/**
 * What somebody asks for with the word at the caret, if anything: a sign that begins a word.
 * @param {string} text
 * @param {number} caret
 * @param {readonly Source['sign'][]} signs
 * @returns {Asked | undefined}
 */
export function askedAt(text, caret, signs) {
  const [, before, sign, query = ''] = /(^|[\s(])([@/])([^\s@/]*)$/.exec(text.slice(0, caret)) ?? [];
  const known = signs.find((one) => one === sign);
  if (before === undefined || known === undefined || query.length > maxQuery) return undefined;
  return { sign: known, query, start: caret - query.length - 1 };
}

/**
 * The text with a suggestion in the place of what was asked with, and where the caret is then.
 * @param {string} text
 * @param {number} caret
 * @param {Pick<Asked, 'start'>} asked
 * @param {Pick<Suggestion, 'insert'>} suggestion
 */
export function inserted(text, caret, { start }, { insert }) {
  const rest = text.slice(caret);
  const space = /^\s/.test(rest) ? '' : ' ';
  return { text: `${text.slice(0, start)}${insert}${space}${rest}`, caret: start + insert.length + 1 };
}

/**
 * True if every word of the query begins a word of one of the texts.
 * @param {string} query
 * @param {string[]} texts
 */
export function isFound(query, texts) {
  const words = texts.flatMap((text) => text.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u));
  const wanted = query.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
}
