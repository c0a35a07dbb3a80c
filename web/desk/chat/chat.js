// What was said in the open case, and the box to answer in.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
/** @import { AnswerProps } from '../speak/answer-form.js' */
import { h } from 'preact';
import { html } from '../parts/html.js';
import { AnswerForm } from '../speak/answer-form.js';
import { Composer } from '../speak/composer.js';
import { fillIn, stateWords, words } from '../words/desk-words.js';
import { Silence } from './silence.js';
import { talkOf } from './talk.js';
import { Transcript } from './transcript.js';

import { Viewers } from './viewers.js';

const { chat, queue } = words.page;

/**
 * @param {{ state: DeskState, desk: Desk, me: string } & Omit<AnswerProps, 'view'>} props
 */
export function Chat({ state, desk, speakState, speak, filesState, files, me }) {
  const { view, selected } = state;
  const canWrite = view !== undefined && mayWrite(view, me);
  return html`
    <section class="chat" aria-labelledby="chat-title">
      <h2 id="chat-title" class="pane-title" tabindex="-1">${titleOf(state)}</h2>
      ${h(Transcript, { key: selected, talk: view ? talkOf(view) : [], isSeen: state.pane === 'chat', me })}
      ${h(Viewers, { viewers: state.viewers.filter(({ reference }) => reference === selected) })}
      ${
        view &&
        h(Composer, {
          view,
          state: speakState,
          speak,
          answer: canWrite
            ? h(AnswerForm, { key: view.reference, view, state, desk, speakState, speak, filesState, files })
            : h(Silence, { says: silenceOf(view), begun: desk.begun, discard: () => desk.write('') }),
        })
      }
    </section>
  `;
}

/**
 * True where a message reaches the customer: in one's own case, and as one thing more in a settled one.
 * @param {CaseView} view
 * @param {string} me
 */
function mayWrite({ state, agent, steps, isCaller }, me) {
  if (isCaller) return false;
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
function silenceOf({ state, isCaller }) {
  if (isCaller) return chat.onPhone;
  return state === 'waiting' ? chat.claimFirst : fillIn(chat.state, { state: stateWords(state) });
}
