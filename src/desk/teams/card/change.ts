import { z } from 'zod';
import type { CaseChange } from '../../../dialogs/turns/case-changes.ts';
import { plainText } from '../../../dialogs/wording/plain-markdown.ts';
import type { JsonObject } from '../../../store/store.ts';
import type { CaseView } from '../../case/case-view.ts';
import { saidIn } from '../../case/change-note.ts';
import { cut, speakers, withFiles, withoutName } from '../../case/excerpts.ts';
import { rulingInWords } from '../../case/words.ts';
import { headline } from './card.ts';
import { card, cardMessage, said, title } from './parts.ts';

const whats = [
  'filed',
  'reopened',
  'claimed',
  'released',
  'ruled',
  'handed-back',
  'closed',
  'cancelled',
  'unclaimed',
  'customer-message',
  'agent-message',
] as const satisfies CaseChange['what'][];

/** A change as it waits in the outbox to be told. */
export const noteSchema = z.object({
  reference: z.string(),
  what: z.enum(whats),
  reminders: z.number().optional(),
  text: z.string().default(''),
  files: z.array(z.string()).default([]),
  by: z.string().optional(),
});
type Note = z.infer<typeof noteSchema>;

/** As much of a message as is shown; the desk in the browser has all of it. */
const mostOfMessage = 8_000;
const mostOfTranscript = 6_000;

/** A change in as few words as are needed to tell it later. */
export function noteOf({ reference, what, reminders, message, by }: CaseChange): JsonObject {
  return {
    reference,
    what,
    ...(reminders !== undefined && { reminders }),
    ...(message && shortened(saidIn(message))),
    ...(by && { by: by.name }),
  };
}

function shortened({ text, files }: { text: string; files: string[] }): JsonObject {
  return { text: cut(text, mostOfMessage), files };
}

/** What a change says in the thread of its case. */
export function lineOf(note: Note, view: CaseView): JsonObject {
  const who = view.agent?.name ?? 'Somebody';
  switch (note.what) {
    case 'filed':
      return soFar(view);
    case 'customer-message':
      return spoken(view, 'Customer', withFiles(note.text, note.files));
    case 'agent-message':
      return spoken(view, note.by ?? who, withoutName(note.text));
    case 'claimed':
      return told(view, `${who} has taken the case. What ${who} writes in this thread goes to the customer.`);
    case 'released':
      return told(view, 'The case is free again.');
    case 'reopened':
      return told(view, 'The customer has come back to this case.');
    case 'unclaimed':
      return told(
        view,
        `Nobody has claimed this case yet; the customer is waiting (reminder ${note.reminders ?? 1}).`,
        'Attention',
      );
    case 'cancelled':
      return told(view, 'The customer has taken the request back.');
    case 'ruled':
      return told(view, view.ruling ? `${rulingInWords(view.ruling)} The customer was told.` : 'It was ruled on.');
    case 'handed-back':
      return told(view, `${who} has handed the customer back to the assistant.`);
    case 'closed':
      return told(view, 'The case is closed.');
  }
}

/** A line of our own in a thread. */
export function told(view: Pick<CaseView, 'reference' | 'urgent'>, text: string, color = 'Default'): JsonObject {
  return cardMessage(card([said(text, 1_500, { color })], []), headline(view));
}

function spoken(view: CaseView, who: string, text: string): JsonObject {
  const body = [said(who, 80, { weight: 'Bolder' }), said(text, mostOfMessage)];
  return cardMessage(card(body, []), `${headline(view)}: ${who} writes`);
}

/** What was said before people came in; the end of it counts most. */
function soFar(view: CaseView): JsonObject {
  const lines = view.transcript.map(
    ({ who, text, files }) =>
      `${speakers[who]}: ${cut(withFiles(who === 'customer' ? text : plainText(text), files), 400)}`,
  );
  const kept: string[] = [];
  let room = mostOfTranscript;
  for (const line of lines.toReversed()) {
    room -= line.length;
    if (room < 0) break;
    kept.unshift(line);
  }
  const rest = lines.length - kept.length;
  const heading =
    rest > 0 ? `The conversation so far (${rest} earlier messages are on the desk)` : 'The conversation so far';
  return cardMessage(card([title(heading), said(kept.join('\n\n'), 2 * mostOfTranscript)], []), headline(view));
}
