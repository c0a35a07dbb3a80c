// The desk: a live queue, the case beside its chat, and the steps of people.
/** @import { CheckState } from './check/model.js' */
/** @import { DeskState } from './model/state.js' */
/** @import { FilesState } from './speak/files.js' */
/** @import { SpeakState } from './speak/model.js' */
import { h, render } from 'preact';
import { elementOf } from '../page.js';
import { tell } from './alerts/tell.js';
import { App } from './app.js';
import { titleOf } from './bar.js';
import { Check } from './check/model.js';
import { watchKeys } from './keys/keys.js';
import { caseInAddress, showInAddress, watchAddress } from './model/address.js';
import { api, watch } from './model/api.js';
import { Desk } from './model/desk.js';
import { Drafts } from './model/drafts.js';
import { page } from './page.js';
import { ignoreSecondClicks } from './parts/second-click.js';
import { Files } from './speak/files.js';
import { Speak } from './speak/model.js';
import { words } from './words/desk-words.js';

const tickMs = 15_000;
const place = elementOf('desk');
const focusOn = (/** @type {string} */ selector) => {
  /** @type {HTMLElement | null} */
  const element = document.querySelector(selector);
  element?.focus();
};

const isLookedAt = () => !document.hidden && document.hasFocus();

const desk = new Desk({
  api,
  me: page.agent.id,
  isLead: page.role !== 'agent',
  drafts: new Drafts({ save: api.keepDraft, storage: sessionStorage, agentId: page.agent.id }),
  isLookedAt,
  alert: (news) =>
    tell(news, { choices: desk.state.choices, isLookedAt: isLookedAt(), open: (reference) => desk.open(reference) }),
  show: (state) => show({ state }),
  showInAddress,
  focus: {
    title: () => focusOn('#chat-title'),
    answer: () => focusOn('#answer-text'),
    steps: () => focusOn('#actions button'),
    isLost: () => document.activeElement === document.body,
  },
});
const check = new Check({ api, show: (checkState) => show({ checkState }) });
const files = new Files({
  api,
  desk,
  words: words.speak.files,
  show: (filesState) => show({ filesState }),
});
const speak = new Speak({
  api,
  desk,
  show: (speakState) => show({ speakState }),
  focusAnswer: () => focusOn('#answer-text'),
});

/** @type {{ state: DeskState, checkState: CheckState, speakState: SpeakState, filesState: FilesState, dialog: 'keys' | 'alerts' | undefined }} */
let shown = {
  state: desk.state,
  checkState: check.state,
  speakState: speak.state,
  filesState: files.state,
  dialog: undefined,
};

/** @param {Partial<typeof shown>} change */
function show(change) {
  shown = { ...shown, ...change };
  render(h(App, { ...shown, desk, check, speak, files, openDialog }), place);
  document.title = titleOf(shown.state, page.agent.id);
}

/** @param {(typeof shown)['dialog']} dialog */
function openDialog(dialog) {
  show({ dialog });
}

show({});
watchKeys(desk, () => openDialog('keys'));
ignoreSecondClicks();
watch((change) => desk.hear(change));
watchAddress((reference) => desk.follow(reference));
addEventListener('pagehide', () => desk.goAway());
addEventListener('focus', () => desk.refresh());
setInterval(() => desk.tick(), tickMs);
desk.readViews();
const named = caseInAddress();
if (named === undefined) desk.refresh();
else desk.follow(named);
