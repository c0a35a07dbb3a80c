import { readCode } from '../../language/commands/earlier-talk.ts';
import { isOpenCase } from '../../machines/case.ts';
import { type CustomerEvent, nothingStated, type SentFile } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Conversation } from '../../machines/record/record.ts';
import { actionIn, readAction } from './actions.ts';
import { interpret } from './table/table.ts';

/** The parts of a message: its words, or the submit of a card, and files. */
export interface Message {
  text?: string | undefined;
  value?: unknown;
  /** True if all files that came with it are kept; absent: there were none. */
  file?: SentFile | undefined;
}

/** Reads a message as what the customer does, given the question that is open. */
export function readMessage(interview: Interview, conversation: Conversation, message: Message): CustomerEvent {
  const { file, text, value } = message;
  if (file === undefined) return readWithoutFile(interview, conversation, message);
  if (!text?.trim() && value === undefined) return readFileAlone(conversation, file);
  return { ...readWithoutFile(interview, conversation, message), file };
}

/** A message that is nothing but files: it answers nothing, and is no unclear reply. */
function readFileAlone({ open, case: filed }: Conversation, file: SentFile): CustomerEvent {
  const about = { kind: `file-${file}` } as const;
  if (open || (filed && isOpenCase(filed))) return { type: 'digress', about };
  // Nobody is going to look at it by itself, so how things stand is said, too.
  return { type: 'statement', ...nothingStated, about };
}

function readWithoutFile(interview: Interview, conversation: Conversation, message: Message): CustomerEvent {
  const sent = actionIn(message.value);
  if (sent) return readAction(interview, conversation, sent);
  const { event } = interpret(interview, conversation, message.text ?? '');
  // Only who has asked for a code knows if it is one.
  const code = readCode(message.text ?? '');
  return code === undefined ? event : { ...event, code };
}
