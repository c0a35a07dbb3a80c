import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Desk } from '../../desk/desk.ts';
import { eventOf, readRequest } from '../../desk/requests.ts';
import type { Policies } from '../../dialogs/policies.ts';
import type { Acted } from '../../dialogs/turn.ts';
import { HttpError } from '../../http/errors.ts';
import type { Agent } from '../../machines/case.ts';
import type { JsonObject, Store } from '../../store/store.ts';
import type { InboundActivity } from '../botframework/inbound.ts';
import { withoutMention } from '../botframework/said.ts';
import { agentOf, isInChannel } from './agents.ts';
import { card, cardMessage, said } from './card-parts.ts';
import { caseCard, headline } from './case-card.ts';
import { checkStart } from './check-form.ts';
import type { Spot, TeamsClient } from './client.ts';
import { queueCard } from './queue-card.ts';
import { TEAMS } from './sink.ts';

/** What agents' messages stand on. */
export interface MessageDeps {
  desk: Pick<Desk, 'view' | 'act' | 'queue' | 'policies'>;
  policies: Pick<Policies, 'current'>;
  store: Pick<Store, 'placeAt' | 'firstSeen'>;
  client: TeamsClient;
  channel: string;
  deskUrl: string;
  now(): Date;
  /** Hears that an answer to an agent could not be brought, by the id of what it answers. */
  onUnanswered(activityId: string, why: { status?: number | undefined; error?: unknown }): void;
}

type Attempt = Awaited<ReturnType<TeamsClient['write']>> & { error?: unknown };

/** For how long a message that comes again is known. */
const REMEMBER_MS = 24 * 60 * 60_000;
/** An answer is tried so often before it is given up: whoever asked can ask again. */
const tries = 3;
const attemptMs = 4_000;
const shortPauseMs = 300;
/** Teams sends a message anew that is not acknowledged within fifteen seconds. */
const longestPauseMs = 1_000;

const help =
  'Write "queue" for the open cases, "case K7M2-9QXD" for one of them, "check" to run a policy for somebody on the phone. In the channel, mention me with it.';

