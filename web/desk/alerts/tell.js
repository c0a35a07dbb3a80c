/** @import { Choices } from '../../../src/desk/screen/screen.ts' */
/** @import { Alert } from '../model/alerts.js' */
import { fillIn, reasonWords, words } from '../words/desk-words.js';
import { areAllowed, notify } from './notifications.js';
import { playSound } from './sound.js';

const { alerts } = words.page;

/**
 * Tells an agent of news as they want it: by a sound, and by a notification while the page is not in front.
 * @param {Alert[]} news
 * @param {{ choices: Choices, isLookedAt: boolean, open: (reference: string) => void }} how
 */
export function tell(news, { choices, isLookedAt, open }) {
  if (choices.sound) playSound();
  if (!choices.notifications || !areAllowed() || isLookedAt) return;
  for (const { kind, one } of news) {
    const { reference, because } = one;
    const text = fillIn(alerts[kind], { reference, reason: reasonWords(because) });
    notify({ reference, text, onClick: () => open(reference) });
  }
}
