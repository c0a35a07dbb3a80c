import { setup, transition } from 'xstate';
import { z } from 'zod';

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
    /** A word of a person to colleagues, which no customer reads. */
    'noted',
  ]),
  by: agentSchema.optional(),
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
});
export type FiledCase = z.infer<typeof filedCaseSchema>;

/** An action of people at a desk, or of the customer, on a case. */
export type CaseEvent =
  | { type: 'claim'; by: Agent }
  | { type: 'release'; by: Agent }
  | { type: 'rule'; by: Agent; ruling: Omit<Ruling, 'by'> }
  | { type: 'handBack'; by: Agent; summary: string }
  | { type: 'close'; by: Agent; note: string }
  /** A word to colleagues, in any state and by anybody; it changes nothing else. */
  | { type: 'note'; by: Agent; text: string; mentions?: Agent[] }
  | { type: 'cancel' }
  | { type: 'reopen' };

type Context = { agent?: Agent | undefined };

const isFree = ({ context, event }: { context: Context; event: CaseEvent }): boolean =>
  context.agent === undefined || ('by' in event && event.by.id === context.agent.id);

const machine = setup({
  types: {} as { context: Context; events: CaseEvent },
  guards: { isFree },
}).createMachine({
  id: 'case',
  context: {},
  initial: 'waiting',
  states: {
    waiting: {
      on: {
        claim: 'claimed',
        // Whoever rules or closes takes the case in the same step.
        rule: 'ruled',
        close: 'closed',
        cancel: 'closed',
      },
    },
    claimed: {
      on: {
        claim: { guard: 'isFree', target: 'claimed', reenter: true },
        release: { guard: 'isFree', target: 'waiting' },
        rule: { guard: 'isFree', target: 'ruled' },
        handBack: { guard: 'isFree', target: 'handed-back' },
        close: { guard: 'isFree', target: 'closed' },
      },
    },
    ruled: { on: { reopen: 'waiting', close: 'closed' } },
    'handed-back': { on: { reopen: 'waiting', claim: 'claimed' } },
    closed: { on: { reopen: 'waiting' } },
  },
});

/** The machine itself, for its diagram. */
export { machine as caseMachine };

/** The reason why an action on a case is refused. */
export type CaseRefusal = { kind: 'taken'; by: Agent } | { kind: 'not-in-this-state'; state: CaseState };

/** One pure step of a case at an instant; who and when is kept. A claim of one's own case changes nothing. */
export function caseStep(filed: FiledCase, event: CaseEvent, at: string): { filed: FiledCase } | CaseRefusal {
  if (event.type === 'note') return { filed: noted(filed, event, at) };
  const before = machine.resolveState({ value: filed.state, context: { agent: filed.agent } });
  if (!before.can(event)) {
    const isOthers = filed.agent && 'by' in event && event.by.id !== filed.agent.id && filed.state === 'claimed';
    return isOthers && filed.agent
      ? { kind: 'taken', by: filed.agent }
      : { kind: 'not-in-this-state', state: filed.state };
  }
  if (event.type === 'claim' && filed.state === 'claimed') return { filed };
  const [after] = transition(machine, before, event);
  const { agent: _, ...rest } = filed;
  const state = caseStateSchema.parse(after.value);
  return {
    filed: {
      ...rest,
      state,
      ...holderOf(filed, event),
      ...(event.type === 'rule' && { ruling: { ...event.ruling, by: event.by } }),
      ...(event.type === 'reopen' && { reminders: 0, isUrgent: false }),
      history: [...filed.history, { at, ...lineOf(event) }],
    },
  };
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
  if (event.type === 'release' || event.type === 'reopen' || event.type === 'cancel') return {};
  if ('by' in event) return { agent: event.by };
  return filed.agent ? { agent: filed.agent } : {};
}

const words = {
  claim: 'claimed',
  release: 'released',
  rule: 'ruled',
  handBack: 'handed-back',
  close: 'closed',
  cancel: 'cancelled',
  reopen: 'reopened',
  note: 'noted',
} as const satisfies Record<CaseEvent['type'], FiledCase['history'][number]['what']>;

function lineOf(event: CaseEvent): Omit<FiledCase['history'][number], 'at'> {
  const note = noteOf(event);
  return { what: words[event.type], ...('by' in event && { by: event.by }), ...(note && { note }) };
}

function noteOf(event: CaseEvent): string | undefined {
  if (event.type === 'rule') return event.ruling.reason;
  if (event.type === 'handBack') return event.summary;
  return event.type === 'close' ? event.note : undefined;
}

/** True if people still have to see to it. */
export function isOpenCase({ state }: Pick<FiledCase, 'state'>): boolean {
  return state === 'waiting' || state === 'claimed';
}

/** True if the bot goes on by itself. */
export function isHandedBack({ state }: Pick<FiledCase, 'state'>): boolean {
  return state === 'handed-back';
}
