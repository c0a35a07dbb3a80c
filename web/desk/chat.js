// What was said, and the box to answer in.
import { byId, el, formatted, timeOf } from './dom.js';

const list = byId('transcript');
const nearEndPx = 120;
let shown = '';

/** Shows the transcript, at its end unless somebody reads further up. */
export function showChat({ reference, transcript }) {
  const now = `${reference} ${transcript.at(-1)?.id}`;
  if (now === shown) return;
  const isSame = shown.split(' ')[0] === reference;
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx;
  list.replaceChildren(...transcript.map(message));
  if (!isSame || isAtEnd) scrollToEnd();
  shown = now;
}

export function scrollToEnd() {
  list.scrollTop = list.scrollHeight;
}

/** Without a case there is nothing to read. */
export function clearChat() {
  shown = '';
  list.replaceChildren();
}

const names = { customer: 'Customer', bot: 'Assistant', agent: 'Colleague' };

function message({ at, who, name, text, files, keptFiles = [] }) {
  // A customer's words stay exactly as they are.
  const words = who === 'customer' ? [text] : formatted(text);
  const lost = files.filter((file) => !keptFiles.some((kept) => kept.name === file));
  return el(
    'li',
    { class: `said said-${who}` },
    el('p', { class: 'said-who' }, name ?? names[who], ' ', el('time', { datetime: at }, timeOf(at))),
    text !== '' && el('p', { class: 'said-text' }, ...words),
    keptFiles.map(kept),
    lost.map((file) => el('p', { class: 'said-file' }, `File: ${file}`)),
  );
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

function kept({ id, name, contentType }) {
  const address = `desk/api/files/${encodeURIComponent(id)}`;
  const isPicture = pictures.includes(contentType);
  const shows = isPicture ? el('img', { src: address, alt: name, loading: 'lazy' }) : name;
  return el('a', { class: 'said-file', href: address, target: '_blank', rel: 'noreferrer' }, shows);
}
