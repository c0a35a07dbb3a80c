import { readChoice } from '../../../language/choices/choices.ts';
import { changeTarget } from '../../../language/commands/change-target.ts';
import { readCommand } from '../../../language/commands/commands.ts';
import { asksIdentity } from '../../../language/commands/identity-question.ts';
import { isWithdrawal } from '../../../language/commands/withdrawal.ts';
import { readYesNo } from '../../../language/yes-no/yes-no.ts';
import { nextDetail } from '../../../machines/details.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { type Interview, statusOf } from '../../../machines/interview.ts';
import type { Conversation, Range } from '../../../machines/record/record.ts';
import { type Question, questionOf, whyImpossible } from '../../wording/questions.ts';
import { actionOfTitle, readAction } from '../actions.ts';
import { unclear } from '../answers/answer-events.ts';
import { readReply } from '../answers/direct-answers.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import { readCorrected } from './corrections.ts';
import { isEmpty, readFree } from './free-message.ts';
import { isTelling, readWhole, refuseImpossible } from './whole-message.ts';
import { wordCount } from './word-count.ts';

/** Replies of so many words are answers to the question; longer ones may say more, or something else. */
const shortReply = 3;
/** Intents that a short correction is easily taken for. */
const elsewhere = new Set(['out-of-scope', 'refund-status', 'case-status', 'unanswered-question']);

/** Reads the words of a message as what the customer does, given the question that is open. */
export function readText(interview: Interview, conversation: Conversation, text: string): CustomerEvent {
  const { open, case: filed } = conversation;
  // While a person talks with the customer only an answer to that person's question is looked for.
  if (filed?.state === 'claimed' && !open) return unclear;
  if (filed?.state === 'waiting' && isWithdrawal(text)) return { type: 'cancelCase' };
  const pressed = actionOfTitle(interview, conversation, text);
  if (pressed) return readAction(interview, conversation, pressed);
  const question = open && questionOf(interview, conversation, open);
  if (question && isChoiceItself(question, text)) {
    return refuseImpossible(interview, conversation, readReply(interview, question, text));
  }
  // "Correct" agrees here, and asks to change something elsewhere.
  const agreed = question?.id === 'confirm' ? readReply(interview, question, text) : unclear;
  if (agreed.type === 'yes' && wordCount(text) <= shortReply) return agreed;
  if (question && agreesInPassing(conversation, question, text)) {
    return { type: 'statement', ...nothingStated, isAgreement: true };
  }
  if (asksIdentity(text)) return { type: 'digress', about: { kind: 'identity' } };
  const command = readTextCommand(text) ?? readCorrection(interview, conversation, text);
  if (command) return command;
  if (!question) return readUnasked(interview, conversation, text);
  // What is asked beside is no answer; "Can I return an opened one?" names one without giving it.
  const statedText = withoutQuestions(text);
  const reply = refuseImpossible(interview, conversation, readReply(interview, question, statedText || text));
  const isQuestion = statedText === '';
  const direct = isQuestion && reply.type === 'statement' ? unclear : reply;
  const rough = rangeIn(interview, conversation, direct);
  if (wordCount(text) <= shortReply) {
    if (rough) return { type: 'statement', ...nothingStated, ranges: [rough] };
    const corrected = direct.type === 'no' ? readDenied(interview, conversation, text) : undefined;
    if ((direct.type !== 'unclear' && direct.type !== 'statement') || isTelling(direct)) return corrected ?? direct;
  }
  if (question.id === 'offerHuman' && direct.type === 'unclear') {
    const waiting = refuseImpossible(interview, conversation, readWaitingReply(interview, conversation, text));
    if (waiting.type === 'statement')
      return readWhole(interview, conversation, { text, direct: waiting, rough, isQuestion });
    if (waiting.type !== 'unclear') return waiting;
  }
  const event = readWhole(interview, conversation, { text, direct, rough, isQuestion });
  if (event.type === 'no') return readDenied(interview, conversation, text) ?? event;
  if (event.type === 'statement') return refusedWhole(interview, conversation, event) ?? event;
  return (saysNothing(event) && readCorrected(interview, conversation, text)) || event;
}

/** "No, 8 November" to what was shown back: what is not right, and what is right instead. */
function readDenied(interview: Interview, conversation: Conversation, text: string): CustomerEvent | undefined {
  return conversation.open?.id === 'confirm' ? readCorrected(interview, conversation, text) : undefined;
}

