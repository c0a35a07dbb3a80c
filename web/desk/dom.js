// How the desk shows things. Text becomes text nodes alone: no markup is ever made from what anybody wrote.

/** An element with attributes, listeners (`onClick`) and children; absent children are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false && child !== ''));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** What of the house's Markdown is shown: bold text and links to web addresses. */
const marks = /\\([\s\S])|\*\*(.+?)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** The house's own messages, whose Markdown becomes elements. */
export function formatted(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, escaped, bold, label, address] = match;
    parts.push(text.slice(from, match.index));
    if (escaped !== undefined) parts.push(escaped);
    else if (bold !== undefined) parts.push(el('strong', {}, plain(bold)));
    else parts.push(el('a', { href: address, target: '_blank', rel: 'noreferrer' }, plain(label)));
    from = match.index + whole.length;
  }
  return [...parts, text.slice(from)];
}

function plain(text) {
  return text.replace(/\\([\s\S])/g, '$1');
}

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A time of day, with the day where that is not today. */
export function timeOf(instant) {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? clockTime : dayAndTime).format(date);
}

/** How long ago something was, e.g. "4 min". */
export function since(instant) {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

const because = {
  'asked-for-human': 'asked for a person',
  'human-review': 'the policy leaves it open',
  'refuse-delivery': 'a courier is at the door',
  contradiction: 'word against order',
};
const resolutions = {
  return: 'return',
  cancellation: 'cancellation',
  'warranty-repair': 'repair under warranty',
  'refuse-delivery': 'refuse the parcel',
  'accept-delivery': 'accept the parcel',
  'inspect-on-delivery': 'inspect on delivery',
  'not-eligible': 'not eligible',
  'human-review': 'a person decides',
  exception: 'something else',
};
const sources = {
  stated: 'said',
  inferred: 'inferred, not confirmed',
  order: 'order system',
  warranty: 'warranty register',
};
const history = {
  filed: 'filed',
  claimed: 'claimed',
  released: 'given back to the queue',
  ruled: 'ruled',
  'handed-back': 'handed back to the assistant',
  closed: 'closed',
  cancelled: 'withdrawn by the customer',
  reopened: 'reopened',
};

const wordsIn = (table) => (id) => (Object.hasOwn(table, id) ? table[id] : id);
export const reasonWords = wordsIn(because);
export const sourceWords = wordsIn(sources);
export const historyWords = wordsIn(history);
/** One resolution, or several with "or" between them. */
export const resolutionWords = (ids) => ids.split(' or ').map(wordsIn(resolutions)).join(' or ');
/** A resolution as the head of a line. */
export const resolutionTitle = (id) => {
  const words = resolutionWords(id);
  return words[0].toUpperCase() + words.slice(1);
};
export const stateWords = (state) => state.replace('-', ' ');
