import { z } from 'zod';
import { type CaseChange, caseChangeKinds } from '../../dialogs/turns/writes/case-changes.ts';
import { asJson } from '../../json.ts';
import type { Json } from '../../store/store.ts';
import { words } from '../words/words.ts';
import { cut } from './text/excerpts.ts';

const noteSchema = z.object({
  reference: z.string(),
  what: z.enum(caseChangeKinds),
  reminders: z.number().optional(),
  message: z.object({ text: z.string(), files: z.array(z.string()) }).optional(),
  /** Notes that Slack and Teams left in an outbox before 2026-12 have the name alone. */
  by: z.union([z.object({ id: z.string(), name: z.string() }), nameAlone()]).optional(),
});
/** A change in as few words as are needed to tell it later. */
export type ChangeNote = z.infer<typeof noteSchema>;

const maxMessageCharacters = 9_000;

/** The change as it waits in the outbox. */
export function noteOf({ reference, what, reminders, message, by }: CaseChange): Json {
  return asJson({ reference, what, reminders, message: message && excerptOf(message), by } satisfies ChangeNote);
}

/** A change as `noteOf` kept it. Throws ZodError for anything else. */
export function readNote(payload: Json): ChangeNote {
  const old = z.looseObject({ text: z.string().default(''), files: z.array(z.string()).default([]) });
  const { text, files } = old.parse(payload);
  const note = noteSchema.parse(payload);
  return note.message || (text === '' && files.length === 0) ? note : { ...note, message: { text, files } };
}

const messageSchema = z.object({
  /** Of somebody at the shop, whose name stands above what they write. */
  ownWords: z.string().optional(),
  text: z.string().optional(),
  value: z.json().optional(),
  attachments: z.array(z.object({ name: z.string().optional() })).default([]),
});

/** The text of a message; more of it than any desk shows is left to the desk's page. */
function excerptOf(message: unknown): NonNullable<ChangeNote['message']> {
  const { ownWords, text, value, attachments } = messageSchema.parse(message);
  return {
    // A card's submit has no words.
    text: cut(ownWords ?? text ?? (value === undefined ? '' : JSON.stringify(value)), maxMessageCharacters),
    files: attachments.map(({ name = words.case.unnamedFile }) => name),
  };
}

function nameAlone() {
  return z.string().transform((name) => ({ id: '', name }));
}
