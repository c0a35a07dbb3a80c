import type { Policies } from '../../dialogs/turns/policies.ts';
import type { JsonObject } from '../../store/store.ts';
import { headingOf } from '../case/text/case-text.ts';
import type { Desk } from '../desk.ts';
import { fillIn, words } from '../words/words.ts';
import { caseCard } from './card/card.ts';
import { cardMessage, plainMessage } from './card/parts.ts';
import { queueCard } from './card/queue.ts';
import { checkStart } from './check/form.ts';
import type { TeamsActivity } from './events.ts';

/** A command of an agent that the bot answers with a card. */
export type Command = { name: 'check' | 'queue' } | { name: 'case'; reference: string };

/** Options of commands. */
export interface CommandDeps {
  desk: Pick<Desk, 'view' | 'queue' | 'policies'>;
  policies: Pick<Policies, 'current'>;
  deskUrl: string;
  now(): Date;
}

/** The command that a message is, and is alone; a sentence that merely has such a word in it is none. */
export function commandIn(text: string): Command | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [name, reference] = words;
  if (words.length === 1 && (name === 'check' || name === 'queue')) return { name };
  if (words.length === 2 && name === 'case' && reference && /^[0-9a-z]{4}-[0-9a-z]{4}$/.test(reference)) {
    return { name, reference: reference.toUpperCase() };
  }
  return undefined;
}

/** Makes the message that a command asks for; without a command it is the list of them. */
export function createCommands({ desk, policies, deskUrl, now }: CommandDeps) {
  return async (command: Command | undefined, { from, conversation }: TeamsActivity): Promise<JsonObject> => {
    switch (command?.name) {
      case 'check':
        return cardMessage(checkStart(desk.policies(), policies.current), words.check.title);
      case 'queue':
        return cardMessage(queueCard(await desk.queue({ isOpenOnly: true }), now()), words.teams.openCasesTitle);
      case 'case': {
        const view = await desk.view(command.reference);
        if (!view) return plainMessage(fillIn(words.refusals.unknownCase, { reference: command.reference }));
        const viewers = from && conversation.conversationType === 'personal' ? [from.id] : [];
        return cardMessage(caseCard(view, { deskUrl, viewers }), headingOf(view));
      }
      default:
        return plainMessage(words.teams.help);
    }
  };
}
