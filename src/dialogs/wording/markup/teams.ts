import { type Line, type Mark, type Run, type Written, writtenOf } from './lines.ts';

const marksByTag: Record<string, Mark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
};
const ownLine = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'blockquote', 'pre', 'tr', 'h1', 'h2', 'h3', 'hr']);
/** What is quoted by these is another message, which the customer has not seen. */
const replyQuote = /<blockquote\b[^>]{0,500}schema\.skype\.com\/Reply[^>]{0,500}>[\s\S]{0,8000}?<\/blockquote>/gi;
const mention = /<span\b[^>]{0,300}schema\.skype\.com\/Mention[^>]{0,300}>([^<]{0,200})<\/span>/gi;
const token = /<(\/?)([a-z][a-z0-9]{0,20})\b([^<>]{0,3000})>|([^<]+|<)/gi;

/** The HTML of a message in Teams, without the mention of the bot, `botName`. */
export function readTeamsHtml(html: string, botName: string): Written {
  const own = withoutQuotes(html)
    .replace(replyQuote, '')
    .replace(mention, (_, name: string) => (decoded(name).trim() === botName ? '' : name));
  const lines: Line[] = [];
  const open: string[] = [];
  const counters: number[] = [];
  let runs: Run[] = [];
  const kind = (): Line['kind'] => (open.includes('blockquote') ? 'quote' : open.includes('li') ? 'item' : 'line');
  const endLine = (isForced = false): void => {
    const isBlank = runs.every(({ text }) => text.trim() === '');
    if (!isBlank || isForced) lines.push({ kind: kind(), runs: isBlank ? [] : trimmed(runs) });
    runs = [];
  };
  for (const [, slash, name = '', attributes = '', text] of own.matchAll(token)) {
    const tag = name.toLowerCase();
    if (text !== undefined) {
      const marks = open.flatMap((one) => marksByTag[one] ?? []);
      runs.push({ text: decoded(text).replace(/[ \t\r\n\f]+/g, ' '), marks: [...new Set(marks)] });
    } else if (tag === 'img') runs.push({ text: /\balt="([^"]{0,100})"/i.exec(attributes)?.[1] ?? '', marks: [] });
    else if (tag === 'br') endLine(true);
    else {
      if (ownLine.has(tag)) endLine();
      if (slash) open.splice(Math.max(open.lastIndexOf(tag), 0), open.includes(tag) ? 1 : 0);
      else open.push(tag);
      if (tag === 'ol' || tag === 'ul') slash ? counters.pop() : counters.push(tag === 'ol' ? 1 : 0);
      if (tag === 'li' && !slash) runs.push(...numberOf(counters));
    }
  }
  endLine();
  return writtenOf(lines);
}

/** The number of an item in a list that has numbers. */
function numberOf(counters: number[]): Run[] {
  const count = counters.at(-1) ?? 0;
  if (count === 0) return [];
  counters[counters.length - 1] = count + 1;
  return [{ text: `${count}. `, marks: [] }];
}

function trimmed(runs: Run[]): Run[] {
  return runs.map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run));
}

/** True for what Teams adds to a message by itself: its text as HTML, and the message that it answers to. */
export function isOfTeamsItself(contentType: string): boolean {
  return contentType === 'text/html' || contentType === 'messageReference';
}

/**
 * A plain text of Teams without its tags: quotes of other messages are left out, and of mentions, where it has any, the
 * names stay.
 */
export function withoutTeamsTags(text: string, { isMentioning }: { isMentioning: boolean }): string {
  const own = withoutQuotes(text).replace(/<blockquote\b[^>]{0,500}>[\s\S]{0,8000}?<\/blockquote>/gi, '');
  return isMentioning ? own.replace(/<\/?at\b[^<>]{0,100}>/gi, '') : own;
}

function withoutQuotes(text: string): string {
  return text.replace(/<quoted\b[^<>]{0,500}\/>|<quoted\b[^<>]{0,500}>(?:[^<]{0,8000}<\/quoted>)?/gi, '');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
  });
}
