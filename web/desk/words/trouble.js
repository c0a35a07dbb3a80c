/** @import { DeskState } from '../model/state.js' */
/** @import { Refusal } from '../model/refusal.js' */
import { fillIn, stateWords, words } from './desk-words.js';

const { refusals, page } = words;

/**
 * A remark on what does not work, if anything.
 * @param {DeskState} state
 */
export function troubleWords({ trouble, failure, isOffline }) {
  if (trouble) return refusalWords(trouble);
  if (failure) return refusalWords(failure);
  return isOffline ? page.tryingAgain : '';
}

/**
 * The reason for a refusal, in the words of all desks where they have some.
 * @param {Refusal} refusal
 */
function refusalWords({ code, message, by, state }) {
  switch (code) {
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
