/** @import { Colleague } from '../../../src/desk/standing/standing.ts' */
/** @import { Desk } from '../model/desk.js' */
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';

const { presence: text } = words.page;
const presences = /** @type {const} */ (['here', 'away', 'off']);
const capacities = [1, 2, 3, 5, 8, 12, 20];

/** @typedef {{ colleagues: Colleague[], me: string, desk: Desk }} Props */

/**
 * If I am there.
 * @param {Props} props
 */
export function PresenceSwitch({ colleagues, me, desk }) {
  const { presence = 'here' } = colleagues.find(({ id }) => id === me) ?? {};
  /** @param {{ currentTarget: HTMLSelectElement }} event */
  const appear = ({ currentTarget }) => {
    const chosen = presences.find((one) => one === currentTarget.value);
    if (chosen) desk.appear({ presence: chosen });
  };
  return html`
    <select aria-label=${text.label} value=${presence} onChange=${appear}>
      ${presences.map((one) => html`<option value=${one}>${text[one]}</option>`)}
    </select>
  `;
}

/**
 * How many cases I take.
 * @param {Props} props
 */
export function CapacitySwitch({ colleagues, me, desk }) {
  const { presence = 'here', capacity } = colleagues.find(({ id }) => id === me) ?? {};
  const limits = capacity === undefined || capacities.includes(capacity) ? capacities : [...capacities, capacity];
  /** @param {{ currentTarget: HTMLSelectElement }} event */
  const limit = ({ currentTarget }) =>
    desk.appear({ presence, capacity: currentTarget.value === '' ? null : Number(currentTarget.value) });
  return html`
    <select aria-label=${text.capacity} value=${capacity ?? ''} onChange=${limit}>
      <option value="">${text.noLimit}</option>
      ${limits.map((count) => html`<option value=${count}>${fillIn(text.atMost, { count })}</option>`)}
    </select>
  `;
}
