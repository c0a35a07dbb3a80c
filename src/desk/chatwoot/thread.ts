import type { Logger } from 'pino';
import { createQueue } from '../../dialogs/turns/queue.ts';
import type { Acted } from '../../dialogs/turns/turn.ts';
import { readMarkdown } from '../../dialogs/wording/markup/markdown.ts';
import { readLeniently } from '../../lenient.ts';
import type { AgentEvent } from '../../machines/agent.ts';
import type { Agent } from '../../machines/case.ts';
import { rulingsIn } from '../../machines/rulings.ts';
import type { Store } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import { grantsOf, rulingOn } from '../case/rulings.ts';
import { refusalText } from '../case/text/refusal-text.ts';
import type { Desk } from '../desk.ts';
import { fillIn, words } from '../words/words.ts';
import { automation, chatwootUserSchema, isInChatwoot, somebody } from './agents.ts';
import type { ChatwootSettings } from './calls.ts';
import { asWrittenInLine } from './card/markdown.ts';
import type { ChatwootApi } from './client.ts';
import { cleaned, type Mending, readMending, readRuling } from './commands.ts';
import type { MessageCreated, StatusChanged } from './events.ts';
import { addressesIn } from './files.ts';
import type { Links } from './links.ts';
import { ours } from './notifier.ts';

const maxTextLength = 4_000;
const rememberedMs = 7 * 24 * 60 * 60_000;

/** True if what an agent wrote has reached the customer; Chatwoot marks a message as failed where it has not. */
export type Taken = 'done' | 'refused' | 'unknown-conversation';

