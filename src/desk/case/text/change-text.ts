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
  const doer = doerOf(view, what, at);
  const agent = (doer ?? view.agent)?.name ?? words.case.somebody;
  const who = entryOf(view, what, at)?.who?.name;
  switch (what) {
    case 'filed':
    case 'marked':
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
    case 'taken-over':
    case 'assigned':
      return handedOn(note, view, at);
    case 'released':
      return notice(who ? fillIn(changes.releasedFrom, { agent, who }) : changes.released, true);
    case 'reopened':
      return doer ? notice(fillIn(changes.reopenedBy, { agent })) : notice(changes.reopened, true);
    case 'declared':
    case 'left-waiting':
      return notice(changes[what], true);
    case 'came-back':
    case 'unanswered':
      return notice(fillIn(changes[what], { agent }), true);
    case 'became-urgent':
      return notice(view.because === 'danger' ? changes.inDanger : changes[what], true);
    case 'unclaimed':
      return notice(fillIn(changes.unclaimed, { reminders }), true);
    case 'ruled':
    case 'corrected':
      return ruled(what, view);
    case 'ruling-withdrawn':
      return notice([fillIn(changes[what], { agent }), toldWords(view)].join(' '));
    case 'merged': {
      const other = entryOf(view, what, at)?.note ?? '';
      if (view.mergedInto === undefined) return notice(fillIn(changes.merged, { other }));
      return notice(`${fillIn(changes.mergedInto, { other })} ${toldWords(view)}`);
    }
    case 'unmerged':
      return notice(fillIn(changes.unmerged, { other: entryOf(view, what, at)?.note ?? '' }));
    case 'handed-back':
      return notice(fillIn(changes['handed-back'], { agent }));
    case 'cancelled':
    case 'closed':
      return notice(changes[what]);
  }
}

/** The person who did this to a case at that instant. */
export function doerOf(view: Pick<CaseView, 'history'>, what: ChangeNote['what'], at: string) {
  return entryOf(view, what, at)?.by;
}

function entryOf({ history }: Pick<CaseView, 'history'>, what: ChangeNote['what'], at: string) {
  return history.findLast((line) => line.what === what && line.at <= at);
}

/** The case has another holder, who hears it here as whoever had it before does. */
function handedOn({ what }: ChangeNote, view: CaseView, at: string): ChangeText {
  const entry = entryOf(view, what, at);
  const names = { agent: entry?.by?.name ?? words.case.somebody, who: entry?.who?.name ?? words.case.somebody };
  const [here, plain] =
    what === 'assigned' ? [changes.assigned, changes.assignedTo] : [changes.takenOver, changes.takenOverFrom];
  return notice(fillIn(view.isCaller ? plain : here, names), true);
}

/** A caller hears nothing from us, so whoever rules needs the form's address. */
function ruled(what: 'ruled' | 'corrected', view: CaseView): ChangeText {
  const { ruling, isCaller, transcript, outcomes } = view;
  if (!ruling) return notice(changes.ruledUnknown);
  const inWords = rulingInWords(ruling, outcomes);
  const whole = what === 'corrected' ? fillIn(changes.corrected, { ruling: inWords }) : inWords;
  const told = notice(`${whole} ${toldWords(view)}`);
  return isCaller ? { ...told, formUrl: transcript.findLast(({ who }) => who !== 'customer')?.formUrl } : told;
}

function toldWords({ isCaller }: CaseView): string {
  return isCaller ? changes.tellCaller : changes.customerTold;
}

function notice(text: string, callsOut = false) {
  return { kind: 'notice', text, callsOut } as const;
}

function quote(who: string, text: string | undefined, isCustomers: boolean): ChangeText | undefined {
  return text === undefined ? undefined : { kind: 'quote', who, text, isCustomers };
}
