import { h } from 'preact';
import { Dialog } from '../parts/dialog.js';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';

const { keys } = words.page;
const kbd = (/** @type {string} */ key) => html`<kbd>${key}</kbd>`;
const [beforeKeys, afterKeys] = keys.answer.split('{keys}');

/**
 * The list of keys.
 * @param {{ isOpen: boolean, onClose: () => void }} props
 */
export function KeysDialog({ isOpen, onClose }) {
  const content = html`
    <dl class="keys">
      <dt>${kbd('j')} ${kbd('k')}</dt><dd>${keys.nextAndPrevious}</dd>
      <dt>${kbd('Enter')}</dt><dd>${keys.open}</dd>
      <dt>${kbd('c')}</dt><dd>${keys.claim}</dd>
      <dt>${kbd('a')}</dt><dd>${beforeKeys}${kbd('Ctrl')} ${kbd('Enter')}${afterKeys}</dd>
      <dt>${kbd('n')}</dt><dd>${keys.note}</dd>
      <dt>${kbd('r')}</dt><dd>${keys.rule}</dd>
      <dt>${kbd('t')}</dt><dd>${keys.takeOver}</dd>
      <dt>${kbd('g')}</dt><dd>${keys.assign}</dd>
      <dt>${kbd('o')}</dt><dd>${keys.reopen}</dd>
      <dt>${kbd('x')}</dt><dd>${words.finding.keys.select}</dd>
      <dt>${kbd('l')}</dt><dd>${words.finding.keys.tags}</dd>
      <dt>${kbd('/')}</dt><dd>${keys.search}</dd>
      <dt>${kbd('Esc')}</dt><dd>${keys.leave}</dd>
      <dt>${kbd('?')}</dt><dd>${keys.list}</dd>
    </dl>
  `;
  return h(Dialog, { id: 'keys', title: keys.title, isOpen, onClose, content });
}
