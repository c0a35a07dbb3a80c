import { createQueue } from '../../dialogs/turns/queue.ts';
import type { Store } from '../../store/store.ts';
import { refusalText } from '../case/text/refusal-text.ts';
import type { Desk } from '../desk.ts';
import { fillIn, words } from '../words/words.ts';
import type { Agents } from './agents.ts';
import type { SlackMessage } from './events.ts';
import type { Hint } from './hints.ts';
import { keyOf, SLACK } from './links.ts';

/** The mark that begins a message for colleagues only. */
const aside = '//';

/** Takes what is written in the threads of cases to their customers. */
export function createThread(deps: {
  desk: Pick<Desk, 'act'>;
  store: Pick<Store, 'caseLinkByKey'>;
  agents: Agents;
  hint: Hint;
}): (message: SlackMessage) => Promise<void> {
  const inTurn = createQueue();

  async function say(message: ThreadMessage): Promise<void> {
    const { channel, user, ts, thread_ts: thread } = message;
    const link = await deps.store.caseLinkByKey(SLACK, keyOf({ channel, ts: thread }));
    const text = messageText(message);
    if (!link || text === '' || text.startsWith(aside)) return;
    const { reference } = link;
    const by = await deps.agents(user);
    // Channel and ts are the name of a message in Slack, the same at every attempt.
    const key = `slack said ${channel} ${ts}`;
    const acted = await deps.desk.act({ reference, event: { type: 'say', by, text }, key });
    if (acted.kind === 'done') return;
    const isFree = acted.kind === 'not-in-this-state' && (acted.state === 'waiting' || acted.state === 'handed-back');
    const what = fillIn(words.refusals.notSent, { why: refusalText(acted, reference) });
    await deps.hint(user, isFree ? `${what} ${words.slack.claimAndSend}` : what, {
      thread,
      claimable: isFree ? reference : undefined,
    });
  }

  return async (message) => {
    if (!isThreadMessage(message)) return;
    // What is written first arrives first, though the name of who wrote it takes its time.
    await inTurn(message.thread_ts, () => say(message));
  };
}

/** Text in angle brackets in Slack: a mention, a channel, a command or a link, each with or without a label. */
const bracketed = /<([^<>|]{1,3000})(?:\|([^<>]{0,3000}))?>/g;

/** A message of an agent as the customer reads it: without Slack's notation, its files as names and links. */
export function messageText({ text, files }: Pick<SlackMessage, 'text' | 'files'>): string {
  const plain = text
    .replace(bracketed, (_, target: string, label: string | undefined) => unbracketed(target, label))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
  const named = files.map(({ name, permalink }) =>
    [name ?? words.case.unnamedFile, permalink].filter(Boolean).join(': '),
  );
  return [plain, ...named].filter(Boolean).join('\n');
}

function unbracketed(target: string, label: string | undefined): string {
  // Ids of people and channels mean nothing outside Slack.
  if (target.startsWith('@')) return `@${label ?? 'colleague'}`;
  if (target.startsWith('#')) return `#${label ?? 'channel'}`;
  if (target.startsWith('!')) return label ?? '';
  const address = target.replace(/^(mailto|tel):/, '');
  return label === undefined || label === address ? address : `${label} (${address})`;
}

/** A person's message in a thread. */
export type ThreadMessage = SlackMessage & { user: string; thread_ts: string };

/** True if a person wrote it in a thread, as a new message: no bot, no edit, nobody joining. */
export function isThreadMessage(message: SlackMessage): message is ThreadMessage {
  const { subtype, bot_id: bot, user, thread_ts: thread, ts } = message;
  const isNew = subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
  return isNew && bot === undefined && user !== undefined && thread !== undefined && thread !== ts;
}
