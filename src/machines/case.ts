import { setup, transition } from 'xstate';
import { z } from 'zod';
import { rulingsIn } from './rulings.ts';

/** A person at the shop, by the id of the desk they work at. */
export const agentSchema = z.strictObject({ id: z.string(), name: z.string() });
export type Agent = z.infer<typeof agentSchema>;

/** A person's decision, kept beside the policy's. */
export const rulingSchema = z.strictObject({
  ruling: z.enum(['approve', 'uphold']),
  /** The resolution granted, or the one upheld. */
  resolution: z.string(),
  isException: z.boolean().describe('It goes against the policy’s own decision'),
  /** Told to the customer. */
  reason: z.string(),
  by: agentSchema,
});
export type Ruling = z.infer<typeof rulingSchema>;

export const caseStateSchema = z.enum(['waiting', 'claimed', 'ruled', 'handed-back', 'closed']);
export type CaseState = z.infer<typeof caseStateSchema>;

/** An entry of a case's history: who did what, at which ISO instant. */
export const historyEntrySchema = z.strictObject({
  at: z.string(),
  what: z.enum([
    'filed',
    'claimed',
    'released',
    'ruled',
    'handed-back',
    'closed',
    'cancelled',
    'reopened',
    'became-urgent',
    /** The customer has declared something; the note has their words as they were received. */
    'declared',
    'taken-over',
    'assigned',
    /** Ruled on once more. */
    'corrected',
    'ruling-withdrawn',
    /** Whoever has it has left the customer without an answer: they were reminded, then it was free for all again. */
    'reminded',
    'left-waiting',
    'tagged',
    /** Put aside until the instant in the note, and back before it. */
    'snoozed',
    'woken',
    /** A word of a person to colleagues, which no customer reads. */
    'noted',
    /** Looked after together with the case in the note, and by itself again. */
    'merged',
    'unmerged',
  ]),
  by: agentSchema.optional(),
  /** The person whom it was taken from, given to, or who was reminded. */
  who: agentSchema.optional(),
  note: z.string().optional(),
  /** The colleagues whom a word calls. */
  mentions: z.array(agentSchema).optional(),
});

/** The reason for filing a case. */
export const caseReasonSchema = z.enum([
  'asked-for-human',
  'human-review',
  'refuse-delivery',
  'contradiction',
  'danger',
  'declaration',
]);
export type CaseReason = z.infer<typeof caseReasonSchema>;

/** A case as it is kept with its conversation. */
export const filedCaseSchema = z.strictObject({
  reference: z.string(),
  state: caseStateSchema,
  because: caseReasonSchema.optional(),
  /** True if people should see to it before all others; see `urgency.ts`. */
  isUrgent: z.boolean().default(false),
  /** The person who has claimed it. */
  agent: agentSchema.optional(),
  ruling: rulingSchema.optional(),
  /** The case's history, oldest first. */
  history: z.array(historyEntrySchema).default([]),
  /** The number of times that people were reminded of it while nobody claimed it. */
  reminders: z.number().int().min(0).default(0),
  /** Since when (ISO) the customer waits for an answer of the person who has it, and if that person was reminded. */
  unanswered: z.strictObject({ since: z.string(), isReminded: z.boolean() }).optional(),
  /** ISO instants: since when the customer waits for a word of a person, and of the last such word. */
  waitingSince: z.string().optional(),
  answeredAt: z.string().optional(),
  /** What a person has said since the case was settled: what the customer answers is for them. */
  lastWord: z.enum(['said', 'asked']).optional(),
  tags: z.array(z.string()).optional(),
  /** ISO instant until which it is put aside. */
  snoozedUntil: z.string().optional(),
  /** The case that it was merged into; it is closed for as long as it is. */
  mergedInto: z.string().optional(),
  /** The cases that were merged into it. */
  merged: z.array(z.string()).optional(),
});
export type FiledCase = z.infer<typeof filedCaseSchema>;

