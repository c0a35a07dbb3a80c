import { assign, setup, transition } from 'xstate';
import { raiseAlarm, raiseAlarmQuietly } from './actions/danger.ts';
import {
  cancelCase,
  countUnclaimed,
  fileCase,
  issueDecision,
  keepContact,
  reasonOf,
  withdraw,
} from './actions/decision.ts';
import { keepDetails, keepOrder, keepWarranty, lookUp, missOrder, skipOrder, skipWarranty } from './actions/look-up.ts';
import {
  ask,
  changeable,
  keepAnswer,
  keepAnswerQuietly,
  openNext,
  standBy,
  takeBackAnswer,
} from './actions/question.ts';
import {
  changesDecision,
  confirmInferred,
  isConfirmationDue,
  keepStatement,
  keepStatementQuietly,
  openConfirmation,
  saysSomethingNew,
} from './actions/statement.ts';
import { keepTakenDown } from './actions/taken-down.ts';
import type { Act } from './acts.ts';
import { isHandedBack, isOpenCase } from './case.ts';
import type { CustomerEvent } from './events.ts';
import { type Conversation, newConversation } from './record/record.ts';
import {
  addAct,
  type Context,
  currentStatus,
  type StepInput,
  updateConversation,
  updateOpenQuestion,
} from './step-context.ts';
import { isAlarm, withUrgency } from './urgency.ts';

/** After so many unclear replies to one question a person is offered. */
const patience = 3;

