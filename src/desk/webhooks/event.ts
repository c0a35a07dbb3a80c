import { createHash } from 'node:crypto';
import type { PendingEffect } from '../../store/store.ts';
import type { CaseView } from '../case/case-view.ts';
import type { ChangeNote } from '../case/change-note.ts';

/** The same for every attempt at one event, and another for each event, also after the database was made anew. */
export function eventId({ id, conversationId, at }: Pick<PendingEffect, 'id' | 'conversationId' | 'at'>): string {
  return `evt_${createHash('sha256').update(`${conversationId} ${id} ${at}`).digest('base64url').slice(0, 27)}`;
}

/**
 * The body of an event: what happened and when, and the case as it stands at the attempt; large parts are left to the
 * desk's API.
 */
export function eventBody({ reference, what, reminders, message, by }: ChangeNote, at: string, view: CaseView): string {
  const { transcript: _1, questions: _2, clauses: _3, ...rest } = view;
  return JSON.stringify({
    // The standard recommends letters, digits and underscores between the full stops.
    type: `case.${what.replaceAll('-', '_')}`,
    timestamp: at,
    data: { reference, reminders, message: message && { ...message, by }, case: rest },
  });
}
