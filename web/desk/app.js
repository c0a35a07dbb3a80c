// The desk as it stands on the page: the queue, the chat and the case side by side, or one of them on a phone.
/** @import { Check, CheckState } from './check/model.js' */
/** @import { Desk } from './model/desk.js' */
/** @import { DeskState, Pane } from './model/state.js' */
/** @import { Files, FilesState } from './speak/files.js' */
/** @import { Speak, SpeakState } from './speak/model.js' */
import { h } from 'preact';
import { Bar } from './bar.js';
import { Case } from './case/case.js';
import { Chat } from './chat/chat.js';
import { CheckDialog } from './check/check-dialog.js';
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
 * @param {boolean} props.areKeysOpen
 * @param {(areOpen: boolean) => void} props.openKeys
 */
export function App({ state, desk, checkState, check, speakState, speak, filesState, files, areKeysOpen, openKeys }) {
  const { cases, news, pane } = state;
  const says = troubleWords(state);
  const announcements = news.map(({ reference, because }) =>
    fillIn(urgentCase, { reference, reason: reasonWords(because) }),
  );
  return html`
    <div class="desk" data-pane=${pane}>
      ${h(Bar, { cases, agentName: page.agent.name, openCheck: () => check.open(), openKeys: () => openKeys(true) })}
      <p id="urgent" class="unseen" aria-live="polite">${announcements.join(' ')}</p>
      <p class="trouble" role="alert" hidden=${says === ''}>${says}</p>
      <main class="board">
        ${h(Queue, { state, desk, me })}
        <nav class="panes" aria-label=${panes.label}>
          ${paneButton('queue', state, desk)} ${paneButton('chat', state, desk)} ${paneButton('case', state, desk)}
        </nav>
        ${h(Chat, { state, desk, speakState, speak, filesState, files, me })} ${h(Case, { state, desk, me })}
      </main>
      ${h(KeysDialog, { isOpen: areKeysOpen, onClose: () => openKeys(false) })}
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
