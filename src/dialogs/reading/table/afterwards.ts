import { isHandedBack } from '../../../machines/case.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';

/** What is asked for once there is a decision: to keep the item, the form again, the reference. */
export const afterwards: readonly Row[] = [
  {
    name: 'after-decision',
    read: ({ conversation, evidence: { afterwards: kind, declaration } }) =>
      kind && !declaration && isDone(conversation) ? { type: 'digress', about: { kind } } : undefined,
  },
];

/** True if a decision stands, and no people have the case: a case that waits is what there is to say. */
function isDone({ decision, open, case: filed }: Reading['conversation']): boolean {
  const isSettled = filed === undefined || isHandedBack(filed) || filed.ruling?.ruling === 'approve';
  return decision !== undefined && open === undefined && isSettled && filed?.state !== 'claimed';
}
