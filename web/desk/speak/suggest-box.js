/** @import { Asked, Source, Suggestion } from './suggesting.js' */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../parts/html.js';
import { submitOnCtrlEnter } from '../parts/submit.js';
import { fillIn, words } from '../words/desk-words.js';
import { askedAt, inserted } from './suggesting.js';

const maxShown = 8;

/**
 * A box to write in that offers something behind a sign: arrow keys choose, Enter or Tab takes, Escape leaves.
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.label
 * @param {string} props.value
 * @param {number} props.maxLength
 * @param {boolean} [props.isReadOnly]
 * @param {string} [props.describedBy] the id of a hint
 * @param {readonly Source[]} props.sources
 * @param {(text: string) => void} props.onWrite
 */
export function SuggestBox({ id, label, value, maxLength, isReadOnly, describedBy, sources, onWrite }) {
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const caretAfter = useRef(/** @type {number | undefined} */ (undefined));
  const [asked, ask] = useState(/** @type {Asked | undefined} */ (undefined));
  const [at, goTo] = useState(0);
  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    box.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });
  const source = sources.find(({ sign }) => sign === asked?.sign);
  const found = asked && source ? source.find(asked.query).slice(0, maxShown) : [];
  const isOpen = found.length > 0;
  const active = Math.min(at, found.length - 1);
  const idOf = (/** @type {number} */ index) => `${id}-suggestion-${index}`;

  function look() {
    const { current } = box;
    const next = current
      ? askedAt(
          current.value,
          current.selectionEnd,
          sources.map(({ sign }) => sign),
        )
      : undefined;
    if (next?.query !== asked?.query || next?.start !== asked?.start) goTo(0);
    ask(next);
  }

  /** @param {Suggestion | undefined} suggestion */
  function take(suggestion) {
    const { current } = box;
    if (!current || !asked || !suggestion) return;
    const after = inserted(current.value, current.selectionEnd, asked, suggestion);
    caretAfter.current = after.caret;
    ask(undefined);
    onWrite(after.text);
    current.focus();
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key } = event;
    if (isOpen && !event.ctrlKey && !event.metaKey) {
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        goTo((active + (key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
        return event.preventDefault();
      }
      if (key === 'Enter' || key === 'Tab') {
        take(found[active]);
        return event.preventDefault();
      }
      if (key === 'Escape') {
        ask(undefined);
        // The box is left with the next one.
        return event.stopPropagation();
      }
    }
    submitOnCtrlEnter(event);
  }

  return html`
    <div class="suggest">
      <label class="unseen" for=${id}>${label}</label>
      <textarea
        id=${id}
        rows="2"
        maxlength=${maxLength}
        ref=${box}
        value=${value}
        readonly=${isReadOnly}
        aria-describedby=${describedBy}
        aria-autocomplete="list"
        aria-controls=${isOpen ? `${id}-suggestions` : undefined}
        aria-activedescendant=${isOpen ? idOf(active) : undefined}
        onInput=${() => {
          onWrite(box.current?.value ?? '');
          look();
        }}
        onKeyDown=${press}
        onClick=${look}
        onBlur=${() => ask(undefined)}
      />
      <p class="unseen" role="status">${isOpen ? fillIn(words.speak.suggestions, { count: found.length }) : ''}</p>
      ${
        isOpen &&
        html`
          <ul id="${id}-suggestions" class="suggestions" role="listbox" aria-label=${source?.label}>
            ${found.map((one, index) => suggestion(one, { id: idOf(index), isActive: index === active, take }))}
          </ul>
        `
      }
    </div>
  `;
}

/**
 * @param {Suggestion} one
 * @param {{ id: string, isActive: boolean, take: (one: Suggestion) => void }} shown
 */
function suggestion(one, { id, isActive, take }) {
  /** @param {Event} event */
  function choose(event) {
    // The focus stays in the box.
    event.preventDefault();
    take(one);
  }
  return html`
    <li key=${one.id} id=${id} role="option" aria-selected=${isActive ? 'true' : 'false'} onMouseDown=${choose}>
      <strong>${one.title}</strong>${one.detail && html`<span class="suggestion-detail">${one.detail}</span>`}
    </li>
  `;
}
