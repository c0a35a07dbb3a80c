// One step with several cases: each by itself, so that each can be refused by itself.
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Api } from './api.js' */
import { refusalOf } from './refusal.js';

/** @typedef {{ reference: string, refusal?: string }} Outcome what became of a case; without a refusal it is done */

/**
 * Takes a step with each of the cases, one after the other.
 * @param {Pick<Api, 'step'>} api
 * @param {readonly string[]} references
 * @param {(reference: string) => DeskRequest} requestFor
 * @returns {Promise<Outcome[]>}
 */
export async function stepWithEach(api, references, requestFor) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const reference of references) {
    try {
      await api.step(reference, requestFor(reference));
      outcomes.push({ reference });
    } catch (error) {
      outcomes.push({ reference, refusal: refusalOf(error).message });
    }
  }
  return outcomes;
}

/**
 * Nine o'clock of the next day, where the agent is.
 * @param {number} now milliseconds since 1970
 */
export function tomorrowMorning(now) {
  const date = new Date(now);
  date.setDate(date.getDate() + 1);
  date.setHours(9, 0, 0, 0);
  return date.toISOString();
}