/** An action of people at a desk, of the customer, or of the passing of time, on a case. */
export type CaseEvent =
  | { type: 'claim'; by: Agent }
  /** From a colleague: from whoever has it, or only from the person of that id. */
  | { type: 'takeOver'; by: Agent; from?: string | undefined }
  | { type: 'assign'; by: Agent; to: Agent; isLead?: boolean | undefined }
  /** Whoever leads the others can give back what one of them has. */
  | { type: 'release'; by: Agent; isLead?: boolean | undefined }
  /** `corrects`: the ruling that whoever rules knows of and corrects, counted from 1; only the last one can be. */
  | { type: 'rule'; by: Agent; ruling: Omit<Ruling, 'by'>; corrects?: number | undefined }
  | { type: 'withdraw'; by: Agent; note: string }
  | { type: 'handBack'; by: Agent; summary: string }
  | { type: 'close'; by: Agent; note: string }
  | { type: 'reopen'; by: Agent }
  /** The customer wants a person again. */
  | { type: 'reopen'; by?: undefined }
  /** The customer has written after the end. */
  | { type: 'comeBack' }
  /** A word to colleagues, in any state and by anybody; it changes nothing else. */
  | { type: 'note'; by: Agent; text: string; mentions?: Agent[] }
  /** It is a duplicate of another, in which both are looked after from now on. */
  | { type: 'merge'; by: Agent; into: string; isLead?: boolean | undefined }
  | { type: 'cancel' }
  /** Whoever has it has left the customer without an answer for too long. */
  | { type: 'leaveWaiting' };

type Context = { agent?: Agent | undefined; isRuled: boolean; isMerged: boolean; rulings: number };
type Guard = (at: { context: Context; event: CaseEvent }) => boolean;

const isPerson: Guard = ({ event }) => doerOf(event) !== undefined;
const isFree: Guard = ({ context: { agent }, event }) => agent === undefined || doerOf(event)?.id === agent.id;
const isFreeOrLead: Guard = (at) => isFree(at) || ('isLead' in at.event && at.event.isLead === true);
const isOthers: Guard = (at) =>
  !isFree(at) && at.event.type === 'takeOver' && [undefined, at.context.agent?.id].includes(at.event.from);
const correctsLast: Guard = ({ context, event }) => event.type === 'rule' && event.corrects === context.rulings;
const isFreeAndRuled: Guard = (at) => isFree(at) && at.context.isRuled;
const hasAgent: Guard = ({ context: { agent } }) => agent !== undefined;
/** What a person has ruled on stays by itself, and what is merged already is not merged in a chain, or in a circle. */
const isMergeable: Guard = ({ context: { isRuled, isMerged } }) => !isRuled && !isMerged;
const isMergeableByThem: Guard = (at) => isMergeable(at) && isFreeOrLead(at);

