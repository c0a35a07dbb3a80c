import type { HumanLanguage } from '../language/languages/languages.ts';
import type { Decision } from '../policy/engine/decision.ts';
import type { Facts } from '../policy/engine/facts.ts';
import type { Agent, CaseReason, FiledCase, Ruling } from './case.ts';
import type { DangerKind, Digression, Problem } from './events.ts';
import type { Answer, Details, FoundOrder, OpenQuestion, Range, UnderWay } from './record/record.ts';
import type { SentToCustomer } from './sent-files.ts';

/** What is more than a message wherever it is written. */
export type PassedAlarm = 'danger' | 'declaration';

/** Something to be said or done: data, carried out by the turn. */
export type Act =
  | { type: 'greet' }
  | { type: 'remind' }
  | { type: 'close'; reference: string }
  | { type: 'welcomeBack' }
  | { type: 'note'; answer: Answer }
  /** The content that was read from a free message. */
  | { type: 'understood'; answers: Answer[]; ranges: Range[]; mentioned: Record<string, string[]> }
  | { type: 'digression'; about: Digression }
  /** Days that the message names and no fact takes. */
  | { type: 'daysNotUsed'; days: string[] }
  /** `agent`: a person asks it. */
  | { type: 'ask'; open: OpenQuestion; atMost: number; agent?: Agent }
  | { type: 'explain'; problem: Problem }
  | { type: 'help' }
  | { type: 'lookUpOrder'; number: string; email: string }
  | { type: 'lookUpWarranty'; serialNumber: string }
  | { type: 'orderShown'; order: FoundOrder }
  /** The order is judged by the version of the policy in force on that day, which is not the one so far. */
  | { type: 'termsOfDay'; purchasedOn: string }
  | { type: 'itemShown'; item: FoundOrder['items'][number] }
  /** Something is under way for the item already. */
  | { type: 'underWay'; item: string; what: UnderWay }
  | { type: 'orderMissing'; isLast: boolean }
  | { type: 'orderUnavailable' }
  | { type: 'warrantyShown'; warrantyUntil: string }
  | { type: 'warrantyMissing' }
  | { type: 'warrantyUnavailable' }
  | { type: 'firstQuestion' }
  | { type: 'stale' }
  | { type: 'restarted' }
  /** What deleting means is said before it is asked for. */
  | { type: 'erasureAsked' }
  /** Whatever else is said has to wait for the answer. */
  | { type: 'erasureFirst' }
  /** All that the conversation holds is erased after this turn. */
  | { type: 'erased' }
  | { type: 'nothingToChange' }
  | { type: 'withdraw'; reference: string; what: 'decision' | 'case' }
  | { type: 'decide'; reference: string; decision: Decision; facts: Facts }
  | { type: 'file'; reference: string; because: CaseReason }
  /** What to do now. */
  | { type: 'danger'; kind: DangerKind }
  /** An open case is more urgent than it was; people at the desks are told, the customer is not. */
  | { type: 'becameUrgent'; reference: string }
  /** A declaration was received at that instant (ISO), and is kept as it was written; in English, without `language`. */
  | { type: 'declared'; at: string; language?: HumanLanguage }
  /** It is with a case that people know already; they are told, the customer is not. */
  | { type: 'declarationAdded'; reference: string }
  | { type: 'caseStands'; filed: FiledCase }
  /** What the customer has said is with their case now: details by name, or something else. */
  | { type: 'addedToCase'; reference: string; details: Details }
  /** Details are kept for later, with a decision that stands. */
  | { type: 'detailsKept'; details: Details }
  | { type: 'reopen'; reference: string }
  | { type: 'agentJoined'; reference: string; agent: Agent }
  | { type: 'takenOver'; reference: string; agent: Agent }
  | { type: 'assigned'; reference: string; agent: Agent }
  | { type: 'agentLeft'; reference: string }
  | { type: 'agentMessage'; agent: Agent; text: string; markdown?: string; files?: SentToCustomer[] }
  /** What people note on a case for themselves, such as a tag. */
  | { type: 'marked'; reference: string }
  /** What follows is about a case that the customer has begun anew after. */
  | { type: 'aboutLeftCase'; reference: string }
  /** A word among people at the shop: nothing of it is ever said to the customer. */
  | { type: 'noted'; reference: string; agent: Agent; text: string }
  /** `corrects`: the ruling before. */
  | { type: 'ruled'; reference: string; ruling: Ruling; corrects?: Ruling }
  /** The ruling does not count any more, nor its form; a new one is to come. */
  | { type: 'rulingWithdrawn'; reference: string; agent: Agent; note: string; ruling?: Ruling }
  | { type: 'reopenedBy'; reference: string; agent: Agent }
  /** The customer has written after the end, and the case is with the same person again. */
  | { type: 'cameBack'; reference: string; agent: Agent }
  /** The customer waits for an answer of that person, who is reminded of it, then loses the case. */
  | { type: 'unanswered'; reference: string; agent: Agent }
  | { type: 'leftWaiting'; reference: string; agent: Agent }
  | { type: 'handedBack'; reference: string; agent: Agent; summary: string }
  /** From now on both are looked after in the other case. */
  | { type: 'merged'; reference: string; into: string }
  /** Another case is looked after in this one, or by itself again. */
  | { type: 'absorbed'; reference: string; from: string }
  | { type: 'letGo'; reference: string; from: string }
  /** What the customer has written goes to the case that theirs was merged into; a courtesy waits for no answer. */
  | { type: 'passOn'; reference: string; into: string; alarm?: PassedAlarm; isCourtesy: boolean }
  | { type: 'caseClosed'; reference: string; note: string }
  /** The customer needs nobody any more. */
  | { type: 'cancelled'; reference: string }
  /** Nobody has claimed it for long: others are told, then the customer can leave an e-mail address. */
  | { type: 'unclaimed'; reference: string; reminders: number }
  | { type: 'decisionStands'; reference: string };
