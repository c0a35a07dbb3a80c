// The box below the talk: to the customer, or to colleagues.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Speak, SpeakState } from './model.js' */
import { h } from 'preact';
import { customerLine } from '../chat/customer-line.js';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { NoteForm } from './note-form.js';

const { modes } = words.speak;

/**
 * @param {object} props
 * @param {CaseView} props.view
 * @param {SpeakState} props.state
 * @param {Speak} props.speak
 * @param {unknown} props.answer the box for the customer, or why there is none
 */
export function Composer({ view, state, speak, answer }) {
  const isNote = state.mode === 'note';
  return html`
    <div class=${isNote ? 'composer composer-note' : 'composer'}>
      <div class="modes" role="group" aria-label=${modes.label}>
        ${mode('answer', state, speak)} ${mode('note', state, speak)}
      </div>
      ${!isNote && customerLine(view)} ${isNote ? h(NoteForm, { key: view.reference, state, speak }) : answer}
    </div>
  `;
}

/**
 * @param {SpeakState['mode']} id
 * @param {SpeakState} state
 * @param {Speak} speak
 */
function mode(id, state, speak) {
  return html`
    <button
      type="button"
      data-writes=${id}
      aria-pressed=${id === state.mode ? 'true' : 'false'}
      onClick=${() => speak.write(id)}
    >
      ${modes[id]}
    </button>
  `;
}
