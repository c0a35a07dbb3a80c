import { fillIn, words } from '../../words/words.ts';
import type { CaseView } from '../case-view.ts';
import type { ChangeNote } from '../change-note.ts';
import { withFiles } from './excerpts.ts';
import { rulingInWords } from './words.ts';

/** The text of a change in the conversation that a desk has about its case. */
export type ChangeText =
  /** A sentence of ours; with `callsOut` everybody should see it now. */
  | { kind: 'notice'; text: string; callsOut: boolean; formUrl?: string | undefined }
  /** Somebody's own words. */
  | { kind: 'quote'; who: string; text: string; isCustomers: boolean }
  /** A colleague's word to colleagues; `heading` says so. */
  | { kind: 'note'; heading: string; text: string };

const { changes } = words;

/** A change as of the instant (ISO) at which it happened; `undefined` for a new case, whose card says all. */
export function changeText(note: ChangeNote, view: CaseView, at: string): ChangeText | undefined {
  const { what, message, by, reminders = 1 } = note;
  const agent = (doerOf(view, what, at) ?? view.agent)?.name ?? words.case.somebody;
  switch (what) {
    case 'filed':
      return undefined;
    case 'customer-message':
      return quote(words.case.speakers.customer, message && withFiles(message.text, message.files), true);
    case 'agent-message':
      return quote(by?.name ?? agent, message && withFiles(message.text, message.files), false);
    case 'noted':
      return (
        message && { kind: 'note', heading: fillIn(changes.noted, { agent: by?.name ?? agent }), text: message.text }
      );
    case 'claimed':
      return notice(fillIn(view.isCaller ? changes.claimedForCaller : changes.claimed, { agent }));
    case 'released':
    case 'reopened':
    case 'declared':
      return notice(changes[what], true);
    case 'became-urgent':
      return notice(view.because === 'danger' ? changes.inDanger : changes[what], true);
    case 'unclaimed':
      return notice(fillIn(changes.unclaimed, { reminders }), true);
    case 'ruled':
      return ruled(view);
    case 'handed-back':
      return notice(fillIn(changes['handed-back'], { agent }));
    case 'cancelled':
    case 'closed':
      return notice(changes[what]);
  }
}

/** The person who did this to a case at that instant. */
export function doerOf({ history }: Pick<CaseView, 'history'>, what: ChangeNote['what'], at: string) {
  return history.findLast((line) => line.what === what && line.at <= at)?.by;
}

/** A caller hears nothing from us, so whoever rules needs the form's address. */
function ruled({ ruling, isCaller, transcript, outcomes }: CaseView): ChangeText {
  if (!ruling) return notice(changes.ruledUnknown);
  const inWords = rulingInWords(ruling, outcomes);
  if (!isCaller) return notice(fillIn(changes.ruled, { ruling: inWords }));
  const formUrl = transcript.findLast(({ who }) => who !== 'customer')?.formUrl;
  return { ...notice(fillIn(changes.ruledForCaller, { ruling: inWords })), formUrl };
}

function notice(text: string, callsOut = false) {
  return { kind: 'notice', text, callsOut } as const;
}

function quote(who: string, text: string | undefined, isCustomers: boolean): ChangeText | undefined {
  return text === undefined ? undefined : { kind: 'quote', who, text, isCustomers };
}