const machine = setup({
  types: {} as { context: Context; events: CaseEvent },
  guards: {
    isPerson,
    isFree,
    isFreeOrLead,
    isOthers,
    correctsLast,
    isFreeAndRuled,
    hasAgent,
    isMergeable,
    isMergeableByThem,
  },
}).createMachine({
  id: 'case',
  context: { isRuled: false, isMerged: false, rulings: 0 },
  initial: 'waiting',
  states: {
    waiting: {
      on: {
        claim: 'claimed',
        assign: 'claimed',
        // Whoever rules or closes takes the case in the same step.
        rule: 'ruled',
        close: 'closed',
        merge: { guard: 'isMergeable', target: 'closed' },
        cancel: 'closed',
      },
    },
    claimed: {
      on: {
        claim: { guard: 'isFree', target: 'claimed', reenter: true },
        takeOver: { guard: 'isOthers', target: 'claimed', reenter: true },
        assign: { guard: 'isFreeOrLead', target: 'claimed', reenter: true },
        release: { guard: 'isFreeOrLead', target: 'waiting' },
        rule: { guard: 'isFree', target: 'ruled' },
        withdraw: { guard: 'isFreeAndRuled', target: 'claimed', reenter: true },
        handBack: { guard: 'isFree', target: 'handed-back' },
        close: { guard: 'isFree', target: 'closed' },
        merge: { guard: 'isMergeableByThem', target: 'closed' },
        leaveWaiting: 'waiting',
      },
    },
    // Nothing is for ever: a person opens it again and has it then, a customer has it wait for people again.
    ruled: {
      on: {
        rule: { guard: 'correctsLast', target: 'ruled', reenter: true },
        withdraw: 'claimed',
        comeBack: { guard: 'hasAgent', target: 'claimed' },
        reopen: [{ guard: 'isPerson', target: 'claimed' }, { target: 'waiting' }],
        close: 'closed',
      },
    },
    'handed-back': {
      on: { reopen: [{ guard: 'isPerson', target: 'claimed' }, { target: 'waiting' }], claim: 'claimed' },
    },
    closed: {
      on: {
        reopen: [{ guard: 'isPerson', target: 'claimed' }, { target: 'waiting' }],
        comeBack: { guard: 'hasAgent', target: 'claimed' },
        merge: { guard: 'isMergeable', target: 'closed', reenter: true },
      },
    },
  },
});

/** The machine itself, for its diagram. */
export { machine as caseMachine };

/** The reason why an action on a case is refused. */
export type CaseRefusal =
  | { kind: 'taken'; by: Agent }
  | { kind: 'not-in-this-state'; state: CaseState }
  /** Somebody has ruled since on what was to be corrected. */
  | { kind: 'ruled-since'; by: Agent };

/** One pure step of a case at an instant; who and when is kept. To take one's own case changes nothing. */
export function caseStep(filed: FiledCase, event: CaseEvent, at: string): { filed: FiledCase } | CaseRefusal {
  if (event.type === 'note') return { filed: noted(filed, event, at) };
  const isOwn = filed.state === 'claimed' && doerOf(event)?.id === filed.agent?.id;
  if (isOwn && (event.type === 'claim' || event.type === 'takeOver')) return { filed };
  const isMerged = filed.mergedInto !== undefined || (filed.merged ?? []).length > 0;
  const isRuled = filed.ruling !== undefined;
  const context = { agent: filed.agent, isRuled, isMerged, rulings: lastRulingOf(filed) };
  const before = machine.resolveState({ value: filed.state, context });
  if (!before.can(event)) return refusalOf(filed, event);
  const [after] = transition(machine, before, event);
  const { agent: _, unanswered: __, mergedInto: ___, lastWord: ____, ruling, ...rest } = filed;
  const state = caseStateSchema.parse(after.value);
  const next: FiledCase = {
    ...rest,
    state,
    ...holderOf(filed, event),
    ...(ruling && event.type !== 'withdraw' && { ruling }),
    ...(event.type === 'rule' && { ruling: { ...event.ruling, by: event.by } }),
    ...(event.type === 'merge' && { mergedInto: event.into }),
    ...(event.type === 'reopen' && state === 'waiting' && { reminders: 0, isUrgent: false }),
    history: [...filed.history, { at, ...lineOf(filed, event) }],
  };
  return { filed: state === 'claimed' ? withCustomerWaiting(next, at) : next };
}

/** The case as of when its customer waits for an answer, unless they have waited already, or are in no chat. */
export function withCustomerWaiting(filed: FiledCase, at: string): FiledCase {
  return isOfCaller(filed) || filed.unanswered ? filed : { ...filed, unanswered: { since: at, isReminded: false } };
}

/** The number of the ruling that stands, counted from 1; cases of before had no history. */
function lastRulingOf(filed: FiledCase): number {
  return Math.max(1, rulingsIn(filed));
}

