// Merging the cases that are picked into one of them.
/** @import { Desk } from '../model/desk.js' */
import { useState } from 'preact/hooks';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';

const { bulk } = words.finding;

/** @param {{ picked: string[], isSending: boolean, desk: Desk }} props */
export function MergePicked({ picked, isSending, desk }) {
  const [chosen, choose] = useState('');
  const [isSure, setSure] = useState(false);
  if (picked.length < 2) return undefined;
  const into = picked.includes(chosen) ? chosen : (picked[0] ?? '');
  const from = picked.filter((one) => one !== into).join(', ');
  /** @param {Event & { currentTarget: HTMLSelectElement }} event */
  function change({ currentTarget }) {
    choose(currentTarget.value);
    setSure(false);
  }
  /** Customers hear of it, so it takes two presses. */
  function press() {
    setSure(!isSure);
    if (isSure) void desk.takeWithPicked(() => ({ action: 'merge', into }), into);
  }
  return html`
    <label for="bulk-merge">${bulk.mergeInto}</label>
    <select id="bulk-merge" value=${into} onChange=${change}>
      ${picked.map((one) => html`<option key=${one} value=${one}>${one}</option>`)}
    </select>
    <button type="button" disabled=${isSending} onClick=${press}>
      ${isSure ? fillIn(bulk.confirmMerge, { from, into }) : fillIn(bulk.merge, { into })}
    </button>
  `;
}
