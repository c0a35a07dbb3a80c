import { asksForPersonElsewhere } from '../languages/persons.ts';
import { anyOf } from '../text/phrases.ts';
import { plainAnswer, plainText } from '../text/plain-text.ts';
import en from './en/commands.json' with { type: 'json' };

/** A request that a customer can make at any time, instead of answering; `mistake` says that an answer was one. */
export type Command = 'human' | 'back' | 'start-over' | 'help' | 'change' | 'mistake';

const LEAD = new RegExp(`^(?:${anyOf(en.leads)}[ ,.!-]+)*`);
const TAIL = new RegExp(`(?:[ ,.!-]+${anyOf(en.tails)})+$`);

const PERSON = `(?:${anyOf(en.personAdjectives)}[ -])*${anyOf(en.persons)}s?`;
const ANYBODY = `(?:${PERSON}|${anyOf(en.anybody)})`;
/** "Change one of my earlier answers". */
const CHANGE_ANSWER = `${anyOf(en.changeVerbs)} ${anyOf(en.whose)}(?: ${anyOf(en.which)})* ${anyOf(en.entries)}`;

const COMMANDS: [Command, RegExp][] = [
  ['human', new RegExp(`^(?:${PERSON}|${anyOf(en.reach)} ${ANYBODY}|${anyOf(en.human)})$`)],
  ['start-over', new RegExp(`^${anyOf(en.startOver)}$`)],
  ['back', new RegExp(`^${anyOf(en.back)}$`)],
  ['help', new RegExp(`^${anyOf(en.help)}$`)],
  ['change', new RegExp(`^(?:${CHANGE_ANSWER}|${anyOf(en.change)})$`)],
  ['mistake', new RegExp(`^${anyOf(en.mistake)}$`)],
];

/**
 * The command that the whole message is, or undefined: a command word inside an answer ("it came back broken") is none.
 */
export function readCommand(text: string): Command | undefined {
  if (/^\?[?\s]*$/.test(plainText(text, 40))) return 'help';
  const answer = plainAnswer(text);
  // A longer message tells a story; also keeps the patterns' time bounded.
  if (answer.length > 100) return undefined;
  const bare = answer.replace(TAIL, '');
  const request = bare.replace(LEAD, '');
  const command = COMMANDS.find(([, pattern]) => pattern.test(request) || pattern.test(bare))?.[0];
  return command ?? (asksForPersonElsewhere(text) ? 'human' : undefined);
}
