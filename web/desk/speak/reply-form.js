/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { CannedReply } from '../../../src/desk/replies/replies.ts' */
/** @import { Speak, SpeakState } from './model.js' */
import { useLayoutEffect } from 'preact/hooks';
import { html } from '../parts/html.js';
import { textIn } from '../steps/step-form.js';
import { fillIn, words } from '../words/desk-words.js';
import { placeholders } from './placeholders.js';

const text = words.speak.replies;
const named = placeholders.map((name) => `{${name}}`).join(', ');

/**
 * A reply as it is kept, or a new one.
 * @param {{ reply: Partial<CannedReply>, view: CaseView, state: SpeakState, speak: Speak }} props
 */
export function ReplyForm({ reply, view, state, speak }) {
  const { id, of = 'me', title, text: body, language } = reply;
  useLayoutEffect(() => document.getElementById('reply-title')?.focus(), []);
  const languages = [...new Set([view.language, language])].flatMap((one) => one ?? []);
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function save(event) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wanted = textIn(data, 'language');
    speak.keepReply({
      ...(id !== undefined && { id }),
      of: textIn(data, 'of') === 'shop' ? 'shop' : 'me',
      title: textIn(data, 'title'),
      text: textIn(data, 'text'),
      ...(wanted !== '' && { language: wanted }),
    });
  }
  return html`
    <form onSubmit=${save}>
      <h3>${id === undefined ? text.new : text.change}</h3>
      <p class="mistake" role="alert">${state.mistake}</p>
      <label for="reply-title">${text.name}</label>
      <input id="reply-title" name="title" maxlength="80" required defaultValue=${title} />
      <label for="reply-text">${text.text}</label>
      <textarea id="reply-text" name="text" rows="5" maxlength="2000" required aria-describedby="reply-names" defaultValue=${body} />
      <p id="reply-names" class="quiet">${fillIn(text.placeholders, { names: named })}</p>
      ${id === undefined ? whose(of, state) : html`<input type="hidden" name="of" value=${of} />`}
      <label for="reply-language">${text.language}</label>
      <select id="reply-language" name="language">
        <option value="">${text.anyLanguage}</option>
        ${languages.map((one) => html`<option key=${one} value=${one} selected=${one === language}>${languageName(one)}</option>`)}
      </select>
      <div class="buttons">
        <button class="primary">${text.save}</button>
        <button type="button" onClick=${() => speak.edit(undefined)}>${words.steps.cancel}</button>
      </div>
    </form>
  `;
}

/**
 * @param {CannedReply['of']} of
 * @param {SpeakState} state
 */
function whose(of, { mayKeepShops }) {
  if (!mayKeepShops) return html`<input type="hidden" name="of" value="me" />`;
  /** @param {CannedReply['of']} value */
  const choice = (value) => html`
    <label class="choice">
      <input type="radio" name="of" value=${value} defaultChecked=${value === of} />
      <span>${value === 'me' ? text.mine : text.shops}</span>
    </label>
  `;
  return html`<fieldset><legend>${text.whose}</legend>${choice('me')}${choice('shop')}</fieldset>`;
}

/** @param {string} id */
function languageName(id) {
  return new Intl.DisplayNames('en', { type: 'language' }).of(id) ?? id;
}
