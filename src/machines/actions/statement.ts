import type { Statement } from '../events.ts';
import { isPossible, isSameAnswer, knownAnswers, statusOf, unconfirmed, withAnswer } from '../interview.ts';
import type { Answer, Conversation, Range } from '../record/record.ts';
import {
  addAct,
  type Context,
  currentStatus,
  type StepArguments,
  updateConversation,
  withAnswered,
} from '../step-context.ts';
import { withdraw } from './decision.ts';
import { keepDetails } from './look-up.ts';
import { decidesAnew, isToldBy, saysSomethingNew, withMembersAnswered } from './news.ts';

/** So many things are shown back at once; fewer wait until they would decide. */
const worthConfirming = 2;

/** True if what was inferred is to be confirmed now: it would decide, there is much of it, or it was read unsurely. */
export function isConfirmationDue({ context, event }: StepArguments): boolean {
  const { conversation } = context;
  if (conversation.changing !== undefined) return false;
  const { answers, ranges } = unconfirmed(conversation);
  const inferred = answers.length + ranges.length;
  const isUnsure = event.type === 'statement' && event.isUnsure === true;
  return inferred >= worthConfirming || (inferred > 0 && (isUnsure || currentStatus(context).kind !== 'open'));
}

/** Shows back what was inferred; what is only likely, and nothing else, is proposed. */
export function openConfirmation({ context, event }: StepArguments): Partial<Context> {
  const { answers, ranges } = unconfirmed(context.conversation);
  const isProposal = event.type === 'statement' && event.isProposal === true && answers.length + ranges.length === 1;
  return updateConversation(context, { open: { id: 'confirm', unclear: 0, ...(isProposal && { isProposal }) } });
}

/** The customer says that everything was understood. */
export function confirmInferred({ context }: Pick<StepArguments, 'context'>): Partial<Context> {
  const { answers, ranges } = context.conversation;
  return updateConversation(context, {
    answers: answers.map((answer) => (answer.source === 'inferred' ? { ...answer, source: 'stated' } : answer)),
    ranges: ranges.map((range) => ({ ...range, source: 'stated' })),
    open: undefined,
  });
}

/** True if one thing alone is shown back. */
export function isOneThingShown({ context }: Pick<StepArguments, 'context'>): boolean {
  const { answers, ranges } = unconfirmed(context.conversation);
  return answers.length + ranges.length === 1;
}

/** Drops what was inferred and is not right; its question comes at once if it still matters. */
export function dropInferred({ context }: Pick<StepArguments, 'context'>): Partial<Context> {
  const { answers, ranges, history, changing: _, ...conversation } = context.conversation;
  const dropped = Object.values(unconfirmed(context.conversation)).flat();
  const isDropped = (id: string): boolean => dropped.some(({ fact }) => fact === id);
  const kept: Conversation = {
    ...conversation,
    answers: answers.filter(({ source }) => source !== 'inferred'),
    ranges: ranges.filter(({ source }) => source !== 'inferred'),
    history: history.filter((id) => !isDropped(id)),
  };
  const next = statusOf(context.interview, kept);
  const changing = next.kind === 'open' ? next.missing.find(isDropped) : undefined;
  return updateConversation({ ...context, conversation: kept }, { changing, open: undefined });
}

/** True if a message that comes after a decision changes what it stands on, or would have led to another one. */
export function changesDecision({ context, event }: StepArguments): boolean {
  if (event.type !== 'statement' || !saysSomethingNew(context, event)) return false;
  const facts = withMembersAnswered(context, event);
  return decidesAnew(context, keepRough(keepAnswers(context, facts), facts));
}

/** Withdraws what was decided, and keeps what a message says against it. */
export function keepAgainstDecision(step: StepArguments): Partial<Context> {
  const withdrawn = { ...step.context, ...withdraw(step) };
  return { ...withdrawn, ...keepStatement({ ...step, context: withdrawn }, true) };
}

