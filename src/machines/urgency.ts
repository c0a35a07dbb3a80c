import type { Act } from './acts.ts';
import { type CaseReason, type FiledCase, isOpenCase } from './case.ts';
import { type Interview, knownAnswers } from './interview.ts';
import type { Answer, Conversation } from './record/record.ts';
import type { Context, StepInput } from './step-context.ts';

/** Reasons that never wait. */
const urgentReasons: ReadonlySet<CaseReason | undefined> = new Set(['danger', 'refuse-delivery']);

/** True while people have not yet seen to a danger. */
export function isAlarm({ case: filed }: Conversation): boolean {
  return filed?.because === 'danger' && isOpenCase(filed);
}

/**
 * The outcome of a step, its open case marked as urgent if its reason or an answer makes it so, however it was reached.
 * It stays urgent for as long as it is open; people are told where it was open before and becomes more urgent.
 */
export function withUrgency(
  { conversation: { case: before }, at = '' }: StepInput,
  { interview, conversation, acts }: Context,
): { conversation: Conversation; acts: Act[] } {
  const { case: filed } = conversation;
  if (!filed || !isOpenCase(filed)) return { conversation, acts };
  const isUrgent = filed.isUrgent || urgentReasons.has(filed.because) || saysSo(interview, conversation);
  const marked: FiledCase = { ...filed, isUrgent };
  if (!before || !isMoreUrgent(before, marked)) return { conversation: { ...conversation, case: marked }, acts };
  const history: FiledCase['history'] = [...filed.history, { at, what: 'became-urgent' }];
  return {
    conversation: { ...conversation, case: { ...marked, history } },
    acts: [...acts, { type: 'becameUrgent', reference: filed.reference }],
  };
}

/** True if the case was open already, and less urgent; one that is reopened tells people so by itself. */
function isMoreUrgent(before: FiledCase, after: FiledCase): boolean {
  if (!isOpenCase(before) || before.reference !== after.reference) return false;
  const isNewlyAlarm = after.because === 'danger' && before.because !== 'danger';
  return isNewlyAlarm || (after.isUrgent && !before.isUrgent);
}

/** True if the policy calls a known answer urgent. */
function saysSo(interview: Interview, conversation: Conversation): boolean {
  const { facts } = interview.policy.file;
  return knownAnswers(interview, conversation).some(({ fact, value }) => isUrgentValue(facts[fact], value));
}

function isUrgentValue(
  fact: Interview['policy']['file']['facts'][string] | undefined,
  value: Answer['value'],
): boolean {
  if (fact?.type !== 'choice' && fact?.type !== 'set') return false;
  const named = Array.isArray(value) ? value : [value];
  return named.some(
    (one) => typeof one === 'string' && Object.hasOwn(fact.values, one) && fact.values[one]?.urgent === true,
  );
}
