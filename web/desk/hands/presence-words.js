/** @import { Colleague } from '../../../src/desk/standing/standing.ts' */
import { fillIn, words } from '../words/desk-words.js';

const { presence: text } = words.page;

/**
 * If a colleague is there, and what they have.
 * @param {Colleague} colleague
 */
export function presenceWords({ presence, open }) {
  return fillIn(text.withCases, { presence: text[presence], count: open });
}

/**
 * The name of whoever has a case, and that they are not there if so.
 * @param {{ id: string, name: string }} agent
 * @param {Colleague[]} colleagues
 */
export function nameAndAbsence({ id, name }, colleagues) {
  const { presence = 'here' } = colleagues.find((one) => one.id === id) ?? {};
  return presence === 'here' ? name : fillIn(text.absent, { agent: name, presence: text[presence] });
}