/** Carries what people in Chatwoot do to the cases; each message once, those of one conversation in order. */
export function createThread(deps: {
  settings: Pick<ChatwootSettings, 'account' | 'url'>;
  api: Pick<ChatwootApi, 'post'>;
  links: Links;
  desk: Pick<Desk, 'view' | 'act'>;
  store: Pick<Store, 'firstSeen'>;
  now(): Date;
  log: Logger;
}) {
  const { settings, api, links, desk, store, now, log } = deps;
  const inOrder = createQueue();

  /** Tells people in Chatwoot, once for each of their messages, why something has not happened. */
  async function explain(id: number, key: string, text: string): Promise<void> {
    const at = now().getTime();
    const forgetBefore = new Date(at - rememberedMs).toISOString();
    if (!(await store.firstSeen(`chatwoot answer ${key}`, new Date(at).toISOString(), forgetBefore))) return;
    // Chatwoot waits five seconds for our answer, so this does not hold it up.
    void api
      .post(id, { content: text, isFromCustomer: false, sourceId: `${ours}answer:${key}` })
      .catch((error: unknown) => log.warn({ err: error }, 'a note in Chatwoot failed'));
  }

  async function say(event: MessageCreated, by: Agent, reference: string): Promise<Taken> {
    const { id } = event.conversation;
    const key = `chatwoot ${settings.account} ${event.id}`;
    const { addresses, isAnyLost } = addressesIn(event.attachments ?? [], settings.url);
    const { text, markdown } = readMarkdown(cleaned([event.content ?? '', ...addresses].join('\n')));
    const isAutomatic = by.id === automation.id;
    const act = (what: Parameters<Desk['act']>[0]['event'], part = '') =>
      desk.act({ reference, event: what, key: `${key}${part}` });
    const speak = (): Promise<Acted> => act({ type: 'say', by, text, markdown, ...(isAutomatic && { isAutomatic }) });
    if (isAnyLost) await explain(id, `${key} file`, words.chatwoot.fileLost);
    if (text === '') return isAnyLost ? 'refused' : 'done';
    if (text.length > maxTextLength) {
      await explain(id, key, notSent(fillIn(words.refusals.tooLong, { count: maxTextLength })));
      return 'refused';
    }
    // Mostly the case is theirs already, and a repeat is done with this.
    let acted = await speak();
    if (acted.kind === 'not-in-this-state' || acted.kind === 'taken') {
      const isAssigned = event.conversation.meta?.assignee?.id === by.id;
      // Whom Chatwoot assigns a conversation takes it from a colleague in Chatwoot, and from nobody elsewhere.
      const isTheirs = acted.kind === 'taken' && isInChatwoot(acted.by) && (isAssigned || acted.by.id === somebody.id);
      const claimed = await act({ type: isTheirs ? 'takeOver' : 'claim', by }, ' claim');
      acted = claimed.kind === 'done' ? await speak() : claimed;
    }
    if (acted.kind === 'done') return 'done';
    await explain(id, key, notSent(reasonOf(acted)));
    return 'refused';
  }

  async function rule(event: MessageCreated, by: Agent, reference: string): Promise<void> {
    const text = cleaned(event.content ?? '');
    const wanted = readRuling(text);
    const key = `chatwoot ${settings.account} ${event.id}`;
    if (!wanted) {
      if (await mend(event, by, reference, text)) return;
      // What colleagues write to each other stands with the case at every desk.
      if (text !== '') await desk.act({ reference, event: { type: 'note', by, text }, key });
      return;
    }
    const view = await desk.view(reference);
    if (!view) return;
    const grants = grantsOf(view);
    const ruling = wanted === 'unclear' ? undefined : rulingOn(view, wanted);
    if (!ruling) {
      const approve = fillIn(words.chatwoot.ruleApprove, { grant: grants[0] ?? '' });
      const uphold = words.chatwoot.ruleUphold;
      const told = fillIn(words.chatwoot.unclearRuling, { approve, uphold, grants: grants.join(', ') });
      return explain(event.conversation.id, key, told);
    }
    const isAgain = wanted !== 'unclear' && wanted.isAgain === true;
    const corrects = isAgain ? rulingsIn(view) || 1 : undefined;
    const acted = await desk.act({ reference, event: { type: 'rule', by, ruling, corrects }, key });
    if (acted.kind !== 'done')
      await explain(event.conversation.id, key, fillIn(words.refusals.notRuled, { why: reasonOf(acted) }));
  }

  /** Takes a case over, opens it again, gives it back or withdraws its ruling, if a private note says so. */
  async function mend(event: MessageCreated, by: Agent, reference: string, text: string): Promise<boolean> {
    const wanted = readMending(text);
    if (!wanted) return false;
    const key = `chatwoot ${settings.account} ${event.id}`;
    const acted = wanted === 'unclear' ? undefined : await desk.act({ reference, event: eventOf(wanted, by), key });
    if (acted?.kind === 'done') return true;
    const told = acted ? fillIn(words.refusals.nothingDone, { why: reasonOf(acted) }) : words.chatwoot.unclearMending;
    await explain(event.conversation.id, key, told);
    return true;
  }

  async function onMessage(event: MessageCreated): Promise<Taken> {
    const by = writerOf(event);
    if (by === undefined) return 'done';
    const reference = await links.caseAt(event.conversation.id);
    if (reference === undefined) return event.private ? 'done' : 'unknown-conversation';
    // A bot of Chatwoot is no person, and two bots are no help: its message is marked as failed there.
    if (!event.private) return by === 'bot' ? 'refused' : say(event, by, reference);
    if (by !== 'bot' && by !== automation) await rule(event, by, reference);
    return 'done';
  }

  async function onStatus(event: StatusChanged): Promise<Taken> {
    const reference = await links.caseAt(event.id);
    const view = reference === undefined ? undefined : await desk.view(reference);
    const key = `chatwoot ${settings.account} ${event.id} ${event.status} ${event.updated_at ?? event.timestamp ?? ''}`;
    if (!view || (await links.isOurs(view.reference, { status: event.status, key }))) return 'done';
    if (event.status === 'open') {
      await openAgain(view, event.meta?.assignee ?? somebody, key);
      return 'done';
    }
    if (event.status !== 'resolved' && event.status !== 'pending') return 'done';
    if (event.status === 'resolved' && view.state === 'waiting' && !event.meta?.assignee) {
      await keepOpen(view.reference, event.id, key);
      return 'done';
    }
    // Chatwoot does not say who it was: whoever in Chatwoot has the case, else whom the conversation is assigned to.
    const holder = view.state === 'claimed' && view.agent && isInChatwoot(view.agent) ? view.agent : undefined;
    const by = holder ?? event.meta?.assignee ?? somebody;
    const act = (what: Parameters<Desk['act']>[0]['event'], part = '') =>
      desk.act({ reference: view.reference, event: what, key: `${key}${part}` });
    if (event.status === 'pending' && view.state === 'waiting') await act({ type: 'claim', by }, ' claim');
    const acted =
      event.status === 'resolved'
        ? await act({ type: 'close', by, note: '' })
        : await act({ type: 'handBack', by, summary: '' });
    if (acted.kind === 'taken')
      await explain(event.id, key, fillIn(words.refusals.unchanged, { why: reasonOf(acted) }));
    return 'done';
  }

  /** What somebody in Chatwoot opens is open again here, and theirs. */
  async function openAgain({ reference, state, steps }: CaseView, by: Agent, key: string): Promise<void> {
    const isOver = state === 'closed' || state === 'handed-back';
    if (isOver && steps.length > 0) await desk.act({ reference, event: { type: 'reopen', by }, key });
  }

  /** What a rule has resolved before anybody has seen it is open again. */
  async function keepOpen(reference: string, id: number, key: string): Promise<void> {
    await explain(id, key, words.chatwoot.notSeen);
    void links
      .setStatus(reference, id, 'open')
      .catch((error: unknown) => log.warn({ err: error }, 'a conversation in Chatwoot could not be opened again'));
  }

  return (event: MessageCreated | StatusChanged): Promise<Taken> => {
    const isMessage = event.event === 'message_created';
    const id = isMessage ? event.conversation.id : event.id;
    return inOrder(String(id), () => (isMessage ? onMessage(event) : onStatus(event)));
  };
}

/** Whose message it is; `undefined` for our own, the customer's, and what is no message at all. */
function writerOf({ message_type: type, source_id: source, sender }: MessageCreated): Agent | 'bot' | undefined {
  if (source?.startsWith(ours)) return undefined;
  if (type === 'template') return automation;
  if (type !== 'outgoing') return undefined;
  if (!sender) return automation;
  if (sender.type !== 'user') return 'bot';
  const user = readLeniently(chatwootUserSchema, sender);
  return user.kind === 'read' ? user.value : undefined;
}

function eventOf(wanted: Mending, by: Agent): AgentEvent {
  switch (wanted.kind) {
    case 'take-over':
      return { type: 'takeOver', by };
    case 'withdraw':
      return { type: 'withdraw', by, note: wanted.note };
    default:
      return { type: wanted.kind, by };
  }
}

/** As Chatwoot's Markdown shows it: names are others' words. */
function reasonOf(refused: Exclude<Acted, { kind: 'done' }>): string {
  return asWrittenInLine(refusalText(refused));
}

function notSent(why: string): string {
  return fillIn(words.refusals.notSent, { why });
}
