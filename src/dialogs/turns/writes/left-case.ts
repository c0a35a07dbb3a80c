import { z } from 'zod';
import { asJson, isJsonObject } from '../../../json.ts';
import type { AgentEvent } from '../../../machines/agent.ts';
import { type ConversationRecord, readRecord } from '../../../machines/record/record.ts';
import type { StoredCase } from '../../../store/store.ts';

const leftSchema = z.looseObject({ left: z.json() });

/** The row of a case whose customer has begun anew, with all that was known of it: the conversation forgets that. */
export function asLeft(row: StoredCase, { version, language, policy, conversation }: ConversationRecord): StoredCase {
  const caseFile = isJsonObject(row.caseFile) ? row.caseFile : {};
  return { ...row, caseFile: { ...caseFile, left: asJson({ version, language, policy, conversation }) } };
}

/** The record of a conversation as of a case that it has left; `undefined` where the case is not a left one. */
export function leftRecord({ caseFile }: Pick<StoredCase, 'caseFile'>): ConversationRecord | undefined {
  const { data } = leftSchema.safeParse(caseFile);
  return data && readRecord(data.left);
}

/** The record that a case of a conversation is about, and if the customer has begun anew since. */
export function recordOfCase(
  filed: Pick<StoredCase, 'reference' | 'caseFile'>,
  current: ConversationRecord,
): { record: ConversationRecord; isLeft: boolean } | undefined {
  if (current.conversation.case?.reference === filed.reference) return { record: current, isLeft: false };
  const record = leftRecord(filed);
  return record && { record, isLeft: true };
}

/** What people can do with such a case. What the customer writes is about something else, so nothing is asked. */
const possible: ReadonlySet<string> = new Set<AgentEvent['type']>([
  'claim',
  'takeOver',
  'assign',
  'release',
  'rule',
  'withdraw',
  'say',
  'close',
  'note',
  'tag',
  'snooze',
]);

/** True if people can take this step on a case whose customer has begun anew. */
export function isPossibleOnLeft({ type }: { type: string }): boolean {
  return possible.has(type);
}
