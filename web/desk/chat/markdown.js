// What of the Markdown of our own messages is shown: bold text and links to web addresses.

/** @typedef {{ kind: 'text' | 'bold', text: string } | { kind: 'link', text: string, address: string }} Part */

const marks = /\\([\s\S])|\*\*(.+?)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g;

/**
 * The parts of a message; whatever is no mark is text.
 * @param {string} markdown
 * @returns {Part[]}
 */
export function partsOf(markdown) {
  /** @type {Part[]} */
  const parts = [];
  let from = 0;
  for (const match of markdown.matchAll(marks)) {
    const [whole, escaped, bold, label = '', address] = match;
    parts.push({ kind: 'text', text: markdown.slice(from, match.index) + (escaped ?? '') });
    if (bold !== undefined) parts.push({ kind: 'bold', text: unescaped(bold) });
    if (address !== undefined) parts.push({ kind: 'link', text: unescaped(label), address });
    from = match.index + whole.length;
  }
  parts.push({ kind: 'text', text: markdown.slice(from) });
  return parts.filter(({ text }) => text !== '');
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/\\([\s\S])/g, '$1');
}
