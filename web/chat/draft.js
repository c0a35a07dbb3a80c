// What is typed and not sent outlives a reload.
import { page } from './page.js';

const key = `returns:${page.policy}:draft`;

/** What was typed before the reload; it is given back once. */
export function takeDraft() {
  try {
    const draft = sessionStorage.getItem(key) ?? '';
    sessionStorage.removeItem(key);
    return draft;
  } catch {
    return '';
  }
}

/** Keeps what stands in the field for messages. */
export function keepDraft() {
  const typed = document.querySelector('#chat textarea');
  const text = typed instanceof HTMLTextAreaElement ? typed.value : '';
  try {
    if (text) sessionStorage.setItem(key, text);
  } catch {
    // It has to be typed again.
  }
}
