import type { Danger } from '../language/danger/danger.ts';
import type { DeclarationKind } from '../language/declarations/declarations.ts';
import type { HumanLanguage } from '../language/languages/languages.ts';
import type { Agent } from './case.ts';
import type { Answer, Details, FoundOrder, Range } from './record/record.ts';

/**
 * The customer's action, as read from a message; `file` where one came with it, `unusedDays`, as it writes them, that no
 * fact takes, `code`, the digits of a message that may be a code from an e-mail.
 */
export type CustomerEvent = Happening & { file?: SentFile; unusedDays?: string[]; code?: string };

/** True if what was sent along is kept for people to look at. */
export type SentFile = 'kept' | 'not-kept' | 'unreadable';

type Happening =
  | { type: 'begin' }
  /**
   * Somebody at the shop has taken down what a customer says who is in no chat; nothing is asked, all goes to people.
   */
  | { type: 'takenDown'; by: Agent; answers: Answer[]; details: Pick<Details, 'orderNumber' | 'email'> }
  | { type: 'answer'; answer: Answer }
  /** One of the options that a decision leaves to the customer, by its id. */
  | { type: 'choose'; option: string }
  /** The customer does not know the hour that is asked for. */
  | { type: 'noHour' }
  /** A detail that is no fact: an order number, an e-mail, an item, a serial number. */
  | { type: 'detail'; details: Details }
  /** A free message that says something of the case, perhaps beside an answer to the open question. */
  | ({ type: 'statement' } & Statement)
  /** Something else on the customer's mind; the open question stays. */
  | { type: 'digress'; about: Digression }
  | { type: 'orderFound'; order: FoundOrder }
  | { type: 'orderNotFound' }
  | { type: 'orderUnavailable' }
  | { type: 'warrantyFound'; warrantyUntil: string }
  | { type: 'warrantyNotFound' }
  | { type: 'warrantyUnavailable' }
  /** A reply that the open question cannot use; `asksStatus`: it asks how things stand, which is said to any such. */
  | { type: 'unclear'; problem: Problem; asksStatus?: true }
  /** A reply that could mean several days, or names several numbers of which one is meant. */
  | { type: 'ambiguous'; candidates: string[] }
  /** The submit of a question that is not open any more. */
  | { type: 'stale' }
  | { type: 'yes' }
  | { type: 'no' }
  /** A fact to answer anew, or `choose` for what was chosen among options; without one the customer is asked which. */
  | { type: 'change'; fact?: string }
  | { type: 'back' }
  | { type: 'startOver' }
  | { type: 'help' }
  /** A person is wanted; `stated`: whatever else the message says of the case. */
  | { type: 'human'; stated?: Statement }
  /** Somebody is in danger: that comes before everything else. `stated`: whatever else the message says of the case. */
  | { type: 'danger'; kind: DangerKind; stated?: Statement }
  /**
   * The customer declares something about the contract, which is for people and no reason to be judged by the policy;
   * `text`: the whole message, as it was written; `language`: the one it is in, where that is not English; `stated`:
   * whatever else it says of the case.
   */
  | { type: 'declare'; kind: DeclarationKind; text: string; language?: HumanLanguage; stated: Statement }
  /** Perhaps the customer wants a person. */
  | { type: 'offerHuman' }
  /** The customer needs nobody any more. */
  | { type: 'cancelCase' }
  /** A person hands the conversation back. */
  | { type: 'resume' }
  /** Nobody has claimed the case for long. */
  | { type: 'unclaimed' }
  /** Whoever has the case has left the customer without an answer for long. */
  | { type: 'unanswered' }
  /** The customer has been silent for long, then for very long. */
  | { type: 'remind' }
  | { type: 'close' };

export type DangerKind = Danger['kind'];

