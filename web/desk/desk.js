// The desk: a live queue, the case beside its chat, and the steps of people.
import { clearActions, closeForm, press, showActions } from './actions.js';
import { caseInAddress, showInAddress, watchAddress } from './address.js';
import { get, post, watch } from './api.js';
import { clearChat, scrollToEnd, showChat } from './chat.js';
import { openCheck } from './check.js';
import { byId, reasonWords, stateWords } from './dom.js';
import { clearPacket, showPacket } from './packet.js';
import { announce, moveFocus, searched, showQueue, tick } from './queue.js';

const me = document.body.dataset.agent;
const search = byId('search');
const answerText = byId('answer-text');
const trouble = byId('trouble');
const unread = new Set();
const announced = new Set();
/** Answers that were begun, by case. */
const drafts = new Map();
const tickMs = 15_000;
const typingMs = 3_000;
let cases = [];
let filter = 'open';
let selected;
let view;
let isLoading = false;
let isStale = false;
let typedAt = 0;

/** Reads everything anew; calls that come meanwhile make it read once more. */
async function refresh() {
  if (isLoading) {
    isStale = true;
    return;
  }
  isLoading = true;
  try {
    do {
      isStale = false;
      const reference = selected;
      const [queue, found] = await Promise.all([
        get(`cases?state=${filter}`),
        reference === undefined ? undefined : caseOf(reference),
      ]);
      cases = queue.cases;
      if (reference === selected) view = found?.case;
      if (reference !== undefined && reference === selected && !view) leave(`There is no case ${reference}`);
      show();
      say('');
    } while (isStale);
  } catch (error) {
    say(error.code === 'offline' ? 'The desk cannot be reached; trying again.' : error.message);
  } finally {
    isLoading = false;
  }
}

/** One case; nothing where the address names one that does not exist. */
function caseOf(reference) {
  return get(`cases/${encodeURIComponent(reference)}`).catch((error) => {
    if (error.code !== 'unknown-case') throw error;
  });
}

function say(text) {
  trouble.textContent = text;
  trouble.hidden = text === '';
}

function show() {
  announce(cases, announced);
  showList();
  if (!view) return;
  const { reference, state, agent, shop, because, urgent } = view;
  byId('chat-title').textContent =
    `${reference} · ${agent && state === 'claimed' ? `with ${agent.name}` : stateWords(state)}`;
  byId('packet-title').textContent = `${shop.name} · ${reasonWords(because)}${urgent ? ' · urgent' : ''}`;
  showPacket(view);
  showActions(view, { me, take });
  const isMine = state === 'claimed' && agent?.id === me;
  byId('answer').hidden = !isMine;
  byId('silent').hidden = isMine;
  byId('silent').textContent =
    state === 'waiting' ? 'Claim the case to talk with the customer.' : `The case is ${stateWords(state)}.`;
  // Last, when it is settled how much room there is.
  showChat(view);
}

function showList() {
  const found = searched(cases, search.value);
  showQueue(found, { selected, me, unread, onOpen: open });
  const none = byId('no-cases');
  none.hidden = found.length > 0;
  none.textContent = search.value
    ? 'No case has these words.'
    : 'Nobody is waiting. New cases appear here by themselves.';
}

async function open(reference) {
  if (selected !== undefined) drafts.set(selected, answerText.value);
  selected = reference;
  view = undefined;
  showInAddress(reference);
  unread.delete(reference);
  answerText.value = drafts.get(reference) ?? '';
  pane('chat');
  await refresh();
  byId('chat-title').focus();
}

function leave(title = 'No case is open here') {
  if (selected !== undefined) drafts.set(selected, answerText.value);
  selected = undefined;
  view = undefined;
  showInAddress(undefined);
  byId('chat-title').textContent = title;
  byId('packet-title').textContent = 'The case';
  byId('answer').hidden = true;
  byId('silent').hidden = true;
  clearChat();
  clearPacket();
  clearActions();
  pane('queue');
  showList();
}

/** Opens the case that the address names, or leaves the open one. */
function follow(reference) {
  if (reference === selected) return;
  if (reference === undefined) leave();
  else open(reference);
}

/** Takes a step; says whether it was done. */
async function take(action, body = {}) {
  const reference = selected;
  try {
    const done = await post(`cases/${encodeURIComponent(reference)}/${action}`, body);
    if (reference === selected) view = done.case;
    show();
    // At once, before somebody has gone on to another field.
    if (action === 'claim') answerText.focus();
    // The button that was pressed is gone.
    else if (document.activeElement === document.body) byId('chat-title').focus();
    await refresh();
    return true;
  } catch (error) {
    await refresh();
    say(error.message);
    return false;
  }
}

/** On a phone one part is seen at a time. */
function pane(name) {
  document.body.dataset.pane = name;
  for (const button of document.querySelectorAll('[data-to]')) {
    if (button.dataset.to === name) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  if (name === 'chat') scrollToEnd();
}

async function answer(event) {
  event.preventDefault();
  const text = answerText.value.trim();
  if (text === '' || answerText.readOnly) return;
  answerText.readOnly = true;
  if (await take('say', { text })) answerText.value = '';
  answerText.readOnly = false;
  answerText.focus();
}

/** The customer sees that somebody writes; said again while that goes on. */
function showTyping() {
  if (selected === undefined || answerText.value === '' || Date.now() - typedAt < typingMs) return;
  typedAt = Date.now();
  post(`cases/${encodeURIComponent(selected)}/typing`).catch(() => undefined);
}

const keys = {
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
  c: () => press('claim'),
  r: () => press('rule'),
  a: () => answerText.focus(),
  '/': () => search.focus(),
  '?': () => byId('keys').showModal(),
};

function onKey(event) {
  const { key, target } = event;
  const isTyping = target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select');
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (key === 'Escape') {
    if (closeForm()) return;
    if (isTyping) target.blur();
    else if (selected) leave();
    return;
  }
  if (isTyping || !Object.hasOwn(keys, key)) return;
  event.preventDefault();
  keys[key]();
}

document.addEventListener('keydown', onKey);
search.addEventListener('input', showList);
byId('answer').addEventListener('submit', answer);
answerText.addEventListener('input', showTyping);
answerText.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId('answer').requestSubmit();
});
byId('check-open').addEventListener('click', openCheck);
byId('keys-open').addEventListener('click', () => byId('keys').showModal());
for (const radio of document.querySelectorAll('[name="filter"]')) {
  radio.addEventListener('change', () => {
    filter = radio.value;
    refresh();
  });
}
for (const button of document.querySelectorAll('[data-to]'))
  button.addEventListener('click', () => (button.dataset.to === 'queue' ? leave() : pane(button.dataset.to)));
watch((change) => {
  if (change?.what === 'customer-message' && change.reference !== selected) unread.add(change.reference);
  refresh();
});
setInterval(tick, tickMs);
watchAddress(follow);
if (caseInAddress() === undefined) refresh();
else follow(caseInAddress());
