import type { CaseView } from '../../case/case-view.ts';
import type { ChangeNote } from '../../case/change-note.ts';
import { type ChangeText, changeText, doerOf } from '../../case/text/change-text.ts';
import { withFiles } from '../../case/text/excerpts.ts';
import { fillIn, words } from '../../words/words.ts';
import { isInChatwoot } from '../agents.ts';
import type { OutgoingMessage } from '../client.ts';
import { asWritten, asWrittenInLine } from './markdown.ts';

type Message = Omit<OutgoingMessage, 'sourceId'>;

/** The messages of a change in the conversation of its case; none where people in Chatwoot see it anyway. */
export function changeMessages(note: ChangeNote, view: CaseView, at: string): Message[] {
  const change = handsOf(note, view, at) ?? changeText(note, view, at);
  // What the customer came with, or came back with, is what people answer to.
  const isCustomers = note.what === 'filed' || (note.what === 'reopened' && !doerOf(view, 'reopened', at));
  const messages = isCustomers ? lastMessage(view, at) : [];
  return [...(change && change !== 'seen' ? messageOf(change) : []), ...messages];
}

/** A change of who has the case; `seen` where people in Chatwoot see it anyway, `undefined` for any other change. */
function handsOf({ what }: ChangeNote, view: CaseView, at: string): ChangeText | 'seen' | undefined {
  if (what === 'claimed') return claimed(view, at) ?? 'seen';
  if (what !== 'taken-over' && what !== 'assigned') return undefined;
  const entry = view.history.findLast((line) => line.what === what && line.at <= at);
  const names = { agent: entry?.by?.name ?? words.case.somebody, who: entry?.who?.name ?? words.case.somebody };
  const template = what === 'assigned' ? words.changes.assignedTo : words.changes.takenOverFrom;
  const holder = what === 'assigned' ? entry?.who : entry?.by;
  const elsewhere = holder && isInChatwoot(holder) ? '' : ` ${words.changes.elsewhere}`;
  return { kind: 'notice', text: `${fillIn(template, names)}${elsewhere}`, callsOut: false };
}

/** Replies from Chatwoot reach the customer of whom nobody elsewhere takes care. */
function claimed(view: CaseView, at: string): ChangeText | undefined {
  const doer = doerOf(view, 'claimed', at);
  if (doer && isInChatwoot(doer)) return undefined;
  const agent = doer?.name ?? words.case.somebody;
  return { kind: 'notice', text: fillIn(words.changes.claimedElsewhere, { agent }), callsOut: false };
}

function messageOf(change: ChangeText): Message[] {
  if (change.kind === 'notice') {
    const form = change.formUrl === undefined ? '' : ` [${words.changes.callerForm}](${change.formUrl})`;
    return [{ content: `${asWrittenInLine(change.text)}${form}`, isFromCustomer: false }];
  }
  if (change.kind === 'note') {
    return [{ content: `${asWrittenInLine(change.heading)}\n\n${asWritten(change.text)}`, isFromCustomer: false }];
  }
  const { who, text, isCustomers } = change;
  if (isCustomers) return fromCustomer(text);
  const heading = asWrittenInLine(fillIn(words.changes.wroteElsewhere, { agent: who }));
  return [{ content: `${heading}\n\n${asWritten(text)}`, isFromCustomer: false }];
}

function lastMessage({ transcript }: CaseView, at: string): Message[] {
  const last = transcript.findLast((one) => one.who === 'customer' && one.at <= at);
  return last ? fromCustomer(withFiles(last.text, last.files)) : [];
}

function fromCustomer(text: string): Message[] {
  return text.trim() === '' ? [] : [{ content: asWritten(text), isFromCustomer: true }];
}