const machine = setup({
  types: {} as { context: Context; input: Context; events: CustomerEvent },
  guards: {
    hasCase: ({ context: { conversation } }) => conversation.case !== undefined && !isHandedBack(conversation.case),
    isCaseOpen: ({ context: { conversation } }) => conversation.case !== undefined && isOpenCase(conversation.case),
    isSettled: ({ context: { conversation } }) =>
      conversation.case !== undefined && !isOpenCase(conversation.case) && !isHandedBack(conversation.case),
    hasDecision: ({ context }) => context.conversation.decision !== undefined,
    hasHistory: ({ context }) => context.conversation.history.length > 0,
    isLookingUp: ({ context }) => context.conversation.lookingUp !== undefined,
    isConfirmationDue,
    changesDecision,
    takesSomethingBack: ({ context, event }) =>
      !isAlarm(context.conversation) &&
      event.type === 'statement' &&
      event.isCorrection &&
      saysSomethingNew({ context, event }),
    isAlarm: ({ context }) => isAlarm(context.conversation),
    isContradicted: ({ context }) => currentStatus(context).kind === 'contradicted',
    isTakenDown: ({ context }) => context.takenDownBy !== undefined,
    isDecided: ({ context }) => currentStatus(context).kind === 'decided',
    needsPerson: ({ context }) => reasonOf(context, { type: 'begin' }) !== 'asked-for-human',
    isPatienceOver: ({ context }) => (context.conversation.open?.unclear ?? 0) + 1 >= patience,
    isKnownFact: ({ context, event }) =>
      event.type === 'change' && changeable(context).some(({ fact }) => fact === event.fact),
    asksWhich: ({ context, event }) =>
      event.type === 'change' && event.fact === undefined && changeable(context).length > 0,
    hasAnswers: ({ context }) => changeable(context).length > 0,
  },
  actions: {
    greet: assign(({ context }) => addAct(context, { type: 'greet' })),
    remind: assign(({ context }) => ({
      ...updateConversation(context, { silence: 'reminded' }),
      ...addAct(context, { type: 'remind' }),
    })),
    close: assign(({ context }) => ({
      ...updateConversation(context, { silence: 'closed' }),
      ...addAct(context, { type: 'close', reference: context.reference }),
    })),
    help: assign(({ context }) => addAct(context, { type: 'help' })),
    firstQuestion: assign(({ context }) => addAct(context, { type: 'firstQuestion' })),
    stale: assign(({ context }) => addAct(context, { type: 'stale' })),
    restarted: assign(({ context }) => addAct(context, { type: 'restarted' })),
    nothingToChange: assign(({ context }) => addAct(context, { type: 'nothingToChange' })),
    explain: assign(({ context, event }) =>
      event.type === 'unclear' ? addAct(context, { type: 'explain', problem: event.problem }) : {},
    ),
    standBy: assign(standBy),
    ask: assign(ask),
    digress: assign(({ context, event }) => {
      const about = 'about' in event ? event.about : undefined;
      return about ? addAct(context, { type: 'digression', about }) : {};
    }),
    keepTakenDown: assign(keepTakenDown),
    keepStatement: assign(keepStatement),
    confirmInferred: assign(confirmInferred),
    openConfirmation: assign(openConfirmation),
    keepAnswer: assign(keepAnswer),
    countUnclear: assign(({ context }) =>
      updateOpenQuestion(context, (open) => ({ id: open.id, unclear: open.unclear + 1 })),
    ),
    keepCandidates: assign(({ context, event }) =>
      updateOpenQuestion(context, (open) => ({
        ...open,
        ...(event.type === 'ambiguous' && { candidates: event.candidates }),
      })),
    ),
    openNext: assign(openNext),
    openOffer: assign(({ context }) => updateConversation(context, { open: { id: 'offerHuman', unclear: 0 } })),
    openChoice: assign(({ context }) => updateConversation(context, { open: { id: 'changeWhich', unclear: 0 } })),
    withdraw: assign(withdraw),
    takeBackAnswer: assign(takeBackAnswer),
    reopenFact: assign(({ context, event }) =>
      updateConversation(context, event.type === 'change' ? { changing: event.fact } : {}),
    ),
    forgetAnswers: assign(({ context }) =>
      updateConversation(context, { ...newConversation(), order: undefined, changing: undefined }),
    ),
    keepDetails: assign(keepDetails),
    lookUp: assign(lookUp),
    keepOrder: assign(keepOrder),
    missOrder: assign(missOrder),
    skipOrder: assign(skipOrder),
    keepWarranty: assign(keepWarranty),
    skipWarranty: assign(skipWarranty),
    issueDecision: assign(issueDecision),
    fileCase: assign(fileCase),
    raiseAlarm: assign(raiseAlarm),
    raiseAlarmQuietly: assign(raiseAlarmQuietly),
    cancelCase: assign(cancelCase),
    countUnclaimed: assign(countUnclaimed),
    keepContact: assign(keepContact),
    keepAnswerQuietly: assign(keepAnswerQuietly),
    keepStatementQuietly: assign(keepStatementQuietly),
  },
}).createMachine({
  id: 'returns',
  // A stored conversation is resumed in the phase it stands in; `step` gives the context.
  context: ({ input }) => input,
  initial: 'greeting',
  states: {
    greeting: {
      on: {
        begin: { target: 'weighing', actions: 'greet' },
        takenDown: { target: 'weighing', actions: 'keepTakenDown' },
      },
    },
    /** Looks at what is known and goes where that leads; nobody stays here. */
    weighing: {
      always: [
        { guard: 'hasCase', target: 'handedOver', actions: 'standBy' },
        { guard: 'hasDecision', target: 'decided', actions: 'standBy' },
        { guard: 'isLookingUp', target: 'lookingUp', actions: 'lookUp' },
        { guard: 'isConfirmationDue', target: 'confirming', actions: ['openConfirmation', 'ask'] },
        { guard: 'isContradicted', target: 'handedOver', actions: 'fileCase' },
        { guard: 'isDecided', target: 'deciding' },
        { guard: 'isTakenDown', target: 'handedOver', actions: 'fileCase' },
        { target: 'asking', actions: ['openNext', 'ask'] },
      ],
    },
    /** Within a turn: the turn looks it up and comes back with what it found. */
    lookingUp: {
      on: {
        orderFound: { target: 'weighing', actions: 'keepOrder' },
        orderNotFound: { target: 'weighing', actions: 'missOrder' },
        orderUnavailable: { target: 'weighing', actions: 'skipOrder' },
        warrantyFound: { target: 'weighing', actions: 'keepWarranty' },
        warrantyNotFound: { target: 'weighing', actions: 'skipWarranty' },
        warrantyUnavailable: { target: 'weighing', actions: 'skipWarranty' },
      },
    },
    deciding: {
      entry: 'issueDecision',
      always: [
        { guard: 'needsPerson', target: 'handedOver', actions: 'fileCase' },
        { guard: 'isTakenDown', target: 'handedOver', actions: 'fileCase' },
        { target: 'decided' },
      ],
    },
    asking: {
      on: {
        answer: { target: 'weighing', actions: 'keepAnswer' },
        detail: { target: 'weighing', actions: 'keepDetails' },
        statement: { target: 'weighing', actions: 'keepStatement' },
        unclear: [
          { guard: 'isPatienceOver', target: 'offeringHuman', actions: ['explain', 'openOffer', 'ask'] },
          { actions: ['countUnclear', 'explain', 'ask'] },
        ],
        ambiguous: { actions: ['keepCandidates', 'ask'] },
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: [
          { guard: 'hasHistory', target: 'weighing', actions: 'takeBackAnswer' },
          { actions: ['firstQuestion', 'ask'] },
        ],
      },
    },
    /** Shows back what was inferred from free messages; it decides nothing before the customer agrees. */
    confirming: {
      on: {
        yes: { target: 'weighing', actions: 'confirmInferred' },
        no: { target: 'choosingChange', actions: ['openChoice', 'ask'] },
        detail: { target: 'weighing', actions: 'keepDetails' },
        statement: { target: 'weighing', actions: 'keepStatement' },
        unclear: [
          { guard: 'isPatienceOver', target: 'offeringHuman', actions: ['explain', 'openOffer', 'ask'] },
          { actions: ['countUnclear', 'explain', 'ask'] },
        ],
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: { target: 'weighing', actions: 'takeBackAnswer' },
      },
    },
    /** After too many unclear replies; an answer to the question itself is still taken. */
    offeringHuman: {
      on: {
        yes: { target: 'handedOver', actions: 'fileCase' },
        no: { target: 'weighing' },
        answer: { target: 'weighing', actions: 'keepAnswer' },
        detail: { target: 'weighing', actions: 'keepDetails' },
        statement: { target: 'weighing', actions: 'keepStatement' },
        unclear: { actions: ['explain', 'ask'] },
        ambiguous: { target: 'asking', actions: ['openNext', 'keepCandidates', 'ask'] },
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: { target: 'weighing' },
      },
    },
    choosingChange: {
      on: {
        statement: { target: 'weighing', actions: 'keepStatement' },
        unclear: [
          { guard: 'isPatienceOver', target: 'weighing', actions: 'explain' },
          { actions: ['countUnclear', 'explain', 'ask'] },
        ],
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: { target: 'weighing' },
      },
    },
    decided: {
      on: {
        statement: [
          { guard: 'changesDecision', target: 'weighing', actions: ['withdraw', 'keepStatement'] },
          { actions: ['digress', 'standBy'] },
        ],
        digress: { actions: 'digress' },
        back: { target: 'weighing', actions: ['withdraw', 'takeBackAnswer'] },
        help: { actions: ['help', 'standBy'] },
        unclear: { actions: 'standBy' },
        stale: { actions: 'standBy' },
      },
    },
    handedOver: {
      on: {
        // What a customer adds is kept with the case; only what takes something back withdraws it.
        statement: [
          { guard: 'takesSomethingBack', target: 'weighing', actions: ['withdraw', 'keepStatement'] },
          { actions: ['digress', 'standBy'] },
        ],
        digress: { actions: 'digress' },
        help: { actions: ['help', 'standBy'] },
        back: { actions: 'standBy' },
        unclear: { actions: 'standBy' },
        stale: { actions: 'standBy' },
        cancelCase: [{ guard: 'isCaseOpen', actions: 'cancelCase' }, { actions: 'standBy' }],
        unclaimed: { guard: 'isCaseOpen', actions: 'countUnclaimed' },
      },
    },
    /** Nobody has come yet, so the customer is asked for an address to be written to. */
    leavingContact: {
      on: {
        detail: { target: 'handedOver', actions: ['keepContact', 'standBy'] },
        cancelCase: { target: 'handedOver', actions: 'cancelCase' },
        unclear: { target: 'handedOver', actions: 'standBy' },
        unclaimed: { actions: 'countUnclaimed' },
      },
    },
    /** A person has taken over; the bot says nothing, whatever comes. */
    withAgent: { on: { danger: { actions: 'raiseAlarmQuietly' }, '*': {} } },
    /** A person has put a question of the policy; its answer is kept, and still nothing is said. */
    askedByAgent: {
      on: {
        answer: { target: 'withAgent', actions: 'keepAnswerQuietly' },
        statement: { target: 'withAgent', actions: 'keepStatementQuietly' },
        danger: { actions: 'raiseAlarmQuietly' },
        '*': {},
      },
    },
  },
  on: {
    // Only an open question can wait; the turn sees to it that these come at no other time.
    remind: { actions: ['remind', 'ask'] },
    close: { actions: 'close' },
    resume: { target: '.weighing' },
    danger: { target: '.handedOver', actions: 'raiseAlarm' },
    human: [
      { guard: 'isCaseOpen', actions: 'standBy' },
      { target: '.handedOver', actions: 'fileCase' },
    ],
    offerHuman: [
      { guard: 'isCaseOpen', actions: 'standBy' },
      { target: '.offeringHuman', actions: ['openOffer', 'ask'] },
    ],
    digress: { actions: ['digress', 'ask'] },
    // Only its own word takes an alarm back: no other may close the case before somebody has seen it.
    startOver: [
      { guard: 'isAlarm', actions: 'standBy' },
      { target: '.weighing', actions: ['withdraw', 'forgetAnswers', 'restarted'] },
    ],
    change: [
      { guard: 'isAlarm', actions: 'standBy' },
      { guard: 'isSettled', actions: 'standBy' },
      { guard: 'isKnownFact', target: '.weighing', actions: ['withdraw', 'reopenFact'] },
      { guard: 'asksWhich', target: '.choosingChange', actions: ['openChoice', 'ask'] },
      { guard: 'hasAnswers', actions: ['stale', 'ask'] },
      { actions: ['nothingToChange', 'ask'] },
    ],
  },
});

