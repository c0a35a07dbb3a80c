import type { PassedAlarm } from '../acts.ts';
import type { FiledCase } from '../case.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { isOfTime, wantsAnswer } from './after-closing.ts';

/** True if a customer has said something whose case is looked after in another. */
export function isForOtherCase({ event }: Pick<StepArguments, 'event'>): boolean {
  return !isOfTime(event);
}

/** True if a customer wants a way back to a talk, which the bot gives. */
export function isOfTalks({ event }: Pick<StepArguments, 'event'>): boolean {
  const kind = event.type === 'digress' ? event.about.kind : undefined;
  return kind === 'earlier-case' || kind === 'mail-talk' || kind === 'talk-code';
}

/** Passes on what the customer has said; the bot says nothing to it. */
export function passOn({ context, event }: StepArguments): Partial<Context> {
  return passedOn(context, !wantsAnswer(event));
}

/** Says what to do now, before anybody has read it. */
export function passOnDanger({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'danger') return {};
  return passedOn({ ...context, ...addAct(context, { type: 'danger', kind: event.kind }) }, false, 'danger');
}

/** Says when a declaration was received, and keeps its words with the case of the chat in which it was made. */
export function passOnDeclaration({ context, event }: StepArguments): Partial<Context> {
  const { case: filed } = context.conversation;
  if (event.type !== 'declare' || !filed) return {};
  const { text, language } = event;
  const history: FiledCase['history'] = [...filed.history, { at: context.at ?? '', what: 'declared', note: text }];
  const kept: Context = { ...context, ...updateConversation(context, { case: { ...filed, history } }) };
  const receipt = { type: 'declared', at: context.at ?? '', ...(language !== undefined && { language }) } as const;
  return { ...kept, ...passedOn({ ...kept, ...addAct(kept, receipt) }, false, 'declaration') };
}

function passedOn(context: Context, isCourtesy: boolean, alarm?: PassedAlarm): Partial<Context> {
  const { case: filed } = context.conversation;
  if (filed?.mergedInto === undefined) return {};
  const { reference, mergedInto: into } = filed;
  return addAct(context, { type: 'passOn', reference, into, isCourtesy, ...(alarm && { alarm }) });
}