/** The refusal of a statement of which nothing can be so. */
function refusedWhole(
  interview: Interview,
  conversation: Conversation,
  statement: Statement,
): CustomerEvent | undefined {
  const { inferred, about, isCorrection, isAgreement } = statement;
  if (about || isCorrection || isAgreement || !isEmpty({ ...statement, inferred: [] })) return undefined;
  const reasons = inferred.map((one) => whyImpossible(interview, conversation, one));
  const [because] = reasons;
  if (because === undefined || reasons.includes(undefined)) return undefined;
  return { type: 'unclear', problem: { kind: 'impossible', because } };
}

/** True if nothing of the case was found in a message. */
function saysNothing(event: CustomerEvent): boolean {
  if (event.type === 'unclear') return event.problem.kind === 'not-understood';
  return event.type === 'digress' && elsewhere.has(event.about.kind);
}

/** "Yes" to a question that cannot be answered so agrees with what was shown just before it. */
function agreesInPassing({ answers, history }: Conversation, { fact }: Question, text: string): boolean {
  if (wordCount(text) > shortReply || !fact || !readingOf(fact).agreesInPassing) return false;
  const isJustInferred = answers.some((answer) => answer.source === 'inferred' && answer.fact === history.at(-1));
  return isJustInferred && readYesNo(text, 'Is that right?') === 'yes';
}

/** A message while no question is open: a correction, a question, or something to add. */
function readUnasked(interview: Interview, conversation: Conversation, text: string): CustomerEvent {
  const { statement, event } = readFree(interview, conversation, text);
  const corrected =
    isEmpty(statement) && (!event || saysNothing(event)) && readCorrected(interview, conversation, text);
  if (corrected) return corrected;
  // How things stand is what is said to anything else, too.
  if (event?.type === 'digress' && event.about.kind === 'case-status') return unclear;
  if (event?.type === 'human' || isEmpty(statement)) return event ?? unclear;
  return { type: 'statement', ...statement };
}

/** A message without its questions; empty if it is nothing else. */
function withoutQuestions(text: string): string {
  const sentences = text.match(/[^.!?\n]+[.!?\n]*/g) ?? [];
  return sentences
    .filter((sentence) => !sentence.includes('?'))
    .join('')
    .trim();
}

/** A day said roughly counts unless the policy has to know the very day next. */
function rangeIn(interview: Interview, conversation: Conversation, direct: CustomerEvent): Range | undefined {
  const { open } = conversation;
  if (!open || direct.type !== 'unclear' || direct.problem.kind !== 'not-one-day') return undefined;
  const { from, to } = direct.problem;
  const range: Range = { fact: open.id, from, to: to > interview.today ? interview.today : to, source: 'stated' };
  const { changing: _, ...others } = conversation;
  const next = statusOf(interview, { ...others, ranges: [...conversation.ranges, range] });
  return next.kind === 'open' && next.ask === open.id ? undefined : range;
}

/** While a person is offered, an answer to the question that waits behind it is taken too. */
function readWaitingReply(interview: Interview, conversation: Conversation, text: string): CustomerEvent {
  const next = statusOf(interview, conversation);
  if (next.kind !== 'open') return unclear;
  const id = nextDetail(interview, conversation, next) ?? next.ask;
  return readReply(interview, questionOf(interview, conversation, { id, unclear: 0 }), text);
}

function readTextCommand(text: string): CustomerEvent | undefined {
  switch (readCommand(text)) {
    case 'human':
      return { type: 'human' };
    case 'back':
      return { type: 'back' };
    case 'start-over':
      return { type: 'startOver' };
    case 'help':
      return { type: 'help' };
    case 'change':
      return { type: 'change' };
    default:
      return undefined;
  }
}

/** "Change the date", "that date is wrong": a change of the fact that is named, if just one fits. */
function readCorrection(interview: Interview, conversation: Conversation, text: string): CustomerEvent | undefined {
  const target = changeTarget(text);
  if (target === undefined) return undefined;
  const { choices } = questionOf(interview, conversation, { id: 'changeWhich', unclear: 0 });
  const reading = readChoice(target, choices);
  if (reading.kind === 'choice') return { type: 'change', fact: reading.value };
  // "The serial number is wrong" may be an answer to the open question.
  return conversation.open ? undefined : { type: 'change' };
}

function isChoiceItself({ choices }: Question, text: string): boolean {
  const plain = text.trim().toLowerCase();
  return choices.some(({ value, title }) => value.toLowerCase() === plain || title.toLowerCase() === plain);
}
