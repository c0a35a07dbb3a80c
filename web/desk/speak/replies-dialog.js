// The list of canned replies and clauses, each filled in as the customer would read it.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { ClauseView } from '../../../src/desk/case/clause-view.ts' */
/** @import { CannedReply } from '../../../src/desk/replies/replies.ts' */
/** @import { Speak, SpeakState } from './model.js' */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { page } from '../page.js';
import { Dialog } from '../parts/dialog.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { filled, valuesOf } from './placeholders.js';
import { foundClauses, foundReplies, quoted } from './replies.js';
import { ReplyForm } from './reply-form.js';

const text = words.speak.replies;

/** @param {{ view: CaseView | undefined, state: SpeakState, speak: Speak }} props */
export function RepliesDialog({ view, state, speak }) {
  const isOpen = state.areRepliesOpen && view !== undefined;
  const content =
    isOpen &&
    (state.editing ? h(ReplyForm, { reply: state.editing, view, state, speak }) : h(ReplyList, { view, state, speak }));
  return h(Dialog, { id: 'replies', title: text.title, isOpen, onClose: () => speak.showReplies(false), content });
}

/** @param {{ view: CaseView, state: SpeakState, speak: Speak }} props */
function ReplyList({ view, state, speak }) {
  const [query, search] = useState('');
  const values = valuesOf(view, page.agent);
  const replies = foundReplies(state.replies, query, view.language);
  const clauses = foundClauses(view, query);
  /** @param {{ currentTarget: HTMLInputElement }} event */
  const type = ({ currentTarget }) => search(currentTarget.value);
  return html`
    <label for="reply-search">${text.search}</label>
    <input id="reply-search" type="search" value=${query} onInput=${type} />
    <p class="mistake" role="alert">${state.mistake}</p>
    <h3>${text.list}</h3>
    ${replies.length === 0 && html`<p class="quiet">${query === '' ? text.noneYet : text.none}</p>`}
    <ul class="reply-list">${replies.map((one) => reply(one, { body: filled(one.text, values), state, speak }))}</ul>
    <div class="buttons"><button type="button" onClick=${() => speak.edit({})}>${text.add}</button></div>
    <h3>${text.clauses}</h3>
    <ul class="reply-list">${clauses.map((one) => clause(one, speak))}</ul>
  `;
}

/**
 * @param {CannedReply} one
 * @param {{ body: string, state: SpeakState, speak: Speak }} shown `body`: its text, filled in
 */
function reply(one, { body, state, speak }) {
  const { id, of, title } = one;
  const isOwn = of === 'me' || state.mayKeepShops;
  return html`
    <li key=${id}>
      <p><strong>${title}</strong> <span class="badge">${of === 'me' ? text.mine : text.shops}</span></p>
      <p class="reply-text">${body}</p>
      <div class="buttons">
        ${button(text.insert, text.insertNamed, title, () => speak.insert(body))}
        ${isOwn && button(text.edit, text.editNamed, title, () => speak.edit(one))}
        ${isOwn && button(text.remove, text.removeNamed, title, () => speak.removeReply(one))}
      </div>
    </li>
  `;
}

/**
 * @param {ClauseView} one
 * @param {Speak} speak
 */
function clause(one, speak) {
  return html`
    <li key=${one.id}>
      <p><strong>${one.title}</strong></p>
      <p class="reply-text">${one.text}</p>
      <div class="buttons">${button(text.insert, text.insertNamed, one.title, () => speak.insert(quoted(one)))}</div>
    </li>
  `;
}

/**
 * @param {string} label
 * @param {typeof text.insertNamed | typeof text.editNamed | typeof text.removeNamed} named
 * @param {string} title
 * @param {() => void} press
 */
function button(label, named, title, press) {
  return html`<button type="button" aria-label=${fillIn(named, { title })} onClick=${press}>${label}</button>`;
}
