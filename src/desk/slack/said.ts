import type { SlackMessage } from './inbound.ts';

/** What stands in angle brackets in Slack's text: a mention, a channel, a command or a link, each with or without a label. */
const bracketed = /<([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g;

/** A message of an agent as the customer reads it: without Slack's notation, its files as names and links. */
export function wordsOf({ text, files }: Pick<SlackMessage, 'text' | 'files'>): string {
  const words = text
    .replace(bracketed, (_, target: string, label: string | undefined) => unbracketed(target, label))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
  const named = files.map(({ name, permalink }) => [name ?? 'a file', permalink].filter(Boolean).join(': '));
  return [words, ...named].filter(Boolean).join('\n');
}

function unbracketed(target: string, label: string | undefined): string {
  // Ids of people and channels mean nothing outside Slack.
  if (target.startsWith('@')) return `@${label ?? 'colleague'}`;
  if (target.startsWith('#')) return `#${label ?? 'channel'}`;
  if (target.startsWith('!')) return label ?? '';
  const address = target.replace(/^(mailto|tel):/, '');
  return label === undefined || label === address ? address : `${label} (${address})`;
}

/** What a person wrote in a thread. */
export type SaidInThread = SlackMessage & { user: string; thread_ts: string };

/** Whether a person wrote it in a thread, as a new message: no bot, no edit, nobody joining. */
export function isSaidInThread(message: SlackMessage): message is SaidInThread {
  const { subtype, bot_id: bot, user, thread_ts: thread, ts } = message;
  const isNew = subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
  return isNew && bot === undefined && user !== undefined && thread !== undefined && thread !== ts;
}
