import type { CustomerEvent, Digression } from '../../../machines/events.ts';
import { statusQuestion } from '../answers/answer-events.ts';
import { isElsewhere as isAboutElse } from '../evidence/digressions.ts';
import { isAnswer, type Reading } from './reading.ts';
import type { Row } from './row.ts';

/** Questions about what the assistant itself said or asked; while a person talks with the customer, they are not ours. */
export const reasonQuestions: readonly Row[] = [
  { name: 'why-decided', read: readWhyDecided },
  { name: 'what-now', read: readWhatNow },
  { name: 'why-ruled', read: readWhyRuled },
  {
    name: 'why-asked',
    read: ({ conversation, evidence: { reasonQuestion }, direct }) =>
      conversation.open &&
      !isWithAgent(conversation) &&
      !isAnswer(direct) &&
      (reasonQuestion === 'why' || reasonQuestion === 'why-asked')
        ? digress('why-asked')
        : undefined,
  },
];

/** "Why?" after a decision that is still ours; "why is it so hot?" may ask for something else that is known. */
function readWhyDecided({ conversation, evidence }: Reading): CustomerEvent | undefined {
  const { reasonQuestion, clauseQuestion, concerns } = evidence;
  if (!hasOwnDecision(conversation) || reasonQuestion === undefined) return undefined;
  if (reasonQuestion === 'what-now' || reasonQuestion === 'what-if') return undefined;
  const isElsewhere = clauseQuestion?.kind === 'answered' || concerns.length > 0 || isAboutElse(evidence);
  return reasonQuestion === 'why-perhaps' && isElsewhere ? undefined : digress('why');
}

/** A case that waits is what there is to say, so this is for decisions without one. */
function readWhatNow({ conversation, evidence }: Reading): CustomerEvent | undefined {
  const { reasonQuestion, clauseQuestion } = evidence;
  const isOurs = hasOwnDecision(conversation) && conversation.case === undefined;
  if (!isOurs || clauseQuestion?.kind === 'answered') return undefined;
  return reasonQuestion === 'what-now' || reasonQuestion === 'what-if' ? digress(reasonQuestion) : undefined;
}

/** What a person has ruled, and the reason given, are what there is to say. */
function readWhyRuled({ conversation: { case: filed, open }, evidence }: Reading): CustomerEvent | undefined {
  const { reasonQuestion, clauseQuestion } = evidence;
  const isRuled = filed?.state === 'ruled' && open === undefined;
  if (!isRuled || reasonQuestion === undefined || clauseQuestion?.kind === 'answered') return undefined;
  return reasonQuestion === 'why-perhaps' || reasonQuestion === 'what-if' ? undefined : statusQuestion;
}

function hasOwnDecision(conversation: Reading['conversation']): boolean {
  const { decision, case: filed, open } = conversation;
  const isAnswering = open !== undefined && open.id !== 'offerHuman';
  return decision !== undefined && !isAnswering && !isWithAgent(conversation) && filed?.ruling === undefined;
}

function isWithAgent({ case: filed }: Reading['conversation']): boolean {
  return filed?.state === 'claimed';
}

function digress(kind: 'why' | 'why-asked' | 'what-now' | 'what-if'): { type: 'digress'; about: Digression } {
  return { type: 'digress', about: { kind } };
}
