import type { Act } from '../../../machines/acts.ts';
import { type Agent, isOpenCase } from '../../../machines/case.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import type { JsonObject } from '../../../store/store.ts';
import { takenInFrom } from '../taken-in.ts';

/** The changes of a case that people should see. */
export const caseChangeKinds = [
  'filed',
  'reopened',
  'claimed',
  /** From a colleague. */
  'taken-over',
  'assigned',
  'released',
  'ruled',
  /** Ruled on once more. */
  'corrected',
  'ruling-withdrawn',
  'handed-back',
  'closed',
  /** The customer takes it back. */
  'cancelled',
  /** The customer has written after a person had closed it, and that person has it again. */
  'came-back',
  /** Nobody has claimed it for long. */
  'unclaimed',
  /** Whoever has it has left the customer without an answer for long; then it is free for all again. */
  'unanswered',
  'left-waiting',
  /** People should look at it before all others, which was not so before. */
  'became-urgent',
  /** The customer has declared something in a case that people know already. */
  'declared',
  /** A message from the customer, or from the bot to them, while the case is open. */
  'customer-message',
  'agent-message',
  /** Looked after together with another case, and by itself again. */
  'merged',
  'unmerged',
  /** Its tags, or until when it is put aside: pages show it, and nobody is told. */
  'marked',
  /** A person's word to colleagues. */
  'noted',
] as const;
export type CaseChangeKind = (typeof caseChangeKinds)[number];

/** Something that people who work on a case should see. */
export interface CaseChange {
  reference: string;
  what: CaseChangeKind;
  /** The number of times that people were told that nobody has claimed the case. */
  reminders: number;
  /** The message of a change that is one. */
  message?: JsonObject;
  /** The agent who acts; their own desk need not be told. */
  by?: Agent;
}

/** The changes of a turn for those who work on cases, in order. */
export function caseChanges(turn: {
  before: Conversation;
  after: Conversation;
  acts: Act[];
  inbound?: JsonObject | undefined;
  replies: JsonObject[];
}): CaseChange[] {
  const { before, after, acts, inbound, replies } = turn;
  const earlier = before.case;
  const { reminders = 0 } = after.case ?? earlier ?? {};
  const fromCustomer: Change[] =
    inbound && earlier && (isOpenCase(earlier) || acts.some(({ type }) => tellsPeople.has(type)))
      ? [{ reference: earlier.reference, what: 'customer-message', message: inbound }]
      : [];
  const passedOn = inbound ? acts.flatMap((act) => passedOnBy(act, inbound)) : [];
  const done = acts.flatMap((act) => changeOf(act, earlier?.reference, replies));
  return [...fromCustomer, ...passedOn, ...done].map((change) => ({ ...change, reminders }));
}

/** What a customer does in a case that is settled, and people read all the same. */
const tellsPeople: ReadonlySet<Act['type']> = new Set(['declarationAdded', 'cameBack']);

/** True of a change that people are to be told of; what was written in another chat was told by the turn there. */
export function isNews({ what, message }: CaseChange): boolean {
  return what !== 'marked' && !(what === 'customer-message' && message && takenInFrom(message));
}

type Change = Omit<CaseChange, 'reminders'>;

/** A message for another case says, wherever it is read, in which chat it was written. */
function passedOnBy(act: Act, inbound: JsonObject): Change[] {
  if (act.type !== 'passOn') return [];
  const text = typeof inbound.text === 'string' ? inbound.text : JSON.stringify(inbound.value ?? '');
  return [
    { reference: act.into, what: 'customer-message', message: { ...inbound, text: `[${act.reference}] ${text}` } },
  ];
}

function changeOf(act: Act, reference: string | undefined, replies: JsonObject[]): Change[] {
  switch (act.type) {
    case 'file':
      return [{ reference: act.reference, what: 'filed' }];
    case 'reopen':
      return [{ reference: act.reference, what: 'reopened' }];
    case 'agentJoined':
      return [{ reference: act.reference, what: 'claimed' }];
    case 'takenOver':
      return [{ reference: act.reference, what: 'taken-over' }];
    case 'assigned':
      return [{ reference: act.reference, what: 'assigned' }];
    case 'agentLeft':
      return [{ reference: act.reference, what: 'released' }];
    case 'ruled':
      return [{ reference: act.reference, what: act.corrects ? 'corrected' : 'ruled' }];
    case 'rulingWithdrawn':
      return [{ reference: act.reference, what: 'ruling-withdrawn' }];
    case 'reopenedBy':
      return [{ reference: act.reference, what: 'reopened' }];
    case 'cameBack':
      return [{ reference: act.reference, what: 'came-back' }];
    case 'unanswered':
      return [{ reference: act.reference, what: 'unanswered' }];
    case 'leftWaiting':
      return [{ reference: act.reference, what: 'left-waiting' }];
    case 'handedBack':
      return [{ reference: act.reference, what: 'handed-back' }];
    case 'caseClosed':
      return [{ reference: act.reference, what: 'closed' }];
    case 'marked':
      return [{ reference: act.reference, what: 'marked' }];
    case 'merged':
    case 'absorbed':
      return [{ reference: act.reference, what: 'merged' }];
    case 'letGo':
      return [{ reference: act.reference, what: 'unmerged' }];
    case 'cancelled':
      return [{ reference: act.reference, what: 'cancelled' }];
    case 'withdraw':
      return act.what === 'case' ? [{ reference: act.reference, what: 'cancelled' }] : [];
    case 'becameUrgent':
      return [{ reference: act.reference, what: 'became-urgent' }];
    case 'declarationAdded':
      return [{ reference: act.reference, what: 'declared' }];
    case 'unclaimed':
      return [{ reference: act.reference, what: 'unclaimed' }];
    case 'agentMessage':
      return messageOf(reference, replies, act.agent);
    case 'noted':
      return [{ reference: act.reference, what: 'noted', message: { ownWords: act.text }, by: act.agent }];
    case 'ask':
      return act.agent ? messageOf(reference, replies, act.agent) : [];
    default:
      return [];
  }
}

function messageOf(reference: string | undefined, replies: JsonObject[], by: Agent): Change[] {
  const message = replies.at(-1);
  return reference === undefined || !message ? [] : [{ reference, what: 'agent-message', message, by }];
}
