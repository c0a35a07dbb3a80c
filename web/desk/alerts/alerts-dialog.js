// How an agent hears of news.
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.js';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { areAllowed, askToNotify } from './notifications.js';
import { playSound } from './sound.js';

const { alerts } = words.page;

/**
 * @param {{ isOpen: boolean, onClose: () => void, state: DeskState, desk: Desk }} props
 */
export function AlertsDialog({ isOpen, onClose, state, desk }) {
  const { choices } = state;
  const [isBlocked, setBlocked] = useState(false);
  /** @param {boolean} sound */
  function chooseSound(sound) {
    // The browser plays sounds only after somebody has done something, and one hears what it is like.
    if (sound) playSound();
    desk.choose({ ...choices, sound });
  }
  /** @param {boolean} notifications */
  async function chooseNotifications(notifications) {
    const isAllowed = !notifications || (await askToNotify());
    setBlocked(!isAllowed);
    desk.choose({ ...choices, notifications: notifications && isAllowed });
  }
  const content = html`
    <p>${alerts.about}</p>
    ${box('alert-sound', alerts.sound, choices.sound, chooseSound)}
    ${box('alert-notifications', alerts.notifications, choices.notifications && areAllowed(), chooseNotifications)}
    <p role="status">${isBlocked ? alerts.blocked : ''}</p>
  `;
  return h(Dialog, { id: 'alerts', title: alerts.title, isOpen, onClose, content });
}

/**
 * @param {string} id
 * @param {string} label
 * @param {boolean} isOn
 * @param {(isOn: boolean) => void} choose
 */
function box(id, label, isOn, choose) {
  /** @param {{ currentTarget: HTMLInputElement }} event */
  const onChange = ({ currentTarget }) => choose(currentTarget.checked);
  return html`<label class="choice"><input id=${id} type="checkbox" checked=${isOn} onChange=${onChange} /> ${label}</label>`;
}
