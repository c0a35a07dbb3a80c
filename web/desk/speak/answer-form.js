/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
/** @import { Files, FilesState } from './files.js' */
/** @import { Speak, SpeakState } from './model.js' */
import { h } from 'preact';
import { useEffect } from 'preact/hooks';
import { page } from '../page.js';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { FileField } from './file-field.js';
import { valuesOf } from './placeholders.js';
import { repliesSource } from './replies.js';
import { SuggestBox } from './suggest-box.js';

const { label, field } = words.steps.say;
const text = words.speak.replies;
const maxLength = 2_000;

/**
 * @typedef {object} AnswerProps
 * @property {CaseView} view
 * @property {DeskState} state
 * @property {Desk} desk
 * @property {SpeakState} speakState
 * @property {Speak} speak
 * @property {FilesState} filesState
 * @property {Files} files
 */

/**
 * The answer to the customer, with the replies to choose from behind "/" or a button.
 * @param {AnswerProps} props
 */
export function AnswerForm({ view, state, desk, speakState, speak, filesState, files }) {
  const { isSending } = state;
  const shop = view.shop.id;
  useEffect(() => void speak.readReplies(shop), [shop]);
  /** @param {SubmitEvent} event */
  function send(event) {
    event.preventDefault();
    files.answer();
  }
  return html`
    <form id="answer" class="answer" onSubmit=${send}>
      ${h(SuggestBox, {
        id: 'answer-text',
        label: field,
        value: desk.begun,
        maxLength,
        isReadOnly: isSending,
        describedBy: 'answer-hint',
        sources: [
          repliesSource(speakState.replies, valuesOf(view, page.agent), { language: view.language, label: text.list }),
        ],
        onWrite: (written) => desk.write(written),
      })}
      <button class="primary">${label}</button>
      <div class="tools">
        <button type="button" id="replies-open" onClick=${() => speak.showReplies(true)}>${text.open}</button>
        ${h(FileField, { reference: view.reference, state: filesState, files })}
        <span id="answer-hint" class="quiet hint">${text.slash}</span>
      </div>
    </form>
  `;
}
