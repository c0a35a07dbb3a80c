// What a canned reply has in braces, and what of that the desk knows.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

const placeholder = /\{([a-z][a-z-]{0,30})\}/g;

/** The names that are filled in where the case tells. */
export const placeholders = ['customer', 'reference', 'order', 'item', 'email', 'agent', 'shop', 'deadline', 'form'];

/**
 * What a case tells for the names in braces; what is not known is left out.
 * @param {CaseView} view
 * @param {{ name: string }} agent
 * @returns {Record<string, string>}
 */
export function valuesOf(view, { name: agent }) {
  const { reference, details, order, shop, decision, submitted, transcript, language } = view;
  const values = {
    customer: submitted?.fields.find(({ field }) => field === 'name')?.answer,
    reference,
    order: order?.number ?? details.orderNumber,
    item: order?.item,
    email: details.email,
    agent,
    shop: shop.name,
    deadline: decision?.deadline && dayIn(decision.deadline, language),
    form: transcript.findLast(({ formUrl }) => formUrl !== undefined)?.formUrl,
  };
  return Object.fromEntries(Object.entries(values).flatMap(([id, value]) => (value ? [[id, value]] : [])));
}

/**
 * A text with what is known filled in; the rest stays visible.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export function filled(text, values) {
  return text.replace(placeholder, (whole, name) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
}

/**
 * @param {string} day YYYY-MM-DD
 * @param {string} language
 */
function dayIn(day, language) {
  // Days are written in the British way wherever we write English.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
