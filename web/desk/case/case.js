// The open case: what is known of it, and the steps to take.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
import { h } from 'preact';
import { Marks } from '../marks/marks.js';
import { Packet } from '../packet/packet.js';
import { html } from '../parts/html.js';
import { countdown } from '../queue/countdown.js';
import { steps } from '../steps/steps.js';
import { fillIn, reasonWords, words } from '../words/desk-words.js';
import { caseFile } from './case-file.js';

const text = words.page.case;

/** @param {{ state: DeskState, desk: Desk, me: string }} props */
export function Case({ state, desk, me }) {
  const { view } = state;
  return html`
    <section class="case-pane" aria-labelledby="case-title">
      <h2 id="case-title" class="pane-title">${titleOf(state)}</h2>
      ${view && countdownLine(view, state.now)}
      ${view && h(Marks, { key: view.reference, view, desk, now: state.now })}
      <div id="case-file" key=${view?.reference} class="case-file" role="region" tabindex="0" aria-label=${text.details}>
        ${view && caseFile(view)}
        ${view && h(Packet, { key: view.reference, view, desk, onOpen: (reference) => void desk.open(reference) })}
      </div>
      <div id="actions" class="actions">${view && steps(view, state, desk, me)}</div>
    </section>
  `;
}

/**
 * The time until an answer is promised, as in the list.
 * @param {CaseView} view
 * @param {number} now
 */
function countdownLine(view, now) {
  if (view.dueAt === undefined && view.waitingSince === undefined) return undefined;
  const { instant, text: time, isOverdue } = countdown(view, now);
  return html`<p key="due" class="case-due"><time class=${isOverdue ? 'case-overdue' : undefined} datetime=${instant}>${time}</time></p>`;
}

/** @param {DeskState} state */
function titleOf({ view }) {
  if (!view) return text.title;
  const { shop, because, urgent } = view;
  const heading = fillIn(text.heading, { shop: shop.name, reason: reasonWords(because) });
  return urgent ? `${heading} · ${text.urgent}` : heading;
}