/** Keeps what a free message states, shows it back, and looks up what can be looked up with it. */
export function keepStatement({ context, event }: StepArguments, isAfterDecision = false): Partial<Context> {
  if (event.type !== 'statement') return {};
  if (event.isAgreement) {
    const confirmed = { ...context, ...confirmInferred({ context }) };
    return keepStatement({ context: confirmed, event: { ...event, isAgreement: false } });
  }
  const asked = event.about ? { ...context, ...addAct(context, { type: 'digression', about: event.about }) } : context;
  const facts = withMembersAnswered(context, event);
  const rough = keepRough(keepAnswers(asked, facts, isAfterDecision), facts);
  if (Object.keys(event.details).length === 0) return rough;
  const detail = { type: 'detail', details: event.details } as const;
  return { ...rough, ...keepDetails({ context: rough, event: detail }) };
}

/** Keeps what a message states for people who look at it; nothing is shown back or looked up. */
export function keepStatementQuietly({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'statement') return {};
  const kept: Context = { ...context, ...keepStatement({ context, event: { ...event, details: {} } }) };
  const details = { ...kept.conversation.details, ...event.details };
  return { ...kept, ...updateConversation(kept, { details }), acts: context.acts };
}

/** Keeps only the details of a message to a person who talks with the customer; what it says is for that person. */
export function keepDetailsQuietly({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'statement') return {};
  return updateConversation(context, { details: { ...context.conversation.details, ...event.details } });
}

function keepAnswers(context: Context, { answer, inferred }: Statement, isAfterDecision = false): Context {
  const { interview, conversation } = context;
  const displaces = isAfterDecision || conversation.decision !== undefined;
  let { answers, history, changing } = conversation;
  const taken: Answer[] = [];
  for (const one of answer ? [answer, ...inferred] : inferred) {
    const known = knownAnswers(interview, { ...conversation, answers });
    if (one.source === 'inferred' && known.some((other) => isSameAnswer(one, other))) continue;
    // A misreading shows in what it would make impossible; what was inferred does not displace what was answered, but
    // after a decision there is nothing else that it could be meant for.
    const others = known.filter(({ fact }) => fact !== one.fact);
    if (one.source === 'inferred' && !displaces && !isPossible(interview, [...others, one])) continue;
    answers = withAnswer(interview, answers, one) ?? answers;
    history = withAnswered({ ...conversation, history }, one.fact);
    if (changing === one.fact) changing = undefined;
    taken.push(one);
  }
  const ranges = conversation.ranges.filter(({ fact }) => !taken.some((one) => one.fact === fact));
  const kept = { ...context, ...updateConversation(context, { answers, history, ranges, changing, open: undefined }) };
  const noted = taken.filter(({ source }) => source === 'stated');
  const acts = noted.map((one) => ({ type: 'note', answer: one }) as const);
  const understood = taken.filter(({ source }) => source === 'inferred');
  return {
    ...kept,
    acts: [...kept.acts, ...acts, { type: 'understood', answers: understood, ranges: [], mentioned: {} }],
  };
}

/** Keeps days said roughly, unless they tell no more than is known, and members of sets that are not answered. */
function keepRough(context: Context, { ranges, mentioned }: Statement): Context {
  const { interview, conversation } = context;
  const known = knownAnswers(interview, conversation);
  const rough = ranges.filter((range) => range.source === 'stated' || !isToldBy(range, known, conversation.ranges));
  const isOpen = ([fact]: [string, string[]]): boolean => !known.some((answer) => answer.fact === fact);
  const named = Object.fromEntries(Object.entries(mentioned).filter(isOpen));
  const answers = conversation.answers.filter(({ fact }) => !rough.some((range) => range.fact === fact));
  const kept = updateConversation(context, {
    answers,
    ranges: withRanges(conversation.ranges, rough),
    mentioned: { ...conversation.mentioned, ...named },
    changing: rough.some(({ fact }) => fact === conversation.changing) ? undefined : conversation.changing,
    history: rough.reduce(
      (history, { fact }) => withAnswered({ ...conversation, history }, fact),
      conversation.history,
    ),
  });
  const shown = context.acts.map((act) =>
    act.type === 'understood' ? { ...act, ranges: rough, mentioned: named } : act,
  );
  return { ...context, ...kept, acts: shown };
}

function withRanges(ranges: Range[], added: Range[]): Range[] {
  return [...ranges.filter(({ fact }) => !added.some((one) => one.fact === fact)), ...added];
}
