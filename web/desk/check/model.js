// A policy run step by step, for somebody who is on the phone.
/** @import { PolicyCheck } from '../../../src/desk/check/policy-check.ts' */
/** @import { Api } from '../model/api.js' */
import { refusalOf } from '../model/refusal.js';

/** @typedef {Exclude<PolicyCheck, { kind: 'error' }>} CheckAnswer */
/** @typedef {Extract<PolicyCheck, { kind: 'undecided' }>['ask']} CheckQuestion */
/** @typedef {{ fact: string, label: string, value: unknown, title: string }} Stated `title`: the value in words */

/**
 * @typedef {object} CheckState
 * @property {boolean} isOpen
 * @property {{ id: string, name: string }[]} policies
 * @property {string} [policy] the id of the one that is run
 * @property {Stated[]} stated in the order of the questions
 * @property {CheckAnswer} [answer] what the policy says of what was stated
 * @property {string} mistake why the last statement was not taken
 */

/**
 * @param {object} deps
 * @param {Pick<Api, 'policies' | 'check'>} deps.api
 * @param {(state: CheckState) => void} deps.show
 */
export function createCheck({ api, show }) {
  /** @type {CheckState} */
  let state = { isOpen: false, policies: [], stated: [], mistake: '' };

  /** @param {Partial<CheckState>} change */
  function update(change) {
    state = { ...state, ...change };
    show(state);
  }

  /**
   * Asks the policy; a statement that it does not take is asked for again.
   * @param {Stated[]} stated
   * @param {string} [mistake]
   */
  async function run(stated, mistake = '') {
    const { policy = '' } = state;
    try {
      const facts = Object.fromEntries(stated.map(({ fact, value }) => [fact, value]));
      const answer = await api.check(policy, facts);
      if (policy === state.policy) update({ stated, answer, mistake });
    } catch (error) {
      const { message } = refusalOf(error);
      if (stated.length > 0) await run(stated.slice(0, -1), message);
      else update({ stated, answer: undefined, mistake: message });
    }
  }

  /** @param {string} policy */
  async function choose(policy) {
    update({ policy, stated: [], answer: undefined, mistake: '' });
    await run([]);
  }

  return {
    initial: state,
    choose,

    async open() {
      update({ isOpen: true, stated: [], answer: undefined, mistake: '' });
      try {
        const policies = await api.policies();
        update({ policies });
        if (policies[0]) await choose(policies[0].id);
      } catch (error) {
        update({ mistake: refusalOf(error).message });
      }
    },

    close: () => update({ isOpen: false }),

    /**
     * Answers the open question.
     * @param {CheckQuestion} question
     * @param {unknown} value
     * @param {string} title the value in words
     */
    state: ({ fact, label }, value, title) => run([...state.stated, { fact, label, value, title }]),

    /**
     * Takes back what was stated from this place on.
     * @param {number} index
     */
    backTo: (index) => run(state.stated.slice(0, index)),
  };
}

/** @typedef {ReturnType<typeof createCheck>} Check */
