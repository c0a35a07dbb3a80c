import { z } from 'zod';
import type { CaseChange } from '../../dialogs/turns/case-changes.ts';
import { asJson } from '../../json.ts';
import type { Json } from '../../store/store.ts';

const messageSchema = z.object({
  text: z.string().optional(),
  value: z.json().optional(),
  attachments: z.array(z.object({ name: z.string().optional() })).default([]),
});

const noteSchema = z.object({
  reference: z.string(),
  what: z.custom<CaseChange['what']>((what) => typeof what === 'string'),
  reminders: z.number().optional(),
  message: z.object({ text: z.string(), files: z.array(z.string()) }).optional(),
  by: z.object({ id: z.string(), name: z.string() }).optional(),
});
/** A change in as few words as are needed to tell it later. */
export type ChangeNote = z.infer<typeof noteSchema>;

/** The change as it waits in the outbox. */
export function noteOf({ reference, what, reminders, message, by }: CaseChange): Json {
  return asJson({ reference, what, reminders, message: message && saidIn(message), by } satisfies ChangeNote);
}

/** A change as `noteOf` kept it. */
export function readNote(payload: Json): ChangeNote {
  return noteSchema.parse(payload);
}

/** What a message says in as few words as are needed to tell it later. */
export function saidIn(message: unknown): NonNullable<ChangeNote['message']> {
  const { text, value, attachments } = messageSchema.parse(message);
  return {
    // A card's submit has no words.
    text: text ?? (value === undefined ? '' : JSON.stringify(value)),
    files: attachments.map(({ name = 'a file' }) => name),
  };
}
