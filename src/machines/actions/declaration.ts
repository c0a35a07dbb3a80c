import { type FiledCase, isOpenCase } from '../case.ts';
import type { CustomerEvent } from '../events.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { fileCase } from './decision.ts';
import { standBy } from './question.ts';
import { statedBeside } from './stated-beside.ts';
import { keepStatement, keepStatementQuietly } from './statement.ts';

type Declaration = Extract<CustomerEvent, { type: 'declare' }>;

/**
 * Says when a declaration was received, and keeps it as it was written with a case for people: a new one, an earlier
 * one reopened, or the one that waits. The same words once more change nothing.
 */
export function keepDeclaration({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'declare') return {};
  const { case: before } = context.conversation;
  const receivedAt = earlierEntry(before, event)?.at ?? context.at ?? '';
  const kept = keepStated(context, event);
  const told: Context = { ...kept, ...addAct(kept, { type: 'declared', at: receivedAt, ...inLanguage(event) }) };
  if (!before || !isOpenCase(before)) {
    const filed: Context = { ...told, ...fileCase({ context: told, event }) };
    const written: Context = { ...filed, ...writeDown(filed, event) };
    // People who have a new case see all of it.
    return before ? written : { ...written, acts: filed.acts };
  }
  const written: Context = { ...told, ...writeDown(told, event) };
  return { ...written, ...standBy({ context: written }) };
}

/** The same while a person talks with the customer, who answers it. */
export function keepDeclarationQuietly({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'declare') return {};
  const statement = statedBeside(context, event.stated);
  const kept: Context = { ...context, ...keepStatementQuietly({ context, event: statement }) };
  // The person's question stays open.
  const asked: Context = { ...kept, ...updateConversation(kept, { open: context.conversation.open }) };
  return { ...asked, ...writeDown(asked, event) };
}

/** Adds the words to the history of the case, unless they stand there, and tells people of it. */
function writeDown(context: Context, event: Declaration): Partial<Context> {
  const { case: filed } = context.conversation;
  if (!filed || earlierEntry(filed, event)) return {};
  const because = filed.because === 'danger' ? 'danger' : 'declaration';
  const history: FiledCase['history'] = [
    ...filed.history,
    { at: context.at ?? '', what: 'declared', note: event.text },
  ];
  return {
    ...updateConversation(context, { case: { ...filed, because, history } }),
    ...addAct(context, { type: 'declarationAdded', reference: filed.reference }),
  };
}

function inLanguage({ language }: Declaration): Pick<Declaration, 'language'> {
  return language === undefined ? {} : { language };
}

/** The same words in a case that people have still to see to. */
function earlierEntry(filed: FiledCase | undefined, { text }: Declaration) {
  if (!filed || !isOpenCase(filed)) return undefined;
  const openedAt = filed.history.findLastIndex(({ what }) => what === 'filed' || what === 'reopened');
  return filed.history.slice(openedAt + 1).find(({ what, note }) => what === 'declared' && note === text);
}

/** Keeps what else the message says, and sees what can be looked up; nothing of it is shown back. */
function keepStated(context: Context, event: Declaration): Context {
  const statement = statedBeside(context, event.stated);
  return { ...context, ...keepStatement({ context, event: statement }), acts: context.acts };
}
