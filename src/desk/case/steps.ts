import { z } from 'zod';
import type { CaseState, Ruling } from '../../machines/case.ts';

/** The steps that a person can take on a case, by the id that every desk uses. */
export const stepIdSchema = z.enum([
  'claim',
  'take-over',
  'assign',
  'release',
  'approve',
  'uphold',
  'withdraw',
  'ask',
  'hand-back',
  'reopen',
  'close',
]);
export type StepId = z.infer<typeof stepIdSchema>;

const steps: Record<CaseState, StepId[]> = {
  waiting: ['claim', 'approve', 'uphold', 'assign', 'close'],
  claimed: ['approve', 'uphold', 'withdraw', 'ask', 'hand-back', 'release', 'assign', 'take-over', 'close'],
  'handed-back': ['claim'],
  ruled: ['close', 'approve', 'uphold', 'withdraw', 'reopen'],
  closed: ['reopen'],
};

/** What needs the customer's answers, and they talk of something else since they have begun anew. */
const notOnLeft: ReadonlySet<StepId> = new Set(['ask', 'hand-back', 'reopen']);
/** What needs a customer who reads the chat. */
const notForCallers: ReadonlySet<StepId> = new Set(['ask', 'hand-back']);

/** The steps that are possible in this state, the usual first; a desk offers those that it has a form for. */
export function stepsOf({
  state,
  ruling,
  isLeft = false,
  isCaller = false,
}: {
  state: CaseState;
  ruling?: Ruling | undefined;
  isLeft?: boolean;
  isCaller?: boolean;
}): StepId[] {
  return steps[state].filter(
    (step) =>
      (step !== 'withdraw' || ruling !== undefined) &&
      !(isLeft && notOnLeft.has(step)) &&
      !(isCaller && notForCallers.has(step)),
  );
}
