// The desk by keys.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { Command } from './commands.js' */
import { moveFocus } from '../queue/case-list.js';
import { commandOf } from './commands.js';

const typedInto = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select';

/**
 * Obeys the keys of the desk, except while a dialog or the menu is open, which have keys of their own.
 * @param {Desk} desk
 * @param {() => void} showKeys
 */
export function watchKeys(desk, showKeys) {
  /** @type {Record<Exclude<Command, 'leave'>, () => void>} */
  const act = {
    next: () => moveFocus(1),
    previous: () => moveFocus(-1),
    claim: () => press('claim'),
    rule: () => press('approve'),
    'take-over': () => press('take-over'),
    assign: () => press('assign'),
    reopen: () => press('reopen'),
    answer: () => write('answer'),
    note: () => write('note'),
    select: pickFocused,
    tags: openTags,
    search: () => document.getElementById('search')?.focus(),
    keys: showKeys,
  };
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const isTyping = target.matches(typedInto);
    const command = commandOf(event, { isTyping });
    if (command === undefined || document.querySelector('dialog[open], :popover-open')) return;
    if (command === 'leave') return leave(desk, isTyping ? target : undefined);
    event.preventDefault();
    act[command]();
  });
}

/**
 * Leaves the form of a step, else the field that somebody types into, else the open case.
 * @param {Desk} desk
 * @param {HTMLElement | undefined} field
 */
function leave(desk, field) {
  if (desk.closeForm()) return;
  if (field) field.blur();
  else desk.leave();
}

/** Picks the case that has the focus, else the open one, for a step with several. */
function pickFocused() {
  const row = document.activeElement?.closest('.row') ?? document.querySelector('.case[aria-current]')?.closest('.row');
  /** @type {HTMLInputElement | null | undefined} */
  const box = row?.querySelector('.pick input');
  box?.click();
}

/** Opens the tags of the open case, to be typed. */
function openTags() {
  document.querySelector('.marks')?.setAttribute('open', '');
  document.getElementById('tags')?.focus();
}

/**
 * Goes to the box in which people write to the customer, or to colleagues.
 * @param {'answer' | 'note'} mode
 */
function write(mode) {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(`[data-writes="${mode}"]`);
  button?.click();
  // The box is there once its button has had its effect.
  document.getElementById(`${mode}-text`)?.focus();
}

/**
 * Presses the button of a step if it is there.
 * @param {string} step
 */
function press(step) {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(`#actions button[data-does="${step}"]`);
  button?.click();
}
