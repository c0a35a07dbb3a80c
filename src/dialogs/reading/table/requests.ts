import { readChoice } from '../../../language/choices/choices.ts';
import type { Span } from '../../../language/statement/statement.ts';
import { readYesNo } from '../../../language/yes-no/yes-no.ts';
import { changeableFacts } from '../../../machines/changeable.ts';
import { type CustomerEvent, nothingStated } from '../../../machines/events.ts';
import { questionOf } from '../../wording/questions.ts';
import { actionOfTitle, readAction } from '../actions.ts';
import { unclear } from '../answers/answer-events.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import { isAnswer, type Reading } from './reading.ts';
import type { Row } from './row.ts';
import { withStatement } from './with-statement.ts';

/** Replies of so many words are answers to the question; longer ones may say more, or something else. */
export const shortReply = 3;

/** So many characters of a message with a declaration are kept with the case; the chat keeps all of them. */
const maxDeclaration = 16_000;

/** What comes before everything else, whoever is talking. */
export const danger: Row = {
  name: 'danger',
  read: (reading) => {
    const { danger: found } = reading.evidence;
    if (!found || isChoiceItself(reading)) return undefined;
    return { type: 'danger', kind: found.kind, ...withStatement(reading.statement) };
  },
};

/** What a customer can say at any time, and what is the very text of something offered. */
export const requests: readonly Row[] = [
  { name: 'agent-talks', read: readWhileAgentTalks },
  { name: 'declaration', read: readDeclared },
  {
    name: 'case-not-needed',
    read: ({ conversation, evidence }) =>
      conversation.case?.state === 'waiting' && evidence.isWithdrawal ? { type: 'cancelCase' } : undefined,
  },
  { name: 'button-title', read: readButtonTitle },
  { name: 'choice-itself', read: (reading) => (isChoiceItself(reading) ? reading.direct : undefined) },
  { name: 'agreement-in-passing', read: readAgreementInPassing },
  {
    name: 'identity-question',
    read: ({ evidence }) => (evidence.asksIdentity ? { type: 'digress', about: { kind: 'identity' } } : undefined),
  },
  { name: 'command', read: readCommand },
  { name: 'change', read: readChange },
];

/**
 * While a person talks with the customer only an answer to that person's question is looked for, and a declaration;
 * numbers and addresses are noted.
 */
function readWhileAgentTalks({ conversation, evidence, statement }: Reading): CustomerEvent | undefined {
  if (conversation.case?.state !== 'claimed' || conversation.open || evidence.declaration) return undefined;
  const { details } = statement;
  return Object.keys(details).length > 0 ? { type: 'statement', ...nothingStated, details } : unclear;
}

/** A declaration, with whatever else the message states; the very title of a button or a choice is that alone. */
function readDeclared(reading: Reading): CustomerEvent | undefined {
  const { evidence, statement } = reading;
  const { declaration, text } = evidence;
  if (!declaration || isChoiceItself(reading) || readButtonTitle(reading)) return undefined;
  // What the declaration as a whole sounds like, such as a change of mind, is not said by it.
  const isOwn = ({ start, end }: Span): boolean => start <= declaration.start && end >= declaration.end;
  const own = evidence.statement.facts.filter(({ spans }) => spans.some(isOwn)).map(({ fact }) => fact);
  const inferred = statement.inferred.filter(({ fact }) => !own.includes(fact));
  return {
    type: 'declare',
    kind: declaration.kind,
    text: text.slice(0, maxDeclaration),
    ...(declaration.language !== undefined && { language: declaration.language }),
    stated: { ...statement, inferred },
  };
}

function readButtonTitle({ interview, conversation, question, evidence }: Reading): CustomerEvent | undefined {
  const pressed = actionOfTitle(interview, conversation, question, evidence.text);
  return pressed && readAction(interview, conversation, pressed);
}

function isChoiceItself({ question, evidence }: Reading): boolean {
  const plain = evidence.text.trim().toLowerCase();
  return (
    question?.choices.some(({ value, title }) => value.toLowerCase() === plain || title.toLowerCase() === plain) ??
    false
  );
}

/** "Yes" to a question that cannot be answered so agrees with what was shown just before it. */
function readAgreementInPassing({ conversation, question, evidence }: Reading): CustomerEvent | undefined {
  const { answers, history } = conversation;
  const fact = question?.fact;
  if (evidence.words > shortReply || !fact || !readingOf(fact).agreesInPassing) return undefined;
  const isJustInferred = answers.some((answer) => answer.source === 'inferred' && answer.fact === history.at(-1));
  const agrees = isJustInferred && readYesNo(evidence.text, 'Is that right?') === 'yes';
  return agrees ? { type: 'statement', ...nothingStated, isAgreement: true } : undefined;
}

function readCommand(reading: Reading): CustomerEvent | undefined {
  const { command } = reading.evidence;
  if (command === 'mistake') return readMistake(reading);
  return command && { type: command === 'start-over' ? 'startOver' : command };
}

/** "I picked the wrong one" is about an answer only where there is one, and the words answer nothing themselves. */
function readMistake({ interview, conversation, direct }: Reading): CustomerEvent | undefined {
  const hasAnswers = changeableFacts(interview, conversation).length > 0;
  return hasAnswers && !isAnswer(direct) ? { type: 'change' } : undefined;
}

/** "Change the date", "that date is wrong": a change of the fact that is named, if just one fits. */
function readChange({ interview, conversation, evidence }: Reading): CustomerEvent | undefined {
  const { changeTarget } = evidence;
  if (changeTarget === undefined) return undefined;
  const { choices } = questionOf(interview, conversation, { id: 'changeWhich', unclear: 0 });
  const choice = readChoice(changeTarget, choices);
  if (choice.kind === 'choice') return { type: 'change', fact: choice.value };
  // "The serial number is wrong" may be an answer to the open question.
  return conversation.open ? undefined : { type: 'change' };
}
