import { asJson } from '../../json.ts';
import type { Act } from '../../machines/acts.ts';
import { type Interview, unconfirmed } from '../../machines/interview.ts';
import type { Conversation, FoundOrder } from '../../machines/record/record.ts';
import { adviceOn } from '../../policy/engine/decide.ts';
import type { Decision } from '../../policy/engine/decision.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { JsonObject } from '../../store/store.ts';
import { decisionCard, figures, multiChoiceCard } from './cards.ts';
import { caseMessage, spoken } from './case-replies.ts';
import { commandsHelp, lookUpReplies, silenceReplies, titles, unclearReply, verdicts } from './copy.ts';
import { digressionReply, offersHuman } from './digressions.ts';
import { message } from './message.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { type Question, questionOf } from './questions.ts';
import { describeAnswer, describeDate, inferredLine, labelledAnswer } from './summary.ts';

/** What replies are made from, beside the acts. */
export interface ReplyContext {
  interview: Interview;
  /** As it is after the step. */
  conversation: Conversation;
  /** The form link of a decision issued in this step. */
  formUrl?: string | undefined;
  /** When people can be expected, in words. */
  whenAnswered?: string | undefined;
}

type QuestionAct = Extract<Act, { type: 'ask' }>;

/** The messages that tell a customer what a step did, in order; the question comes last. */
export function repliesFor(acts: Act[], context: ReplyContext): JsonObject[] {
  const replies: JsonObject[] = [];
  // Short remarks stand above the next message instead of being messages of their own.
  let remarks: string[] = [];
  const push = (reply: JsonObject): void => {
    const text = [...remarks, reply.text].filter(Boolean).join('\n\n');
    replies.push({ ...reply, text });
    remarks = [];
  };
  for (const act of acts) {
    const remark = remarkFor(act, context);
    if (remark !== undefined) remarks.push(...(remark ? [remark] : []));
    else if (act.type === 'close') push(message(silenceReplies.close(act.reference)));
    else if (act.type === 'greet') push(message(context.interview.policy.file.greeting));
    else if (act.type === 'ask') push(questionMessage(act, context, acts.some(offersHuman)));
    else if (act.type === 'decide') push(decisionMessage(act, context));
    else {
      const told = caseMessage(act, { ...context, isUndecided: isUndecided(context) });
      if (told) push(told);
    }
  }
  if (remarks.length) push(message(''));
  return replies;
}

function isUndecided({ conversation: { decision } }: ReplyContext): boolean {
  const resolution = decision?.decision.resolution;
  return resolution === undefined || resolution === 'human-review';
}

function remarkFor(act: Act, context: ReplyContext): string | undefined {
  switch (act.type) {
    case 'note':
      return `✓ ${labelledAnswer(context.interview.policy, act.answer)}`;
    case 'understood':
      return understood(act, context);
    case 'digression':
      return digressionReply(act.about, context.interview.policy);
    case 'explain':
      return unclearReply(act.problem, openQuestion(context));
    case 'help':
      return [openQuestionHelp(context), commandsHelp].filter(Boolean).join('\n\n');
    case 'orderShown':
      return orderFound(act.order, context);
    case 'itemShown':
      return itemFound(act.item, context);
    case 'termsOfDay':
      return lookUpReplies.termsOfDay(act.purchasedOn);
    case 'orderMissing':
      return act.isLast ? lookUpReplies.orderGivenUp : lookUpReplies.orderMissing;
    case 'orderUnavailable':
    case 'warrantyMissing':
    case 'warrantyUnavailable':
      return lookUpReplies[act.type];
    case 'warrantyShown':
      return `✓ Warranty found: it runs until ${describeDate(act.warrantyUntil)}`;
    case 'remind':
    case 'welcomeBack':
      return silenceReplies[act.type];
    case 'firstQuestion':
      return 'This is the first question, there is nothing to go back to.';
    case 'stale':
      return 'That question is no longer open, so nothing was changed.';
    case 'restarted':
      return 'Let us start over.';
    case 'nothingToChange':
      return 'There is no answer to change yet.';
    case 'withdraw':
      return act.what === 'decision'
        ? `The answer I gave under ${act.reference} no longer counts.`
        : `Your case ${act.reference} is withdrawn; nobody needs to look at it any more.`;
    case 'decisionStands':
      return `My answer under ${act.reference} stands. You can say "${titles.change}", "start over" or "${titles.human}".`;
    default:
      return undefined;
  }
}

