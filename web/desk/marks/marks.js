// The tags of the open case, and putting it aside.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
import { tomorrowMorning } from '../model/bulk.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { timeOf } from '../words/times.js';

const { marks: text } = words.finding;
const hourMs = 3_600_000;

/** @param {{ view: CaseView, desk: Desk, now: number }} props */
export function Marks({ view: { tags, state, snoozedUntil }, desk, now }) {
  const isOpen = state === 'waiting' || state === 'claimed';
  const isAside = snoozedUntil !== undefined && Date.parse(snoozedUntil) > now;
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function saveTags(event) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('tags');
    const given = typeof typed === 'string' ? typed.split(',').map((tag) => tag.trim()) : [];
    desk.take({ action: 'tag', tags: given.filter((tag) => tag !== '') });
  }
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function snooze(event) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('until');
    const date = new Date(typeof typed === 'string' ? typed : '');
    if (!Number.isNaN(date.getTime())) asideUntil(date.toISOString());
  }
  const asideUntil = (/** @type {string} */ until) => desk.take({ action: 'snooze', until });
  return html`
    <details class="marks" open=${isAside}>
      <summary>${text.title} ${tags.map((tag) => html`<span key=${tag} class="badge badge-tag">${tag}</span> `)}</summary>
      <form onSubmit=${saveTags}>
        <label for="tags">${text.tags}</label>
        <input id="tags" name="tags" key=${tags.join()} defaultValue=${tags.join(', ')} maxlength="400" autocomplete="off" />
        <button>${text.saveTags}</button>
      </form>
      ${
        isAside &&
        html`<p>${fillIn(text.aside, { time: timeOf(snoozedUntil) })}</p>
          <button type="button" onClick=${() => desk.take({ action: 'snooze' })}>${text.wake}</button>`
      }
      ${
        isOpen &&
        !isAside &&
        html`<div class="buttons">
            <button type="button" onClick=${() => asideUntil(new Date(now + hourMs).toISOString())}>${text.hour}</button>
            <button type="button" onClick=${() => asideUntil(tomorrowMorning(now))}>${text.tomorrow}</button>
          </div>
          <form onSubmit=${snooze}>
            <label for="until">${text.until}</label>
            <input id="until" name="until" type="datetime-local" required />
            <button>${text.snooze}</button>
          </form>`
      }
    </details>
  `;
}
