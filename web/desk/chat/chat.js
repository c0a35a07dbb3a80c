// What was said in the open case, and the box to answer in.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
import { h } from 'preact';
import { html } from '../parts/html.js';
import { submitOnCtrlEnter } from '../parts/submit.js';
import { fillIn, stateWords, words } from '../words/desk-words.js';
import { Transcript } from './transcript.js';
import { Unsent } from './unsent.js';
import { Viewers } from './viewers.js';

const { chat, queue } = words.page;

/**
 * @param {{ state: DeskState, desk: Desk, me: string }} props
 */
export function Chat({ state, desk, me }) {
  const { view, selected } = state;
  const canWrite = view !== undefined && mayWrite(view, me);
  return html`
    <section class="chat" aria-labelledby="chat-title">
      <h2 id="chat-title" class="pane-title" tabindex="-1">${titleOf(state)}</h2>
      ${h(Transcript, { key: selected, messages: view?.transcript ?? [], isSeen: state.pane === 'chat' })}
      ${h(Viewers, { viewers: state.viewers.filter(({ reference }) => reference === selected) })}
      ${canWrite && answer(state, desk)}
      ${view && !canWrite && desk.begun !== '' && h(Unsent, { text: desk.begun, discard: () => desk.write('') })}
      ${view && !canWrite && html`<p class="quiet silent">${silenceOf(view)}</p>`}
    </section>
  `;
}

/**
 * True where a message reaches the customer: in one's own case, and as one thing more in a settled one.
 * @param {CaseView} view
 * @param {string} me
 */
function mayWrite({ state, agent, steps }, me) {
  if (state === 'claimed') return agent?.id === me;
  return (state === 'ruled' || state === 'closed') && steps.length > 0;
}

/** @param {DeskState} state */
function titleOf({ view, selected, missing }) {
  if (view) {
    const { reference, state, agent } = view;
    const holder = agent && state === 'claimed' ? fillIn(queue.with, { agent: agent.name }) : stateWords(state);
    return `${reference} · ${holder}`;
  }
  if (selected !== undefined) return selected;
  return missing === undefined ? chat.none : fillIn(words.refusals.unknownCase, { reference: missing });
}

/**
 * The reason why there is nothing to answer in.
 * @param {CaseView} view
 */
function silenceOf({ state }) {
  return state === 'waiting' ? chat.claimFirst : fillIn(chat.state, { state: stateWords(state) });
}

/**
 * @param {DeskState} state
 * @param {Desk} desk
 */
function answer({ isSending }, desk) {
  const { label, field } = words.steps.say;
  /** @param {SubmitEvent} event */
  function send(event) {
    event.preventDefault();
    desk.answer();
  }
  /** @param {{ currentTarget: HTMLTextAreaElement }} event */
  const write = ({ currentTarget }) => desk.write(currentTarget.value);
  return html`
    <form id="answer" class="answer" onSubmit=${send}>
      <label class="unseen" for="answer-text">${field}</label>
      <textarea
        id="answer-text"
        rows="2"
        maxlength="2000"
        value=${desk.begun}
        readonly=${isSending}
        onInput=${write}
        onKeyDown=${submitOnCtrlEnter}
      />
      <button class="primary">${label}</button>
    </form>
  `;
}