/** What was taken from a free message, unless the next question shows it back anyway. */
function understood(act: Extract<Act, { type: 'understood' }>, context: ReplyContext): string | undefined {
  const { policy } = context.interview;
  const members = Object.entries(act.mentioned).map(([fact, value]) => describeAnswer(policy, { fact, value }));
  const isShownBack = context.conversation.open?.id === 'confirm';
  const line = isShownBack ? '' : inferredLine(policy, act);
  const all = [line, ...members].filter(Boolean).join('; ');
  return all ? `I understood: ${all}.` : '';
}

/** The order as it was found, so that a customer sees what is not asked again. */
function orderFound({ number, items }: FoundOrder, context: ReplyContext): string {
  const opening = `I found your order ${plainMarkdown(number)}`;
  const [only] = items;
  if (only && items.length === 1) return `${opening}: ${itemFound(only, context)}`;
  return `${opening}. It has ${items.length} items.`;
}

function itemFound({ name, facts }: FoundOrder['items'][number], { interview }: ReplyContext): string {
  const known = Object.entries(facts).map(([fact, value]) => `- ${labelledAnswer(interview.policy, { fact, value })}`);
  return [
    `**${plainMarkdown(name)}**`,
    known.join('\n'),
    'If something in it is wrong, say for example "that date is wrong".',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function openQuestion({ interview, conversation }: ReplyContext): Question {
  const open = conversation.open ?? { id: 'offerHuman', unclear: 0 };
  return questionOf(interview, conversation, open);
}

function openQuestionHelp(context: ReplyContext): string | undefined {
  return context.conversation.open && openQuestion(context).help;
}

function questionMessage(
  { open, atMost, agent }: QuestionAct,
  { interview, conversation }: ReplyContext,
  withHuman: boolean,
): JsonObject {
  const question = questionOf(interview, conversation, open);
  const { id, input, choices, allowsUnknown } = question;
  const offered = open.candidates?.map((date) => ({ title: describeDate(date), value: date })) ?? [
    ...buttonsOf(question),
    ...(id === 'confirm' ? changeButtons(interview.policy, conversation) : []),
  ];
  const buttons = withHuman ? [...offered, { title: titles.human, value: titles.human }] : offered;
  const asked = open.candidates
    ? `That could mean more than one day. Is it ${open.candidates.map(describeDate).join(', or ')}?`
    : question.text;
  return {
    ...(agent ? spoken(agent, asked) : message(asked)),
    ...(input === 'multi-choice' ? { attachments: [multiChoiceCard(question)] } : {}),
    ...(buttons.length ? { suggestedActions: suggested(buttons) } : {}),
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

function buttonsOf({ input, choices, allowsUnknown }: Question): { title: string; value: string }[] {
  const offered =
    input === 'yes-no'
      ? [titles.yes, titles.no].map((title) => ({ title, value: title }))
      : input === 'choice'
        ? choices.map(({ title }) => ({ title, value: title }))
        : [];
  return allowsUnknown ? [...offered, { title: titles.unknown, value: titles.unknown }] : offered;
}

/** One tap changes one of the things that were inferred. */
function changeButtons(policy: Policy, conversation: Conversation): { title: string; value: string }[] {
  const { answers, ranges } = unconfirmed(conversation);
  return [...answers, ...ranges].map(({ fact }) => {
    const label = policy.file.facts[fact]?.label ?? fact;
    return { title: `Change: ${label}`, value: `change the ${label.toLowerCase()}` };
  });
}

function suggested(buttons: { title: string; value: string }[]): JsonObject {
  return { to: [], actions: buttons.map(({ title, value }) => ({ type: 'imBack', title, value })) };
}

function decisionMessage(act: Extract<Act, { type: 'decide' }>, { interview, formUrl }: ReplyContext): JsonObject {
  const { policy } = interview;
  const advice = adviceOn(policy, act.facts, interview);
  return {
    ...message(decisionText(act.decision, interview)),
    attachments: [decisionCard(policy, act.decision, { reference: act.reference, formUrl, ...advice })],
    channelData: {
      returns: asJson({
        kind: 'decision',
        reference: act.reference,
        ...act.decision,
        facts: act.facts,
        ...(formUrl !== undefined && { formUrl }),
      }),
    },
  };
}

/** The decision in a few sentences, for those who do not see the card. */
function decisionText(decision: Decision, { policy }: Interview): string {
  const named = decision.clauses.map((id) => policy.file.clauses[id]?.title ?? id).join('; ');
  const numbers = figures(decision, policy.file.timeZone).map(({ title, value }) => `${title}: ${value}.`);
  return [
    verdicts[decision.resolution].sentence,
    named && `Clause: ${named}.`,
    ...numbers,
    decision.resolution === 'not-eligible' &&
      `Your statutory rights stay untouched. A person can look at it: "${titles.human}".`,
  ]
    .filter(Boolean)
    .join(' ');
}
