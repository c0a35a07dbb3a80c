import type { Statement } from '../events.ts';
import { isPossible, knownAnswers, unconfirmed, withAnswer } from '../interview.ts';
import type { Answer, Range } from '../record/record.ts';
import {
  addAct,
  type Context,
  currentStatus,
  type StepArguments,
  updateConversation,
  withAnswered,
} from '../step-context.ts';
import { keepDetails } from './look-up.ts';

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

/** True if a message says something that is not known yet. */
export function saysSomethingNew({ context, event }: StepArguments): boolean {
  if (event.type !== 'statement') return false;
  const known = knownAnswers(context.interview, context.conversation);
  const stated = [...(event.answer ? [event.answer] : []), ...event.inferred];
  return stated.some((one) => !known.some((other) => isSame(one, other)));
}

/** True if a message that comes after a decision would have led to another one. */
export function changesDecision({ context, event }: StepArguments): boolean {
  if (event.type !== 'statement' || !saysSomethingNew({ context, event })) return false;
  const { decision: issued } = context.conversation;
  const next = currentStatus(keepAnswers(context, event));
  if (next.kind !== 'decided' || !issued) return true;
  const { resolution, feePercent, deadline } = issued.decision;
  const { decision } = next;
  return decision.resolution !== resolution || decision.feePercent !== feePercent || decision.deadline !== deadline;
}

/** Keeps what a free message states, shows it back, and looks up what can be looked up with it. */
export function keepStatement({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'statement') return {};
  if (event.isAgreement) {
    const confirmed = { ...context, ...confirmInferred({ context }) };
    return keepStatement({ context: confirmed, event: { ...event, isAgreement: false } });
  }
  const asked = event.about ? { ...context, ...addAct(context, { type: 'digression', about: event.about }) } : context;
  const rough = keepRough(keepAnswers(asked, event), event);
  if (Object.keys(event.details).length === 0) return rough;
  const detail = { type: 'detail', details: event.details } as const;
  return { ...rough, ...keepDetails({ context: rough, event: detail }) };
}

/** Keeps what a message states for the person who asked; nothing is shown back or looked up. */
export function keepStatementQuietly({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'statement') return {};
  const quietly = keepStatement({ context, event: { ...event, details: {} } });
  return { ...quietly, acts: context.acts };
}

function keepAnswers(context: Context, { answer, inferred }: Statement): Context {
  const { interview, conversation } = context;
  let { answers, history, changing } = conversation;
  const taken: Answer[] = [];
  for (const one of answer ? [answer, ...inferred] : inferred) {
    const known = knownAnswers(interview, { ...conversation, answers });
    if (one.source === 'inferred' && known.some((other) => isSame(one, other))) continue;
    // A misreading shows in what it would make impossible; what was inferred does not displace what was answered.
    const others = known.filter(({ fact }) => fact !== one.fact);
    if (one.source === 'inferred' && !isPossible(interview, [...others, one])) continue;
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

/** Keeps days said roughly, and members named in passing, of facts that are not answered. */
function keepRough(context: Context, { ranges, mentioned, isCorrection }: Statement): Context {
  const { interview, conversation } = context;
  const isOpen = (fact: string): boolean =>
    isCorrection || !knownAnswers(interview, conversation).some((answer) => answer.fact === fact);
  const rough = ranges.filter(({ fact }) => isOpen(fact));
  const named = Object.fromEntries(Object.entries(mentioned).filter(([fact]) => isOpen(fact)));
  const answers = conversation.answers.filter(({ fact }) => !rough.some((range) => range.fact === fact));
  const kept = updateConversation(context, {
    answers,
    ranges: withRanges(conversation.ranges, rough),
    mentioned: { ...conversation.mentioned, ...named },
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

function isSame(one: Answer, other: Answer): boolean {
  return one.fact === other.fact && JSON.stringify(one.value) === JSON.stringify(other.value);
}
