import type { Act } from './acts.ts';
import { type FiledCase, isOpenCase } from './case.ts';
import type { Conversation } from './record/record.ts';

/** A step as it is taken. */
interface Step {
  before: Conversation;
  after: Conversation;
  acts: Act[];
  /** True if the customer has written. */
  isFromCustomer: boolean;
  /** ISO instant. */
  at: string;
}

/**
 * The conversation after a step, its open case with the instant since which the customer waits for a word of a person.
 * A case that was put aside is back at once when its customer writes, and when it is settled.
 */
export function withWaiting({ before, after, acts, isFromCustomer, at }: Step): Conversation {
  const { case: filed } = after;
  if (!filed) return after;
  const { waitingSince, snoozedUntil, ...rest } = filed;
  const isAnswered = acts.some(isWordOfPerson);
  const own: Pick<FiledCase, 'waitingSince' | 'snoozedUntil' | 'answeredAt'> = {
    ...(isAnswered && { answeredAt: at }),
    ...(isOpenCase(filed) && {
      ...(!isAnswered && sinceWhen(waitingSince, { isNew: isNewlyOpen(before.case, filed), isFromCustomer, at })),
      ...(snoozedUntil !== undefined && !isFromCustomer && { snoozedUntil }),
    }),
  };
  return { ...after, case: { ...rest, ...own } };
}

/** True of what a customer takes for an answer. */
function isWordOfPerson(act: Act): boolean {
  return act.type === 'agentMessage' || (act.type === 'ask' && act.agent !== undefined);
}

function sinceWhen(
  since: string | undefined,
  { isNew, isFromCustomer, at }: { isNew: boolean; isFromCustomer: boolean; at: string },
): Pick<FiledCase, 'waitingSince'> {
  if (since !== undefined) return { waitingSince: since };
  return isNew || isFromCustomer ? { waitingSince: at } : {};
}

/** True if somebody has to see to it now and had not before; a person who opens it again has seen to it. */
function isNewlyOpen(before: FiledCase | undefined, filed: FiledCase): boolean {
  if (before?.reference === filed.reference && isOpenCase(before)) return false;
  return filed.state === 'waiting';
}