function refusalOf({ state, agent, ruling }: FiledCase, event: CaseEvent): CaseRefusal {
  if (state === 'ruled' && ruling && event.type === 'rule' && event.corrects !== undefined)
    return { kind: 'ruled-since', by: ruling.by };
  const isOthers = agent && doerOf(event) && doerOf(event)?.id !== agent.id && state === 'claimed';
  return isOthers ? { kind: 'taken', by: agent } : { kind: 'not-in-this-state', state };
}

/** The person who acts; `undefined` where that is the customer, or time. */
function doerOf(event: CaseEvent): Agent | undefined {
  return 'by' in event ? event.by : undefined;
}

function noted(
  filed: FiledCase,
  { by, text, mentions = [] }: Extract<CaseEvent, { type: 'note' }>,
  at: string,
): FiledCase {
  const entry = { at, what: 'noted' as const, by, note: text, ...(mentions.length > 0 && { mentions }) };
  return { ...filed, history: [...filed.history, entry] };
}

/** The person who has the case after the event. */
function holderOf(filed: FiledCase, event: CaseEvent): Pick<FiledCase, 'agent'> {
  if (event.type === 'release' || event.type === 'cancel' || event.type === 'leaveWaiting') return {};
  if (event.type === 'reopen') return event.by ? { agent: event.by } : {};
  if (event.type === 'assign') return { agent: event.to };
  if ('by' in event) return { agent: event.by };
  return filed.agent ? { agent: filed.agent } : {};
}

const words = {
  claim: 'claimed',
  takeOver: 'taken-over',
  assign: 'assigned',
  release: 'released',
  rule: 'ruled',
  withdraw: 'ruling-withdrawn',
  handBack: 'handed-back',
  close: 'closed',
  cancel: 'cancelled',
  reopen: 'reopened',
  comeBack: 'reopened',
  leaveWaiting: 'left-waiting',
  merge: 'merged',
  note: 'noted',
} as const satisfies Record<CaseEvent['type'], FiledCase['history'][number]['what']>;

/** True if it was taken down for somebody who is in no chat: what there is to tell, people tell them. */
export function isOfCaller({ history }: Pick<FiledCase, 'history'>): boolean {
  return history.some(({ what, by }) => what === 'filed' && by !== undefined);
}

function lineOf(filed: FiledCase, event: CaseEvent): Omit<FiledCase['history'][number], 'at'> {
  const [by, who, note] = [doerOf(event), otherIn(filed, event), noteOf(event)];
  const what = event.type === 'rule' && filed.ruling ? 'corrected' : words[event.type];
  return { what, ...(by && { by }), ...(who && { who }), ...(note && { note }) };
}

/** The other person whom the event is about. */
function otherIn({ agent }: FiledCase, event: CaseEvent): Agent | undefined {
  if (event.type === 'assign') return event.to;
  const isFromHolder = event.type === 'takeOver' || event.type === 'leaveWaiting' || event.type === 'release';
  return isFromHolder && agent?.id !== doerOf(event)?.id ? agent : undefined;
}

function noteOf(event: CaseEvent): string | undefined {
  if (event.type === 'rule') return event.ruling.reason;
  if (event.type === 'handBack') return event.summary;
  if (event.type === 'merge') return event.into;
  return event.type === 'close' || event.type === 'withdraw' ? event.note : undefined;
}

/** True if it can be merged into another case. */
export function canBeMerged({ state, ruling, mergedInto, merged = [] }: FiledCase): boolean {
  return (isOpenCase({ state }) || state === 'closed') && !ruling && mergedInto === undefined && merged.length === 0;
}

/** True if people still have to see to it. */
export function isOpenCase({ state }: Pick<FiledCase, 'state'>): boolean {
  return state === 'waiting' || state === 'claimed';
}

/** True if the bot goes on by itself. */
export function isHandedBack({ state }: Pick<FiledCase, 'state'>): boolean {
  return state === 'handed-back';
}
