/** @import { Files, FilesState } from './files.js' */
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';

const text = words.speak.files;

/**
 * The button for files, and those that go with the next answer.
 * @param {{ reference: string, state: FilesState, files: Files }} props
 */
export function FileField({ reference, state, files }) {
  const ready = state.files[reference] ?? [];
  /** @param {{ currentTarget: HTMLInputElement }} event */
  function choose({ currentTarget }) {
    files.add([...(currentTarget.files ?? [])]);
    // The same file can be chosen once more.
    currentTarget.value = '';
  }
  return html`
    <label class="file-button">
      <span>${text.attach}</span>
      <input
        type="file"
        multiple
        accept="image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain"
        aria-label=${text.field}
        onChange=${choose}
      />
    </label>
    <p class="mistake" role="alert">${state.refusal}</p>
    <p class="quiet" role="status">${state.isUploading ? text.sending : ''}</p>
    <ul class="files-ready">
      ${ready.map(
        ({ id, name }) => html`
          <li key=${id}>
            ${name}
            <button type="button" aria-label=${fillIn(text.remove, { name })} onClick=${() => files.leaveOut(id)}>×</button>
          </li>
        `,
      )}
    </ul>
  `;
}
