import { z } from 'zod';
import type { FiledCase } from '../../../machines/case.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import type { Json, JsonObject } from '../../../store/store.ts';

const activitySchema = z.object({
  text: z.string().optional().catch(undefined),
  ownWords: z.string().optional().catch(undefined),
  from: z
    .object({ id: z.string().optional(), name: z.string().optional(), role: z.string().optional() })
    .optional()
    .catch(undefined),
});

const caseFileSchema = z.object({
  answers: z.array(z.object({ summary: z.string() })).catch([]),
  details: z.record(z.string(), z.union([z.string(), z.number()]).nullable()).catch({}),
});

/**
 * The texts of a message by which a case is found. What the assistant says is the same in every talk and would find all
 * of them, so of that only numbers count, such as references.
 */
export function textsOfMessage(activity: JsonObject): string[] {
  const { text = '', ownWords, from } = activitySchema.parse(activity);
  if (from?.id === 'agent') return [ownWords ?? text, from.name ?? ''];
  if (from === undefined || from.role === 'bot') return text.split(/\s+/).filter((word) => /\p{N}/u.test(word));
  return [text, from.name ?? ''];
}

/** The texts of what is known of a case: numbers and answers in words, items, what was noted, and the form where there is one. */
export function textsOfCase(reference: string, conversation: Conversation, caseFile: Json, form?: Json): string[] {
  const { answers, details } = caseFileSchema.parse(caseFile);
  const { order, decision, case: filed } = conversation;
  return [
    ...spoken(reference),
    ...answers.map(({ summary }) => summary),
    ...Object.values(details).map((value) => String(value ?? '')),
    ...(order ? [order.number, ...order.items.flatMap(({ name, serialNumber = '' }) => [name, serialNumber])] : []),
    ...spoken(decision?.reference ?? ''),
    ...stringsIn(form ?? null),
    ...(filed ? notesIn(filed) : []),
  ];
}

/** What people noted for each other, and their names. */
function notesIn({ history }: FiledCase): string[] {
  return history.flatMap(({ what, note = '', by }) => (what === 'noted' ? [note, by?.name ?? ''] : []));
}

/** A reference as it stands, and without its dash: one in eight has no digit, and does not look like a number then. */
function spoken(reference: string): string[] {
  return [reference, reference.replaceAll('-', '')];
}

function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