/** Takes what agents write: in the thread of a case to its customer, elsewhere commands. */
export function createMessages(deps: MessageDeps): (activity: InboundActivity) => Promise<void> {
  const { desk, store } = deps;

  async function toCustomer(reference: string, activity: InboundActivity, text: string): Promise<void> {
    const by = agentOf(activity);
    const hint = await say(reference, text, by, `${TEAMS} ${activity.id ?? randomUUID()}`);
    if (hint !== undefined && (await isFirst(activity))) await answer(activity, plain(hint));
  }

  /** Why the customer has not got it, if so. */
  async function say(reference: string, text: string, by: Agent, key: string): Promise<string | undefined> {
    if (text === '') return 'The customer has not got this: files cannot be sent from here, only words.';
    try {
      const request = readRequest('say', { text });
      if (request.action === 'rule') return undefined;
      return hintOn(await desk.act({ reference, event: eventOf(request, by), key }), reference);
    } catch (error) {
      if (error instanceof HttpError) return `The customer has not got this: ${error.message}.`;
      throw error;
    }
  }

  async function obey(activity: InboundActivity, text: string): Promise<void> {
    const command = commandIn(text);
    if (await isFirst(activity)) await answer(activity, await result(command, activity));
  }

  async function result(command: Command | undefined, { from, conversation }: InboundActivity): Promise<JsonObject> {
    switch (command?.name) {
      case 'check':
        return cardMessage(checkStart(desk.policies(), deps.policies.current), 'Run a policy');
      case 'queue':
        return cardMessage(queueCard(await desk.queue({ isOpenOnly: true }), deps.now()), 'Open cases');
      case 'case': {
        const view = await desk.view(command.reference);
        if (!view) return plain(`There is no case ${command.reference}.`);
        const viewers = from && conversation.conversationType === 'personal' ? [from.id] : [];
        return cardMessage(caseCard(view, { deskUrl: deps.deskUrl, viewers }), headline(view));
      }
      default:
        return plain(help);
    }
  }

  async function isFirst({ id, conversation }: InboundActivity): Promise<boolean> {
    if (id === undefined) return true;
    const now = deps.now();
    const forgetBefore = new Date(now.getTime() - REMEMBER_MS).toISOString();
    return store.firstSeen(`${TEAMS} ${conversation.id} ${id}`, now.toISOString(), forgetBefore);
  }

  async function answer({ id = '', serviceUrl, conversation }: InboundActivity, message: JsonObject): Promise<void> {
    if (serviceUrl === undefined) return;
    const to = { serviceUrl, conversationId: conversation.id };
    for (let left = tries; left > 0; left -= 1) {
      const outcome = await attempt(to, message);
      if (outcome.kind === 'delivered') return;
      if (outcome.kind === 'refused' || left === 1) return deps.onUnanswered(id, outcome);
      await wait(Math.min(outcome.afterMs ?? shortPauseMs, longestPauseMs), undefined, { ref: false });
    }
  }

  async function attempt(to: Pick<Spot, 'serviceUrl' | 'conversationId'>, message: JsonObject): Promise<Attempt> {
    try {
      return await deps.client.write(to, message, AbortSignal.timeout(attemptMs));
    } catch (error) {
      return { kind: 'later', error };
    }
  }

  return async (activity) => {
    if (isFromBot(activity)) return;
    const text = withoutMention(activity);
    const isToBot = isBotMentioned(activity);
    if (!isInChannel(activity, deps.channel)) return obey(activity, text);
    const place = await store.placeAt(TEAMS, activity.conversation.id);
    const isCommand = isToBot && commandIn(text) !== undefined;
    if (place && !isCommand) {
      if (!isAmongAgents(activity, text)) await toCustomer(place.reference, activity, withoutTags(text));
      return;
    }
    // With leave to read the channel everything said in it arrives here.
    if (isToBot) await obey(activity, text);
  };
}

/** Whether somebody spoke to the bot. */
export function isBotMentioned({ entities = [], recipient }: InboundActivity): boolean {
  return entities.some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
}

function isFromBot({ from, recipient }: InboundActivity): boolean {
  return from === undefined || from.id === recipient?.id || from.id.startsWith('28:');
}

/** What begins with `//`, or calls a colleague by a mention, is not meant for the customer. */
function isAmongAgents({ entities = [], recipient }: InboundActivity, text: string): boolean {
  const callsColleague = entities.some(
    ({ type, mentioned }) => type === 'mention' && mentioned && mentioned.id !== recipient?.id,
  );
  return text.startsWith('//') || callsColleague;
}

function withoutTags(text: string): string {
  return text.replace(/<\/?at>/g, '');
}

type Command = { name: 'check' | 'queue' } | { name: 'case'; reference: string };

function commandIn(text: string): Command | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [name, reference] = words;
  if (words.length === 1 && (name === 'check' || name === 'queue')) return { name };
  if (words.length === 2 && name === 'case' && reference && /^[0-9a-z]{4}-[0-9a-z]{4}$/.test(reference)) {
    return { name, reference: reference.toUpperCase() };
  }
  return undefined;
}

function hintOn(acted: Acted, reference: string): string | undefined {
  const unsent = 'The customer has not got this:';
  switch (acted.kind) {
    case 'done':
      return undefined;
    case 'taken':
      return `${unsent} ${acted.by.name} has case ${reference}.`;
    case 'not-in-this-state':
      return acted.state === 'waiting'
        ? `${unsent} nobody has claimed case ${reference} yet. Press Claim on its card, then write again.`
        : `${unsent} case ${reference} is ${acted.state}.`;
    default:
      return `${unsent} they have begun anew, and case ${reference} is over.`;
  }
}

function plain(text: string): JsonObject {
  return cardMessage(card([said(text, 600)], []), text);
}
