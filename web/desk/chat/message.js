/** @import { TranscriptMessage } from '../../../src/desk/case/case-view.ts' */
/** @import { Part } from './markdown.js' */
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { timeOf } from '../words/times.js';
import { partsOf } from './markdown.js';

const names = { ...words.case.speakers, agent: words.page.chat.colleague };
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/**
 * One message with its files. A customer's words stay exactly as they are.
 * @param {TranscriptMessage} message
 */
export function message({ id, at, who, name, text, files, keptFiles = [], fromCase }) {
  const lost = files.filter((file) => !keptFiles.some((kept) => kept.name === file));
  return html`
    <li key=${id} class="said said-${who}">
      <p class="said-who"><bdi>${name ?? names[who]}</bdi>${fromCase && ` (${fillIn(words.case.fromCase, { reference: fromCase })})`} <time datetime=${at}>${timeOf(at)}</time></p>
      ${text !== '' && html`<p class="said-text">${who === 'customer' ? text : partsOf(text).map(formatted)}</p>`}
      ${keptFiles.map(keptFile)}
      ${lost.map((file) => html`<p class="said-file">${fillIn(words.page.chat.file, { name: file })}</p>`)}
    </li>
  `;
}

/** @param {Part} part */
function formatted(part) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'bold':
      return html`<strong>${part.text}</strong>`;
    case 'link':
      return html`<a href=${part.address} target="_blank" rel="noreferrer">${part.text}</a>`;
  }
}

/** @param {NonNullable<TranscriptMessage['keptFiles']>[number]} file */
function keptFile({ id, name, contentType }) {
  const address = `desk/api/files/${encodeURIComponent(id)}`;
  const picture = html`<img src=${address} alt=${name} loading="lazy" />`;
  return html`
    <a class="said-file" href=${address} target="_blank" rel="noreferrer">
      ${pictures.includes(contentType) ? picture : name}
    </a>
  `;
}
