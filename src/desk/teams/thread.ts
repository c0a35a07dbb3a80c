import { randomUUID } from 'node:crypto';
import type { Acted } from '../../dialogs/turns/turn.ts';
import { isOfTeamsItself, readTeamsHtml } from '../../dialogs/wording/markup/teams.ts';
import { HttpError } from '../../http/errors.ts';
import type { Store } from '../../store/store.ts';
import { refusalText } from '../case/text/refusal-text.ts';
import type { Desk } from '../desk.ts';
import { eventOf, readRequest } from '../requests.ts';
import { fillIn, words } from '../words/words.ts';
import { agentOf, isInChannel } from './agents.ts';
import { type AnswerDeps, createAnswers } from './answers.ts';
import { plainMessage } from './card/parts.ts';
import { type CommandDeps, commandIn, createCommands } from './commands.ts';
import type { TeamsActivity } from './events.ts';
import { TEAMS } from './links.ts';

/** Options of agents' messages. */
export interface ThreadDeps extends AnswerDeps, CommandDeps {
  desk: CommandDeps['desk'] & Pick<Desk, 'act'>;
  store: AnswerDeps['store'] & Pick<Store, 'caseLinkByKey'>;
  channel: string;
}

/** Takes what agents write: in the thread of a case to its customer, elsewhere commands. */
export function createThread(deps: ThreadDeps): (activity: TeamsActivity, text: string) => Promise<void> {
  const { desk, store } = deps;
  const answer = createAnswers(deps);
  const resultOf = createCommands(deps);

  async function toCustomer(reference: string, activity: TeamsActivity, text: string): Promise<void> {
    const hint = (text === '' ? undefined : await say(reference, activity, text)) ?? hintOnFiles(activity, text);
    if (hint !== undefined) await answer(activity, () => plainMessage(hint));
  }

  /** Passes a message on; returns the reason if the customer has not got it. */
  async function say(reference: string, activity: TeamsActivity, text: string): Promise<string | undefined> {
    try {
      const { markdown, text: words } = writtenIn(activity, text);
      const request = readRequest('say', { text: words });
      if (request.action === 'rule') return undefined;
      const event = { ...eventOf(request, agentOf(activity)), ...(markdown !== undefined && { markdown }) };
      const key = `${TEAMS} ${activity.id ?? randomUUID()}`;
      return hintOn(await desk.act({ reference, event, key }), reference);
    } catch (error) {
      if (error instanceof HttpError) return notSent(`${error.message}.`);
      throw error;
    }
  }

  /** What colleagues write to each other stands with the case at every desk. */
  async function note(reference: string, activity: TeamsActivity, text: string): Promise<void> {
    const words = text.replace(/^\/\//, '').trim();
    const event = { type: 'note', by: agentOf(activity), text: words } as const;
    if (words !== '') await desk.act({ reference, event, key: `${TEAMS} ${activity.id ?? randomUUID()}` });
  }

  return async (activity, text) => {
    if (isFromBot(activity)) return;
    const command = commandIn(text);
    const obey = (): Promise<void> => answer(activity, () => resultOf(command, activity));
    if (!isInChannel(activity, deps.channel)) return obey();
    const isToBot = isBotMentioned(activity);
    const link = await store.caseLinkByKey(TEAMS, activity.conversation.id);
    if (link && !(isToBot && command)) {
      if (isAmongAgents(activity, text)) await note(link.reference, activity, text);
      else await toCustomer(link.reference, activity, text);
      return;
    }
    // With leave to read the channel everything said in it arrives here.
    if (isToBot) await obey();
  };
}

/** True if somebody spoke to the bot. */
export function isBotMentioned({ entities = [], recipient }: TeamsActivity): boolean {
  return entities.some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
}

function isFromBot({ from, recipient }: TeamsActivity): boolean {
  return from === undefined || from.id === recipient?.id || from.id.startsWith('28:');
}

/** True if a message begins with `//` or mentions a colleague, and so is not meant for the customer. */
function isAmongAgents({ entities = [], recipient }: TeamsActivity, text: string): boolean {
  const callsColleague = entities.some(
    ({ type, mentioned }) => type === 'mention' && mentioned && mentioned.id !== recipient?.id,
  );
  return text.startsWith('//') || callsColleague;
}

function hintOn(acted: Acted, reference: string): string | undefined {
  if (acted.kind === 'done') return undefined;
  const hint = notSent(refusalText(acted, reference));
  const isFree = acted.kind === 'not-in-this-state' && acted.state === 'waiting';
  return isFree ? `${hint} ${words.teams.claimFirst}` : hint;
}

/** Emoji are pictures in Teams as well. */
function hasPastedPicture(html: string): boolean {
  return /<img\b(?![^>]{0,2000}(?:schema\.skype\.com\/Emoji|emoticon))[^>]{0,2000}>/i.test(html);
}

function notSent(why: string): string {
  return fillIn(words.refusals.notSent, { why });
}

/** The words with their form, which Teams repeats as HTML beside the text. */
function writtenIn({ attachments = [], recipient }: TeamsActivity, text: string): { text: string; markdown?: string } {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  const written = typeof html === 'string' ? readTeamsHtml(html, recipient?.name ?? '') : undefined;
  return written && written.text !== '' ? written : { text };
}

/** Teams repeats the text as an attachment, and names what it answers to; whatever else there is stays behind. */
function hintOnFiles({ attachments = [] }: TeamsActivity, text: string): string | undefined {
  const hasFiles = attachments.some(
    ({ contentType, content }) =>
      !isOfTeamsItself(contentType) || (typeof content === 'string' && hasPastedPicture(content)),
  );
  if (!hasFiles) return undefined;
  return text === '' ? notSent(words.refusals.filesNotSent) : words.refusals.filesLeftBehind;
}
