import { h } from 'preact';
import { html } from '../parts/html.js';
import { Unsent } from './unsent.js';

/**
 * The reason why there is nothing to answer in, with an answer that had been begun.
 * @param {{ says: string, begun: string, discard: () => void }} props
 */
export function Silence({ says, begun, discard }) {
  return [
    begun !== '' && h(Unsent, { key: 'unsent', text: begun, discard }),
    html`<p key="silent" class="quiet silent">${says}</p>`,
  ];
}