/** The content of a free message about the case. */
export interface Statement {
  /** The answer to the open question, if the message gives one. */
  answer?: Answer;
  /** Whatever else was understood; it is confirmed before it decides. */
  inferred: Answer[];
  ranges: Range[];
  /** Members of sets that were named, and not yet all. */
  mentioned: Record<string, string[]>;
  details: Details;
  /** Different order numbers, of which the customer means one. */
  orderNumbers?: string[];
  /** True if it takes back what was said before ("actually …"). */
  isCorrection: boolean;
  /** True if it agrees to what was shown back, and says more. */
  isAgreement?: boolean;
  /** True if it is to be confirmed at once, because it was read with some doubt. */
  isUnsure?: boolean;
  /** True if what it says is only likely, so that it is proposed rather than shown back. */
  isProposal?: boolean;
  /** A question that the message asks beside it. */
  about?: Digression;
}

/** A wish or a worry that is no return, and has a door of its own. */
export type ConcernKind =
  | 'legal'
  | 'chargeback'
  | 'privacy'
  | 'erase-data'
  | 'double-charge'
  | 'invoice'
  | 'parcel-status'
  | 'warranty-papers'
  | 'address-change'
  | 'newsletter'
  | 'staff-complaint'
  | 'objection';

/** Something that a customer brings up instead of an answer. */
export type Digression =
  | {
      kind:
        | 'greeting'
        | 'identity'
        | 'thanks'
        | 'goodbye'
        | 'abuse'
        | 'out-of-scope'
        | 'refund-status'
        | 'case-status'
        | 'no-reason'
        | 'several-items'
        | 'file-kept'
        | 'file-not-kept'
        | 'file-unreadable'
        | ConcernKind
        | 'acknowledged'
        | 'waiting'
        | 'presence'
        /** The reason for the decision, and what is possible after it. */
        | 'why'
        | 'what-now'
        | 'what-if'
        /** The item is kept after all, so nothing is to be done. */
        | 'keeps-it'
        /** The form, or the reference, once more. */
        | 'form-again'
        | 'reference'
        /** The reason for the open question. */
        | 'why-asked';
    }
  | TalkMatter
  /** A message in a language that is not understood here; two letters. */
  | { kind: 'other-language'; language: string }
  /** A question about the policy, and the clauses and facts of it that answer. */
  | { kind: 'policy-question'; clauses: string[]; facts: string[] }
  /** One that the policy does not answer. */
  | { kind: 'unanswered-question' };

/** The ways back to a talk; without an outcome there are none here. */
export type TalkMatter =
  /** The reference of an earlier talk: its own e-mail address gets a code, if there is one. */
  | { kind: 'earlier-case'; reference: string; outcome?: 'asked' | 'too-many' }
  /** This talk is to be sent by e-mail, to that address where one is named. */
  | { kind: 'mail-talk'; email?: string; outcome?: 'sent' | 'no-address' | 'too-many' }
  /** A code from an e-mail was typed. */
  | { kind: 'talk-code'; outcome: 'opened' | 'wrong' | 'too-many' };

/** The reason why a reply cannot be used. */
export type Problem =
  | { kind: 'not-understood' }
  | { kind: 'future-date'; date: string }
  /** `fact`: the fact whose day it is, where that is not the one asked about. */
  | { kind: 'not-one-day'; from: string; to: string; fact?: string }
  /** A number or amount said only roughly, where it could go either way: a range as the policy takes it. */
  | { kind: 'not-one-value'; fact: string; value: string }
  /** A day, or the days that it may be, of something else than what was asked about. */
  | { kind: 'other-event'; from: string; to: string }
  /** A yes with something else than what was asked about: "yes, the box is crushed" of the device. */
  | { kind: 'beside-the-point' }
  | { kind: 'impossible'; because: string }
  | { kind: 'cannot-be-unknown' }
  /** More pieces than were ordered, or none. */
  | { kind: 'not-so-many'; of: number };

/** A message that states nothing. */
export const nothingStated: Statement = { inferred: [], ranges: [], mentioned: {}, details: {}, isCorrection: false };
