import type { Act } from '../../../machines/acts.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import { kindOf } from '../../../policy/format/outcome-schema.ts';
import { isDetail } from '../../reading/answers/details.ts';
import { buttonsOf, candidateTitle, commandButton } from '../buttons.ts';
import type { Words } from '../catalog/words.ts';
import { type Availability, whenAnswered } from '../office-hours.ts';
import { type Question, questionOf } from '../questions.ts';
import { wordsOf } from '../words-of.ts';
import { caseMessage, spoken } from './case-replies.ts';
import { decisionReply } from './decision-reply.ts';
import { offersHuman } from './digressions.ts';
import { remarkFor } from './remarks.ts';
import { type Checklist, message, type Reply } from './reply.ts';

/** The context of replies, beside the acts. */
export interface ReplyContext {
  interview: Interview;
  /** As it is after the step. */
  conversation: Conversation;
  /** The form link of a decision that this step issues, or tells of once more. */
  formUrl?: string | undefined;
  /** Numbers of the returns that stay when all else is erased. */
  keptReturns?: readonly string[] | undefined;
  /** The time when people can be expected. */
  availability?: Availability;
}

type QuestionAct = Extract<Act, { type: 'ask' }>;

/** The messages that tell a customer what a step did, in order; the question comes last. */
export function repliesFor(acts: Act[], context: ReplyContext): Reply[] {
  const words = wordsOf(context.interview);
  const replies: Reply[] = [];
  // Short remarks stand above the next message instead of being messages of their own.
  let remarks: string[] = [];
  const push = (reply: Reply): void => {
    const text = [...remarks, reply.text].filter(Boolean).join('\n\n');
    replies.push({ ...reply, text, language: words.language });
    remarks = [];
  };
  for (const act of acts) {
    const remark = remarkFor(words, act, context);
    if (remark !== undefined) remarks.push(...(remark ? [remark] : []));
    else {
      const reply = replyFor(words, act, context, acts.some(offersHuman));
      if (reply) push(reply);
    }
  }
  if (remarks.length) push(message(''));
  return replies;
}

/** The message of an act that has one of its own. */
function replyFor(words: Words, act: Act, context: ReplyContext, isHumanOffered: boolean): Reply | undefined {
  const { interview, formUrl, availability = { kind: 'unknown' } } = context;
  switch (act.type) {
    case 'greet':
      return message(interview.policy.file.greeting);
    case 'close':
      return message(words.say('silence.close', { reference: act.reference }));
    case 'ask':
      return questionReply(words, act, context, isHumanOffered);
    case 'decide':
      return decisionReply(words, act, { ...interview, ranges: context.conversation.ranges }, formUrl);
    default:
      return caseMessage(words, act, {
        formUrl,
        whenAnswered: whenAnswered(words, availability),
        isUndecided: isUndecided(context),
        isUrgent: context.conversation.case?.isUrgent === true,
        file: interview.policy.file,
      });
  }
}

/** True if the policy has decided nothing, or has left the case to people. */
function isUndecided({ interview, conversation: { decision } }: ReplyContext): boolean {
  return decision === undefined || kindOf(interview.policy.file, decision.decision.resolution) === 'person';
}

function questionReply(
  words: Words,
  { open, atMost, agent }: QuestionAct,
  { interview, conversation }: ReplyContext,
  isHumanOffered: boolean,
): Reply {
  const question = questionOf(interview, conversation, open);
  const { id, input, choices, allowsUnknown } = question;
  const offered = buttonsOf(interview, conversation, question, open);
  const buttons = isHumanOffered ? [...offered, commandButton(words, 'human')] : offered;
  const asked = open.candidates ? askedBack(words, open.id, open.candidates) : question.text;
  return {
    ...(agent ? spoken(words, agent, asked) : message(asked)),
    ...(input === 'multi-choice' && { card: checklist(words, question) }),
    ...(buttons.length > 0 && { buttons }),
    inputHint: 'expectingInput',
    channelData: {
      returns: {
        kind: 'question',
        id,
        input,
        choices: choices.map(({ value, title }) => ({ value, title })),
        allowsUnknown,
        atMost,
      },
    },
  };
}

/** The question which of several days or numbers is meant. */
function askedBack(words: Words, id: string, candidates: string[]): string {
  const titles = words.either(candidates.map((one) => candidateTitle(words, id, one)));
  return isDetail(id)
    ? words.say('question.whichNumber', { numbers: titles })
    : words.say('question.whichDay', { days: titles });
}

function checklist(words: Words, { id, choices, mentioned }: Question): Checklist {
  return {
    kind: 'checklist',
    questionId: id,
    label: words.say('question.tickAll'),
    choices: choices.map(({ title, value }) => ({ title, value })),
    ...(mentioned && { ticked: mentioned }),
    send: words.say('button.send'),
    none: words.say('button.none'),
  };
}
