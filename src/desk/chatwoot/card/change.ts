import type { CaseView } from '../../case/case-view.ts';
import type { ChangeNote } from '../../case/change-note.ts';
import { withFiles, withoutName } from '../../case/excerpts.ts';
import { rulingInWords } from '../../case/words.ts';
import { isInChatwoot } from '../agents.ts';
import type { OutgoingMessage } from '../client.ts';
import { asWritten, asWrittenInLine } from './markdown.ts';

type Line = Omit<OutgoingMessage, 'sourceId'>;

/** Who did this to a case, at that instant. */
export function doerOf({ history }: Pick<CaseView, 'history'>, what: string, at: string) {
  return history.findLast((line) => line.what === what && line.at <= at)?.by;
}

/** What a change says in the conversation of its case; nothing where people in Chatwoot see it anyway. */
export function linesOf(change: ChangeNote, view: CaseView, at: string): Line[] {
  // What the customer came with, or came back with, is what people answer to.
  const words = change.what === 'filed' || change.what === 'reopened' ? lastWords(view, at) : undefined;
  return [lineOf(change, view, at), words].filter((line) => line !== undefined);
}

function lineOf({ what, message, by, reminders = 1 }: ChangeNote, view: CaseView, at: string): Line | undefined {
  const doer = doerOf(view, what, at);
  const who = asWrittenInLine(doer?.name ?? 'Somebody');
  switch (what) {
    case 'filed':
      return undefined;
    case 'customer-message':
      return message && fromCustomer(withFiles(message.text, message.files));
    case 'agent-message':
      return (
        message && note(`${asWrittenInLine(by?.name ?? 'Somebody')}, elsewhere, wrote to the customer:`, message.text)
      );
    case 'claimed':
      return doer && isInChatwoot(doer)
        ? undefined
        : note(
            `${who} has taken this case elsewhere. Until it is given back, replies from here do not reach the customer.`,
          );
    case 'released':
      return note('The case is free again.');
    case 'reopened':
      return note('The customer has come back to this case.');
    case 'unclaimed':
      return note(`Nobody has taken this case yet; the customer is waiting (reminder ${reminders}).`);
    case 'cancelled':
      return note('The customer has taken the request back.');
    case 'ruled':
      return note(
        view.ruling ? `${asWrittenInLine(rulingInWords(view.ruling))} The customer was told.` : 'It was ruled on.',
      );
    case 'handed-back':
      return note(`${who} has handed the customer back to the assistant.`);
    case 'closed':
      return note('The case is closed.');
  }
}

function lastWords({ transcript }: CaseView, at: string): Line | undefined {
  const last = transcript.findLast((one) => one.who === 'customer' && one.at <= at);
  return last && fromCustomer(withFiles(last.text, last.files));
}

function fromCustomer(text: string): Line | undefined {
  return text.trim() === '' ? undefined : { content: asWritten(text), isFromCustomer: true };
}

function note(text: string, quoted?: string): Line {
  return {
    content: quoted === undefined ? text : `${text}\n\n${asWritten(withoutName(quoted))}`,
    isFromCustomer: false,
  };
}
