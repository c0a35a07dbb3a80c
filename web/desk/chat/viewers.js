/** @import { Viewer } from '../../../src/desk/screen/viewers.ts' */
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';

const { viewing, writing } = words.page.chat;

/**
 * The colleagues who have the case open, or write in it.
 * @param {{ viewers: Viewer[] }} props
 */
export function Viewers({ viewers }) {
  const lines = viewers.map(({ agent, isTyping }) => fillIn(isTyping ? writing : viewing, { agent: agent.name }));
  return html`<p class="viewers quiet" aria-live="polite">${lines.join(' · ')}</p>`;
}
