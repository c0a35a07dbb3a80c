/** @import { Refusal } from './model/refusal.js' */
import { fillIn, stateWords, words } from './words.js';

const { refusals, page } = words;

/**
 * Why something did not work, in the words of all desks where they have some.
 * @param {Refusal} refusal
 */
export function troubleWords({ code, message, by, state }) {
  switch (code) {
    case 'offline':
      return page.tryingAgain;
    case 'taken':
      return by ? fillIn(refusals.taken, { agent: by.name, case: refusals.thisCase }) : message;
    case 'not-in-this-state':
      return state === undefined ? message : fillIn(refusals[code], { state: stateWords(state) });
    case 'no-such-question':
      return refusals[code];
    case 'superseded':
      return fillIn(refusals['no-case'], { case: refusals.thisCase });
    default:
      return message;
  }
}
