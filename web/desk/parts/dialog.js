import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/desk-words.js';
import { html } from './html.js';

/**
 * A dialog over the page, with a heading and a button that closes it.
 * @param {{ id: string, title: string, isOpen: boolean, onClose: () => void, content: unknown }} props
 */
export function Dialog({ id, title, isOpen, onClose, content }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return html`
    <dialog id=${id} aria-labelledby="${id}-title" ref=${dialog} onClose=${onClose}>
      <h2 id="${id}-title">${title}</h2>
      <div class="dialog-body">${content}</div>
      <form method="dialog"><button>${words.page.close}</button></form>
    </dialog>
  `;
}
