import { createQueue } from '../../dialogs/turns/queue.ts';
import type { Written } from '../../dialogs/wording/markup/lines.ts';
import { readSlack } from '../../dialogs/wording/markup/slack.ts';
import type { Store } from '../../store/store.ts';
import { refusalText } from '../case/text/refusal-text.ts';
import type { Desk } from '../desk.ts';
import { fillIn, words } from '../words/words.ts';
import type { Agents } from './agents.ts';
import { emojiIn } from './emoji.ts';
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
    const { text, markdown } = writtenIn(message);
    if (!link) return;
    if (text.startsWith(aside)) return note(link.reference, message, text.slice(aside.length).trim());
    if (text === '') return deps.hint(user, fillIn(words.refusals.notSent, { why: words.slack.noWords }), { thread });
    const { reference } = link;
    const by = await deps.agents(user);
    // Channel and ts are the name of a message in Slack, the same at every attempt.
    const key = `slack said ${channel} ${ts}`;
    const acted = await deps.desk.act({ reference, event: { type: 'say', by, text, markdown }, key });
    if (acted.kind === 'done') return;
    const isFree = acted.kind === 'not-in-this-state' && (acted.state === 'waiting' || acted.state === 'handed-back');
    const what = fillIn(words.refusals.notSent, { why: refusalText(acted, reference) });
    await deps.hint(user, isFree ? `${what} ${words.slack.claimAndSend}` : what, {
      thread,
      claimable: isFree ? reference : undefined,
    });
  }

  /** What colleagues write to each other stands with the case at every desk. */
  async function note(reference: string, { channel, user, ts }: ThreadMessage, text: string): Promise<void> {
    if (text === '') return;
    const event = { type: 'note', by: await deps.agents(user), text } as const;
    await deps.desk.act({ reference, event, key: `slack said ${channel} ${ts}` });
  }

  return async (message) => {
    if (!isThreadMessage(message)) return;
    // What is written first arrives first, though the name of who wrote it takes its time.
    await inTurn(message.thread_ts, () => say(message));
  };
}

type Content = Pick<SlackMessage, 'text' | 'files' | 'attachments' | 'blocks'>;

/** A message of an agent as the customer reads it: with what was shared in it, its files as names and links. */
export function writtenIn({ text, files, attachments, blocks }: Content): Written {
  const emoji = emojiIn(blocks);
  const shared = attachments.flatMap(({ is_share: isShare, text: words = '' }) =>
    isShare && words.trim() !== '' ? [words.replace(/^/gm, '&gt; ')] : [],
  );
  const named = files.map(({ name, permalink }) =>
    [name ?? words.case.unnamedFile, permalink].filter(Boolean).join(': '),
  );
  return readSlack([text.trim(), ...shared, ...named].filter(Boolean).join('\n'), emoji);
}

/** A person's message in a thread. */
export type ThreadMessage = SlackMessage & { user: string; thread_ts: string };

/** `me_message` is what `/me` says. */
const newSubtypes = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** True if a person wrote it in a thread, as a new message: no bot, no edit, nobody joining. */
export function isThreadMessage(message: SlackMessage): message is ThreadMessage {
  const { subtype, bot_id: bot, user, thread_ts: thread, ts } = message;
  const isNew = subtype === undefined || newSubtypes.has(subtype);
  return isNew && bot === undefined && user !== undefined && thread !== undefined && thread !== ts;
}
