import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CaseView } from '../desk/case-view.ts';
import { asJson } from '../dialogs/as-json.ts';
import type { CaseChange } from '../dialogs/case-changes.ts';
import type { Json, PendingEffect } from '../store/store.ts';

const messageSchema = z.object({
  text: z.string().optional(),
  value: z.json().optional(),
  attachments: z.array(z.object({ name: z.string().optional() })).default([]),
});

const noteSchema = z.object({
  reference: z.string(),
  what: z.string(),
  reminders: z.number().optional(),
  message: z.object({ text: z.string(), files: z.array(z.string()) }).optional(),
  by: z.object({ id: z.string(), name: z.string() }).optional(),
});
type Note = z.infer<typeof noteSchema>;

/** A change in as few words as are needed to tell it later. */
export function noteOf({ reference, what, reminders, message, by }: CaseChange): Json {
  return asJson({ reference, what, reminders, message: message && said(message), by } satisfies Note);
}

/** A change as it was kept by `noteOf`. */
export function readNote(payload: Json): Note {
  return noteSchema.parse(payload);
}

function said(message: unknown): Note['message'] {
  const { text, value, attachments } = messageSchema.parse(message);
  return {
    // A card's submit has no words.
    text: text ?? (value === undefined ? '' : JSON.stringify(value)),
    files: attachments.map(({ name = 'a file' }) => name),
  };
}

/** The same for every attempt at one event, and another for each event, also after the database was made anew. */
export function eventId({ id, conversationId, at }: Pick<PendingEffect, 'id' | 'conversationId' | 'at'>): string {
  return `evt_${createHash('sha256').update(`${conversationId} ${id} ${at}`).digest('base64url').slice(0, 27)}`;
}

/** What is sent: what happened and when, and the case as it stands at the attempt; large parts are left to the desk's API. */
export function eventBody({ reference, what, reminders, message, by }: Note, at: string, view: CaseView): string {
  const { transcript: _1, questions: _2, clauses: _3, ...rest } = view;
  return JSON.stringify({
    // The standard recommends letters, digits and underscores between the full stops.
    type: `case.${what.replaceAll('-', '_')}`,
    timestamp: at,
    data: { reference, reminders, message: message && { ...message, by }, case: rest },
  });
}