export type Phase =
  | 'greeting'
  | 'lookingUp'
  | 'asking'
  | 'confirming'
  | 'offeringHuman'
  | 'choosingChange'
  | 'decided'
  | 'handedOver'
  | 'leavingContact'
  | 'withAgent'
  | 'askedByAgent';

/** The phase of a conversation, from what it knows; no phase is stored. */
export function phaseOf({ lookingUp, open, case: filed, decision }: Conversation): Phase {
  if (filed?.state === 'claimed') return open ? 'askedByAgent' : 'withAgent';
  if (filed && isOpenCase(filed) && open?.id === 'email') return 'leavingContact';
  if (lookingUp) return 'lookingUp';
  if (open?.id === 'offerHuman') return 'offeringHuman';
  if (open?.id === 'changeWhich') return 'choosingChange';
  if (open?.id === 'confirm') return 'confirming';
  if (open) return 'asking';
  if (filed && !isHandedBack(filed)) return 'handedOver';
  return decision ? 'decided' : 'greeting';
}

/** One pure step: what the conversation knows after the event, and what is to be said and done, in order. */
export function step(input: StepInput, event: CustomerEvent): { conversation: Conversation; acts: Act[] } {
  const context = awake(input, event);
  const before = machine.resolveState({ value: phaseOf(input.conversation), context });
  const [after] = transition(machine, before, event);
  return withUrgency(input, after.context);
}

/** Whoever says something after a long silence is awake again, and welcomed if the chat had been closed. */
function awake(input: StepInput, event: CustomerEvent): Context {
  const { silence, ...conversation } = input.conversation;
  const acts = remarksOnFile(input.conversation, event);
  if (event.type === 'remind' || event.type === 'close' || !silence) return { ...input, acts };
  const isWelcomed = silence === 'closed' && event.type !== 'danger';
  return { ...input, conversation, acts: isWelcomed ? [{ type: 'welcomeBack' }, ...acts] : acts };
}

/** Acts that acknowledge a file which came with something else; nothing while a person talks with the customer. */
function remarksOnFile({ case: filed }: Conversation, { file }: CustomerEvent): Act[] {
  return file && filed?.state !== 'claimed' ? [{ type: 'digression', about: { kind: `file-${file}` } }] : [];
}

/** The machine itself, for its diagram and the tests that walk it. */
export { machine as returnsMachine };
