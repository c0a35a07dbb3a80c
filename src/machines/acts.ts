import type { Decision } from '../policy/decide.ts';
import type { Facts } from '../policy/facts.ts';
import type { Digression, Problem } from './events.ts';
import type { Answer, FoundOrder, OpenQuestion, Range } from './record.ts';

/** Why a case is filed. */
export type CaseReason = 'asked-for-human' | 'human-review' | 'refuse-delivery' | 'contradiction';

/** Something to be said or done: data, carried out by the turn. */
export type Act =
  | { type: 'greet' }
  | { type: 'remind' }
  | { type: 'close'; reference: string }
  | { type: 'welcomeBack' }
  | { type: 'note'; answer: Answer }
  /** What was taken from a free message. */
  | { type: 'understood'; answers: Answer[]; ranges: Range[]; mentioned: Record<string, string[]> }
  | { type: 'digression'; about: Digression }
  | { type: 'ask'; open: OpenQuestion; atMost: number }
  | { type: 'explain'; problem: Problem }
  | { type: 'help' }
  | { type: 'lookUpOrder'; number: string; email: string }
  | { type: 'lookUpWarranty'; serialNumber: string }
  | { type: 'orderShown'; order: FoundOrder }
  /** The order is judged by the version of the policy in force on that day, which is not the one so far. */
  | { type: 'termsOfDay'; purchasedOn: string }
  | { type: 'itemShown'; item: FoundOrder['items'][number] }
  | { type: 'orderMissing'; isLast: boolean }
  | { type: 'orderUnavailable' }
  | { type: 'warrantyShown'; warrantyUntil: string }
  | { type: 'warrantyMissing' }
  | { type: 'warrantyUnavailable' }
  | { type: 'firstQuestion' }
  | { type: 'stale' }
  | { type: 'restarted' }
  | { type: 'nothingToChange' }
  | { type: 'withdraw'; reference: string; what: 'decision' | 'case' }
  | { type: 'decide'; reference: string; decision: Decision; facts: Facts }
  | { type: 'file'; reference: string; because: CaseReason }
  | { type: 'caseStands'; reference: string }
  | { type: 'decisionStands'; reference: string };
