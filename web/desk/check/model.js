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
 * @property {string} [filed] the reference of the case that was filed of it
 * @property {string} mistake why the last statement was not taken
 */

/** One run of a policy after the other. */
export class Check {
  #api;
  #show;
  /** @type {CheckState} */
  #state = { isOpen: false, policies: [], stated: [], mistake: '' };

  #isFiling = false;

  /**
   * @param {object} deps
   * @param {Pick<Api, 'policies' | 'check' | 'fileForCaller'>} deps.api
   * @param {(state: CheckState) => void} deps.show
   */
  constructor({ api, show }) {
    this.#api = api;
    this.#show = show;
  }

  get state() {
    return this.#state;
  }

  /** @param {Partial<CheckState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.#show(this.#state);
  }

  /** Begins with the first policy. */
  async open() {
    this.#update({ isOpen: true, stated: [], answer: undefined, filed: undefined, mistake: '' });
    try {
      const policies = await this.#api.policies();
      this.#update({ policies });
      if (policies[0]) await this.choose(policies[0].id);
    } catch (error) {
      this.#update({ mistake: refusalOf(error).message });
    }
  }

  close() {
    this.#update({ isOpen: false });
  }

  /**
   * Begins anew with a policy.
   * @param {string} policy
   */
  async choose(policy) {
    this.#update({ policy, stated: [], answer: undefined, filed: undefined, mistake: '' });
    await this.#run([]);
  }

  /**
   * Answers the open question.
   * @param {CheckQuestion} question
   * @param {unknown} value
   * @param {string} title the value in words
   */
  async answer({ fact, label }, value, title) {
    await this.#run([...this.#state.stated, { fact, label, value, title }]);
  }

  /**
   * Takes back what was stated from this place on.
   * @param {number} index
   */
  async backTo(index) {
    await this.#run(this.#state.stated.slice(0, index));
  }

  /**
   * Files a case of what was stated, for somebody on the phone.
   * @param {{ orderNumber: string, email: string, story: string }} details
   */
  async file(details) {
    if (this.#isFiling) return;
    this.#isFiling = true;
    const { policy = '', stated } = this.#state;
    const facts = Object.fromEntries(stated.map(({ fact, value }) => [fact, value]));
    try {
      this.#update({ filed: await this.#api.fileForCaller({ policy, facts, ...details }), mistake: '' });
    } catch (error) {
      this.#update({ mistake: refusalOf(error).message });
    } finally {
      this.#isFiling = false;
    }
  }

  /**
   * Asks the policy; a statement that it does not take is asked for again.
   * @param {Stated[]} stated
   * @param {string} [mistake]
   */
  async #run(stated, mistake = '') {
    const { policy = '' } = this.#state;
    try {
      const facts = Object.fromEntries(stated.map(({ fact, value }) => [fact, value]));
      const answer = await this.#api.check(policy, facts);
      if (policy === this.#state.policy) this.#update({ stated, answer, mistake });
    } catch (error) {
      const { message } = refusalOf(error);
      if (stated.length > 0) await this.#run(stated.slice(0, -1), message);
      else this.#update({ stated, answer: undefined, mistake: message });
    }
  }
}
