import { runsIn, type Signs } from './inline.ts';
import { type Line, type Written, writtenOf } from './lines.ts';

const signs: Signs = [
  ['`', 'code'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
];

/** A mention, a channel, a command or a link in angle brackets, each with or without a label. */
const bracketed = /<([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g;

/**
 * A message in Slack's mrkdwn (https://docs.slack.dev/messaging/formatting-message-text). `emoji` knows the signs of
 * names; a name that it does not know stays.
 */
export function readSlack(mrkdwn: string, emoji: (name: string) => string | undefined): Written {
  const blocks = mrkdwn.split(/```\n?/);
  const lines = blocks.flatMap((block, index) => (index % 2 === 1 ? codeLines(block) : linesIn(block, emoji)));
  return writtenOf(lines);
}

function codeLines(block: string): Line[] {
  const lines = unescaped(block).trimEnd().split('\n');
  return lines.map((text) => ({ kind: 'line', runs: [{ text, marks: [] }] }));
}

function linesIn(block: string, emoji: (name: string) => string | undefined): Line[] {
  let isQuoteToEnd = false;
  return block.split('\n').map((line): Line => {
    const [, arrows, afterQuote] = /^(&gt;&gt;&gt;|&gt;) ?(.*)$/.exec(line) ?? [];
    isQuoteToEnd ||= arrows === '&gt;&gt;&gt;';
    const [, afterBullet] = /^\s*[•◦▪] ?(.*)$/.exec(line) ?? [];
    const kind = afterQuote !== undefined || isQuoteToEnd ? 'quote' : afterBullet === undefined ? 'line' : 'item';
    const words = unescaped(withEmoji(afterQuote ?? afterBullet ?? line, emoji));
    return { kind, runs: runsIn(words, signs) };
  });
}

/** `:+1::skin-tone-3:` is one sign. */
function withEmoji(text: string, emoji: (name: string) => string | undefined): string {
  return text.replace(/:([a-z0-9_+'-]{1,100}(?:::skin-tone-[2-6])?):/g, (whole, name: string) => emoji(name) ?? whole);
}

function unescaped(text: string): string {
  return text
    .replace(bracketed, (_, target: string, label: string | undefined) => unbracketed(target, label))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function unbracketed(target: string, label: string | undefined): string {
  // Ids of people and channels mean nothing outside Slack.
  if (target.startsWith('@')) return `@${label ?? 'colleague'}`;
  if (target.startsWith('#')) return `#${label ?? 'channel'}`;
  if (target.startsWith('!')) return label ?? '';
  const address = target.replace(/^(mailto|tel):/, '');
  return label === undefined || label === address ? address : `${label} (${address})`;
}
