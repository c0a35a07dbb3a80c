/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Speak, SpeakState } from './model.js' */
/** @import { Source } from './suggesting.js' */
import { h } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { SuggestBox } from './suggest-box.js';
import { isFound } from './suggesting.js';

const text = words.speak;
const maxLength = 2_000;

/**
 * A note to colleagues, with them to choose from behind "@".
 * @param {{ state: SpeakState, speak: Speak }} props
 */
export function NoteForm({ state, speak }) {
  const { colleagues, isSending } = state;
  useLayoutEffect(() => document.getElementById('note-text')?.focus(), []);
  /** @type {Source} */
  const source = {
    sign: '@',
    label: text.colleagues,
    find: (query) =>
      colleagues
        .filter(({ name }) => isFound(query, [name]))
        .map(({ id, name }) => ({ id, title: name, insert: `@${name}` })),
  };
  /** @param {SubmitEvent} event */
  function send(event) {
    event.preventDefault();
    speak.keepNote();
  }
  return html`
    <form id="note-form" class="answer" onSubmit=${send}>
      ${h(SuggestBox, {
        id: 'note-text',
        label: text.note.field,
        value: speak.begunNote,
        maxLength,
        isReadOnly: isSending,
        describedBy: 'note-hint',
        sources: [source],
        onWrite: (written) => speak.writeNote(written),
      })}
      <button class="primary">${text.note.keep}</button>
      <p id="note-hint" class="quiet hint">${text.note.field}. ${text.note.hint}.</p>
    </form>
  `;
}
