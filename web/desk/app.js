// The desk as it stands on the page: the queue, the chat and the case side by side, or one of them on a phone.
/** @import { Check, CheckState } from './check/model.js' */
/** @import { Desk } from './model/desk.js' */
/** @import { DeskState, Pane } from './model/state.js' */
/** @import { Files, FilesState } from './speak/files.js' */
/** @import { Speak, SpeakState } from './speak/model.js' */
import { h } from 'preact';
import { AlertsDialog } from './alerts/alerts-dialog.js';
import { Bar } from './bar.js';
import { Case } from './case/case.js';
import { Chat } from './chat/chat.js';
import { CheckDialog } from './check/check-dialog.js';
import { HandedNotices } from './hands/handed-notices.js';
import { KeysDialog } from './keys/keys-dialog.js';
import { page } from './page.js';
import { html } from './parts/html.js';
import { Queue } from './queue/queue.js';
import { RepliesDialog } from './speak/replies-dialog.js';
import { fillIn, reasonWords, words } from './words/desk-words.js';
import { troubleWords } from './words/trouble.js';

const { panes, urgentCase } = words.page;
const me = page.agent.id;

/**
 * @param {object} props
 * @param {DeskState} props.state
 * @param {Desk} props.desk
 * @param {CheckState} props.checkState
 * @param {Check} props.check
 * @param {SpeakState} props.speakState
 * @param {Speak} props.speak
 * @param {FilesState} props.filesState
 * @param {Files} props.files
 * @param {'keys' | 'alerts' | undefined} props.dialog the dialog that is open
 * @param {(dialog: 'keys' | 'alerts' | undefined) => void} props.openDialog
 */
export function App({ state, desk, checkState, check, speakState, speak, filesState, files, dialog, openDialog }) {
  const { counts, colleagues, handed, news, pane } = state;
  const says = troubleWords(state);
  const announcements = news.map(({ reference, because }) =>
    fillIn(urgentCase, { reference, reason: reasonWords(because) }),
  );
  return html`
    <div class="desk" data-pane=${pane}>
      ${h(Bar, { counts, colleagues, agent: page.agent, desk, openCheck: () => check.open(), openKeys: () => openDialog('keys'), openAlerts: () => openDialog('alerts') })}
      <p id="urgent" class="unseen" aria-live="polite">${announcements.join(' ')}</p>
      <div class="notices">
        ${h(HandedNotices, { handed, desk })}
        <div class="trouble" role="alert" hidden=${says === ''}>
          <p>${says}</p>
          ${state.trouble && html`<button type="button" onClick=${() => desk.dismissTrouble()}>${words.page.dismiss}</button>`}
        </div>
      </div>
      <main class="board">
        ${h(Queue, { state, desk, me })}
        <nav class="panes" aria-label=${panes.label}>
          ${paneButton('queue', state, desk)} ${paneButton('chat', state, desk)} ${paneButton('case', state, desk)}
        </nav>
        ${h(Chat, { state, desk, speakState, speak, filesState, files, me })} ${h(Case, { state, desk, me })}
      </main>
      ${h(KeysDialog, { isOpen: dialog === 'keys', onClose: () => openDialog(undefined) })}
      ${h(AlertsDialog, { isOpen: dialog === 'alerts', onClose: () => openDialog(undefined), state, desk })}
      ${h(RepliesDialog, { view: state.view, state: speakState, speak })}
      ${h(CheckDialog, { state: checkState, check, onOpen: (reference) => void desk.open(reference) })}
    </div>
  `;
}

/**
 * @param {Pane} pane
 * @param {DeskState} state
 * @param {Desk} desk
 */
function paneButton(pane, state, desk) {
  const isCurrent = pane === state.pane ? 'true' : undefined;
  return html`
    <button type="button" aria-current=${isCurrent} onClick=${() => desk.showPane(pane)}>${panes[pane]}</button>
  `;
}
