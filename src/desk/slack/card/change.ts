import { z } from 'zod';
import type { CaseChange } from '../../../dialogs/turns/case-changes.ts';
import { saidIn } from '../../case/change-note.ts';
import { cut, speakers, withFiles, withoutName } from '../../case/excerpts.ts';
import { rulingInWords } from '../../case/words.ts';
import type { ShownCase } from '../shown-case.ts';
import { actions, type Block, escaped, limits, linkButton, quote, section } from './blocks.ts';

/** What a change says in the thread of its case. */
export interface Line {
  text: string;
  blocks: Block[];
  /** Shown in the channel, too: somebody has to see it now. */
  isForAll?: boolean;
}

/** A change as it waits to be told. */
export const noteSchema = z.object({
  reference: z.string(),
  what: z.custom<CaseChange['what']>((what) => typeof what === 'string'),
  reminders: z.number().optional(),
  text: z.string().optional(),
  files: z.array(z.string()).default([]),
  by: z.string().optional(),
});
export type Note = z.infer<typeof noteSchema>;

/** A change in as few words as are needed to tell it later. */
export function noteOf({ reference, what, reminders, message, by }: CaseChange): Note {
  return { reference, what, reminders, ...(message ? saidIn(message) : { files: [] }), by: by?.name };
}

/** What is said in the thread; `undefined` where the card alone says it. */
export function lineOf({ what, text = '', files, by, reminders = 1 }: Note, view: ShownCase): Line | undefined {
  const who = view.agent?.name ?? 'Somebody';
  switch (what) {
    case 'filed':
      return soFar(view);
    case 'customer-message':
      return spoken('Customer', withFiles(text, files));
    case 'agent-message':
      return spoken(by ?? who, withoutName(text));
    case 'claimed':
      return told(
        view.isCaller
          ? `${who} has taken the case.`
          : `${who} has taken the case. What ${who} writes in this thread goes to the customer.`,
      );
    case 'released':
      return told('The case is free again.', true);
    case 'reopened':
      return told('The customer has come back to this case.', true);
    case 'unclaimed':
      return told(`Nobody has claimed this case yet. The customer is waiting (reminder ${reminders}).`, true);
    case 'cancelled':
      return told('The customer has taken the request back.');
    case 'ruled':
      return ruled(view);
    case 'handed-back':
      return told(`${who} has handed the customer back to the assistant.`);
    case 'closed':
      return told('The case is closed.');
  }
}

/** What was said before people came in; the end of it counts most. */
export function soFar({ transcript }: ShownCase): Line | undefined {
  const lines = transcript.map(({ who, text, files }) => `${speakers[who]}: ${cut(withFiles(text, files), 400)}`);
  const kept: string[] = [];
  let room: number = limits.quote - 100;
  for (const line of lines.toReversed()) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.unshift(line);
  }
  if (kept.length === 0) return undefined;
  const rest = lines.length - kept.length;
  const title =
    rest > 0 ? `The conversation so far (${rest} earlier messages are on the desk)` : 'The conversation so far';
  return { text: title, blocks: [quote(title, kept.join('\n'))] };
}

/** A caller hears nothing from us, so whoever rules needs the form's address. */
function ruled({ ruling, isCaller, transcript }: ShownCase): Line {
  const what = ruling ? rulingInWords(ruling) : 'It was ruled on.';
  if (!isCaller) return told(`${what} The customer was told.`);
  const line = told(`${what} Please tell the customer.`);
  const form = transcript
    .findLast(({ who }) => who !== 'customer')
    ?.text.match(/\]\((https?:\/\/[^\s()]{1,2900})\)/)?.[1];
  return form ? { ...line, blocks: [...line.blocks, actions([linkButton('Their form', 'case-form', form)])] } : line;
}

function spoken(who: string, text: string): Line {
  return { text: escaped(`${who}: ${text}`, 300), blocks: [quote(who, text)] };
}

function told(text: string, isForAll = false): Line {
  return { text: escaped(text, 500), blocks: [section(text)], isForAll };
}
