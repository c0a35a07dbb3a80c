import { z } from 'zod';
import type { CustomerEvent } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Conversation } from '../../machines/record/record.ts';
import { UNKNOWN } from '../../policy/engine/diagram/variables.ts';
import { buttonsOf, commandButton } from '../wording/buttons.ts';
import { type Question, questionOf } from '../wording/questions.ts';
import { type Action, actionSchema } from '../wording/replies/reply.ts';
import { shownBack } from '../wording/shown-back.ts';
import { wordsOf } from '../wording/words-of.ts';
import { answered, unclear } from './answers/answer-events.ts';
import { isDetail } from './answers/details.ts';
import { readSubmitted } from './answers/direct-answers.ts';
import { refuseImpossible } from './answers/impossible.ts';

type Answer = NonNullable<Extract<Action, { questionId: string }>['answer']>;

/** A card's own inputs arrive beside `returns`, so its answer may stand there too. */
const submitSchema = z.object({ returns: actionSchema, answer: z.union([z.string(), z.array(z.string())]).optional() });

/** The action that a button or a card sends with a message; `undefined` if it sends none. */
export function actionIn(value: unknown): Action | undefined {
  const { data } = submitSchema.safeParse(value);
  if (!data) return undefined;
  const { returns, answer } = data;
  return 'questionId' in returns && returns.answer === undefined && answer !== undefined
    ? { ...returns, answer }
    : returns;
}

/** The event of a customer's action; one for a question that is not open any more is stale. */
export function readAction(interview: Interview, conversation: Conversation, action: Action): CustomerEvent {
  if ('command' in action) return readCommandAction(action);
  const { open } = conversation;
  const { questionId, answer, shown } = action;
  if (!open || open.id !== questionId) return { type: 'stale' };
  if (shown !== undefined && shown !== shownBack(conversation)) return { type: 'stale' };
  if (answer === undefined) return unclear;
  const question = questionOf(interview, conversation, open);
  return refuseImpossible(
    interview,
    conversation,
    readById(question, answer) ?? readSubmitted(interview, question, answer),
  );
}

/** The action of the button whose title a message is, for channels that send back words alone. */
export function actionOfTitle(
  interview: Interview,
  conversation: Conversation,
  question: Question | undefined,
  text: string,
): Action | undefined {
  const words = wordsOf(interview);
  const { open } = conversation;
  const buttons = [
    ...(open && question ? buttonsOf(interview, conversation, question, open) : []),
    commandButton(words, 'change'),
    commandButton(words, 'human'),
  ];
  const sent = text.trim().toLowerCase();
  return buttons.find(({ title }) => title.toLowerCase() === sent)?.action;
}

function readCommandAction({ command, fact }: Extract<Action, { command: string }>): CustomerEvent {
  switch (command) {
    case 'change':
      return { type: 'change', ...(fact !== undefined && { fact }) };
    case 'start-over':
      return { type: 'startOver' };
    default:
      return { type: command };
  }
}

/** An answer that is one of the ids of its question; `undefined` if it has to be read as words. */
function readById({ id, input, choices, allowsUnknown, hourOf }: Question, answer: Answer): CustomerEvent | undefined {
  const isUnknown = answer === UNKNOWN && allowsUnknown;
  if (hourOf !== undefined) return isUnknown ? { type: 'noHour' } : undefined;
  if (isDetail(id)) {
    if (isUnknown) return { type: 'detail', details: { [id]: null } };
    return id === 'item' && isChoice(choices, answer) ? { type: 'detail', details: { item: answer } } : undefined;
  }
  if (id === 'confirm' || id === 'offerHuman' || id === 'eraseData') {
    return typeof answer === 'boolean' ? { type: answer ? 'yes' : 'no' } : undefined;
  }
  if (id === 'changeWhich') return isChoice(choices, answer) ? { type: 'change', fact: answer } : undefined;
  if (id === 'choose') return isChoice(choices, answer) ? { type: 'choose', option: answer } : undefined;
  const isStated = isUnknown || (input === 'choice' && isChoice(choices, answer));
  return isStated ? answered(id, answer) : undefined;
}

function isChoice(choices: Question['choices'], answer: Answer): answer is string {
  return choices.some(({ value }) => value === answer);
}
