/** @import { CaseCounts } from '../../src/desk/finding/case-page.ts' */
/** @import { Colleague } from '../../src/desk/standing/standing.ts' */
/** @import { Desk } from './model/desk.js' */
/** @import { DeskState } from './model/state.js' */
import { h } from 'preact';
import { CapacitySwitch, PresenceSwitch } from './hands/presence-switch.js';
import { ownUnread } from './model/unread.js';
import { html } from './parts/html.js';
import { fillIn, words } from './words/desk-words.js';

const text = words.page;

/**
 * The bar above the desk: how many wait, and what is not about one case.
 * @param {object} props
 * @param {CaseCounts | undefined} props.counts
 * @param {Colleague[]} props.colleagues
 * @param {{ id: string, name: string }} props.agent
 * @param {Desk} props.desk
 * @param {() => void} props.openCheck
 * @param {() => void} props.openKeys
 * @param {() => void} props.openAlerts
 */
export function Bar({ counts, colleagues, agent: { id: me, name: agentName }, desk, openCheck, openKeys, openAlerts }) {
  const { waiting = 0, claimed = 0 } = counts ?? {};
  // A dialog gives the focus back to what had it, so that has to be there still: the menu closes first.
  /** @param {{ currentTarget: HTMLElement, target: EventTarget | null }} event */
  const closeMenu = ({ currentTarget, target }) => {
    if (target instanceof HTMLButtonElement) currentTarget.hidePopover();
  };
  return html`
    <header class="bar">
      <h1>${text.title}</h1>
      <p class="bar-state">
        <span>${fillIn(text.waiting, { count: waiting })}</span>
        <span class="bar-held">${` · ${fillIn(text.claimed, { count: claimed })}`}</span>
      </p>
      ${h(PresenceSwitch, { colleagues, me, desk })}
      <button class="bar-more" type="button" popovertarget="bar-menu">${text.menu}</button>
      <div id="bar-menu" class="bar-menu" popover="auto" role="group" aria-label=${text.menu} onClickCapture=${closeMenu}>
        ${h(CapacitySwitch, { colleagues, me, desk })}
        <button type="button" onClick=${openCheck}>${words.check.title}</button>
        <button id="alerts-open" type="button" onClick=${openAlerts}>${text.alerts.title}</button>
        <button id="keys-open" type="button" title=${`${text.keys.label} (?)`} onClick=${openKeys}>${text.keys.title}</button>
        <a class="bar-link" href="desk/people">${text.people}</a>
        <form method="post" action="desk/log-out">
          <span class="bar-name" title=${agentName}><bdi>${agentName}</bdi></span> <button>${text.logOut}</button>
        </form>
      </div>
    </header>
  `;
}

/**
 * The number of waiting cases and of those of this agent in which something is unread, for the title of the page.
 * @param {Pick<DeskState, 'counts' | 'watched' | 'read'>} state
 * @param {string} me
 */
export function titleOf({ counts, watched, read }, me) {
  const { waiting = 0, waitingUrgent: urgent = 0 } = counts ?? {};
  const count = waiting + ownUnread(watched, read, me).length;
  if (urgent > 0) return fillIn(text.titleUrgent, { urgent, count });
  return count > 0 ? fillIn(text.titleWaiting, { count }) : text.title;
}
