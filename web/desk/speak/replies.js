// Canned replies and clauses, as they are found and put into an answer.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { ClauseView } from '../../../src/desk/case/clause-view.ts' */
/** @import { CannedReply } from '../../../src/desk/replies/replies.ts' */
/** @import { Source } from './suggesting.js' */
import { filled } from './placeholders.js';
import { isFound } from './suggesting.js';

/**
 * The replies with these words that customers of this language can read; those in their own language come first.
 * @param {CannedReply[]} replies
 * @param {string} query
 * @param {string} language
 */
export function foundReplies(replies, query, language) {
  const readable = replies.filter((one) => one.language === undefined || one.language === language);
  const found = readable.filter(({ title, text: body }) => isFound(query, [title, body]));
  return [...found.filter((one) => one.language), ...found.filter((one) => !one.language)];
}

/**
 * The clauses with these words: first those that decide, then their terms, then the others.
 * @param {Pick<CaseView, 'clauses' | 'decision'>} view
 * @param {string} query
 */
export function foundClauses({ clauses, decision }, query) {
  const own = [...(decision?.clauses ?? []), ...(decision?.terms ?? [])];
  const others = clauses.filter(({ id }) => !own.some((one) => one.id === id));
  return [...own, ...others].filter((one) => isFound(query, [one.title, one.text, one.id]));
}

/**
 * A clause as it stands in an answer: what it is called, and its words.
 * @param {ClauseView} clause
 */
export function quoted({ title, text: wording }) {
  return wording === '' ? title : `${title}: “${wording.trim()}”`;
}

/**
 * What is offered behind "/" in an answer, filled in.
 * @param {CannedReply[]} replies
 * @param {Record<string, string>} values
 * @param {{ language: string, label: string }} to `label`: what the list is called
 * @returns {Source}
 */
export function repliesSource(replies, values, { language, label }) {
  return {
    sign: '/',
    label,
    find: (query) =>
      foundReplies(replies, query, language).map(({ id, title, text: body }) => {
        const insert = filled(body, values);
        return { id, title, detail: insert, insert };
      }),
  };
}

/**
 * A draft with something more in it, on a line of its own.
 * @param {string} draft
 * @param {string} more
 */
export function withMore(draft, more) {
  return draft.trim() === '' ? more : `${draft.trimEnd()}\n${more}`;
}
