import { assign, setup, transition } from 'xstate';
import { comeBack, comesBack, wantsAnswer } from './actions/after-closing.ts';
import { addsDetails, addsToCase, keepDetailsAside, markAdded } from './actions/case-additions.ts';
import { isChoiceOpen, keepChoice, openChoosing } from './actions/choice.ts';
import { raiseAlarm, raiseAlarmQuietly } from './actions/danger.ts';
import {
  cancelCase,
  countUnclaimed,
  fileCase,
  issueDecision,
  keepContact,
  reasonOf,
  withdraw,
  withdrawOpenCase,
} from './actions/decision.ts';
import { keepDeclaration, keepDeclarationQuietly } from './actions/declaration.ts';
import { asksErasure, eraseData, openErasure } from './actions/erasure.ts';
import { isHourOpen, keepNoHour, openHourQuestion } from './actions/hour.ts';
import { isLineOpen, isLineUnknown, openLine } from './actions/line.ts';
import { keepDetails, keepOrder, keepWarranty, lookUp, missOrder, skipOrder, skipWarranty } from './actions/look-up.ts';
import { isForOtherCase, isOfTalks, passOn, passOnDanger, passOnDeclaration } from './actions/merged.ts';
import { settlesCase } from './actions/news.ts';
import { isOtherItem, takeOtherItem } from './actions/other-item.ts';
import { ask, keepAnswer, keepAnswerQuietly, openNext, standBy, takeBackAnswer } from './actions/question.ts';
import { keepStatedBeside } from './actions/stated-beside.ts';
import {
  changesDecision,
  confirmInferred,
  dropInferred,
  isConfirmationDue,
  isOneThingShown,
  keepAgainstDecision,
  keepDetailsQuietly,
  keepStatement,
  keepStatementQuietly,
  openConfirmation,
} from './actions/statement.ts';
import { keepTakenDown } from './actions/taken-down.ts';
import { countUnanswered } from './actions/unanswered.ts';
import { forgetItem, isUnderWay, tellUnderWay } from './actions/under-way.ts';
import { unreadableFile } from './actions/unreadable-file.ts';
import type { Act } from './acts.ts';
import { isHandedBack, isOpenCase, withCustomerWaiting } from './case.ts';
import { changeableFacts, type Known } from './changeable.ts';
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
    isRuled: ({ context: { conversation } }) =>
      conversation.case?.ruling !== undefined && !isOpenCase(conversation.case) && !isHandedBack(conversation.case),
    changesSettled: ({ context, event }) =>
      event.type === 'statement' && isSettled(context, event.isCorrection) && changesDecision({ context, event }),
    comesBack,
    isForOtherCase,
    isOfTalks,
    addsToCase,
    addsDetails,
    settlesCase: ({ context }) => settlesCase(context),
    settlesCaseOnceConfirmed: ({ context, event }) => settlesCase(context) && isConfirmationDue({ context, event }),
    isUnderWay,
    isHourOpen,
    isLineOpen,
    isLineUnknown,
    hasDecisionAlone: ({ context: { conversation } }) =>
      conversation.decision !== undefined && (!conversation.case || isHandedBack(conversation.case)),
    isOtherItem,
    asksErasure,
    isOneThingShown,
    hasDecision: ({ context }) => context.conversation.decision !== undefined,
    hasHistory: ({ context }) => context.conversation.history.length > 0,
    isLookingUp: ({ context }) => context.conversation.lookingUp !== undefined,
    isConfirmationDue,
    changesDecision,
    isAlarm: ({ context }) => isAlarm(context.conversation),
    isContradicted: ({ context }) => currentStatus(context).kind === 'contradicted',
    isTakenDown: ({ context }) => context.takenDownBy !== undefined,
    isChoiceOpen,
    hasChosen: ({ context }) => context.conversation.chosen !== undefined,
    isDecided: ({ context }) => currentStatus(context).kind === 'decided',
    needsPerson: ({ context }) => reasonOf(context, { type: 'begin' }) !== 'asked-for-human',
    isPatienceOver: ({ context }) => (context.conversation.open?.unclear ?? 0) + 1 >= patience,
    changesChoice: ({ context, event }) =>
      event.type === 'change' && event.fact === 'choose' && context.conversation.chosen !== undefined,
    isKnownFact: ({ context, event }) =>
      event.type === 'change' && changeableIn(context).some(({ fact }) => fact === event.fact),
    asksWhich: ({ context, event }) =>
      event.type === 'change' && event.fact === undefined && changeableIn(context).length > 0,
    hasAnswers: ({ context }) => changeableIn(context).length > 0,
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
    erasureFirst: assign(({ context }) => addAct(context, { type: 'erasureFirst' })),
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
    keepStatement: assign(({ context, event }) => keepStatement({ context, event })),
    keepAgainstDecision: assign(keepAgainstDecision),
    dropInferred: assign(dropInferred),
    tellUnderWay: assign(tellUnderWay),
    forgetItem: assign(forgetItem),
    takeOtherItem: assign(takeOtherItem),
    markAdded: assign(markAdded),
    keepDetailsAside: assign(keepDetailsAside),
    confirmInferred: assign(confirmInferred),
    openConfirmation: assign(openConfirmation),
    keepAnswer: assign(keepAnswer),
    countUnclear: assign(({ context }) =>
      updateOpenQuestion(context, ({ candidates: _, isProposal: __, ...open }) => ({
        ...open,
        unclear: open.unclear + 1,
      })),
    ),
    keepCandidates: assign(({ context, event }) =>
      updateOpenQuestion(context, (open) => ({
        ...open,
        ...(event.type === 'ambiguous' && { candidates: event.candidates }),
      })),
    ),
    openNext: assign(openNext),
    openChoosing: assign(openChoosing),
    keepChoice: assign(keepChoice),
    openHourQuestion: assign(openHourQuestion),
    keepNoHour: assign(keepNoHour),
    openLine: assign(openLine),
    openOffer: assign(({ context }) => updateConversation(context, { open: { id: 'offerHuman', unclear: 0 } })),
    openErasure: assign(openErasure),
    eraseData: assign(eraseData),
    openChoice: assign(({ context }) => updateConversation(context, { open: { id: 'changeWhich', unclear: 0 } })),
    withdraw: assign(withdraw),
    withdrawOpenCase: assign(withdrawOpenCase),
    takeBackAnswer: assign(takeBackAnswer),
    reopenFact: assign(({ context, event }) =>
      updateConversation(context, event.type === 'change' ? { changing: event.fact } : {}),
    ),
    forgetAnswers: assign(({ context }) =>
      updateConversation(context, { ...newConversation(), order: undefined, changing: undefined, chosen: undefined }),
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
    keepDeclaration: assign(keepDeclaration),
    keepStatedBeside: assign(keepStatedBeside),
    keepDeclarationQuietly: assign(keepDeclarationQuietly),
    cancelCase: assign(cancelCase),
    comeBack: assign(comeBack),
    passOn: assign(passOn),
    passOnDanger: assign(passOnDanger),
    passOnDeclaration: assign(passOnDeclaration),
    countUnclaimed: assign(countUnclaimed),
    countUnanswered: assign(countUnanswered),
    keepContact: assign(keepContact),
    keepAnswerQuietly: assign(keepAnswerQuietly),
    keepStatementQuietly: assign(keepStatementQuietly),
    keepDetailsQuietly: assign(keepDetailsQuietly),
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
        { guard: 'isLookingUp', target: 'lookingUp', actions: 'lookUp' },
        // What is added to a case can leave nothing for people to decide.
        { guard: 'settlesCaseOnceConfirmed', target: 'confirming', actions: ['openConfirmation', 'ask'] },
        { guard: 'settlesCase', target: 'weighing', actions: 'withdraw' },
        { guard: 'hasCase', target: 'handedOver', actions: 'standBy' },
        { guard: 'hasDecision', target: 'decided', actions: 'standBy' },
        { guard: 'isUnderWay', target: 'offeringHuman', actions: ['tellUnderWay', 'openOffer', 'ask'] },
        { guard: 'isConfirmationDue', target: 'confirming', actions: ['openConfirmation', 'ask'] },
        { guard: 'isContradicted', target: 'handedOver', actions: 'fileCase' },
        { guard: 'isHourOpen', target: 'asking', actions: ['openHourQuestion', 'ask'] },
        { guard: 'isLineUnknown', target: 'handedOver', actions: 'fileCase' },
        { guard: 'isLineOpen', target: 'asking', actions: ['openLine', 'ask'] },
        { guard: 'isChoiceOpen', target: 'asking', actions: ['openChoosing', 'ask'] },
        { guard: 'isDecided', target: 'deciding' },
        { guard: 'isTakenDown', target: 'handedOver', actions: 'fileCase' },
        { target: 'asking', actions: ['openNext', 'ask'] },
      ],
    },
    /** Within a turn: the turn looks it up and comes back with what it found. */
    lookingUp: {
      on: {
        // What an order tells can change a decision that was made without it.
        orderFound: [
          { guard: 'hasDecisionAlone', target: 'weighing', actions: ['withdraw', 'keepOrder'] },
          { target: 'weighing', actions: ['keepOrder', 'markAdded'] },
        ],
        orderNotFound: { target: 'weighing', actions: ['missOrder', 'markAdded'] },
        orderUnavailable: { target: 'weighing', actions: ['skipOrder', 'markAdded'] },
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
        choose: { target: 'weighing', actions: 'keepChoice' },
        noHour: { target: 'weighing', actions: 'keepNoHour' },
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
        no: [
          { guard: 'isOneThingShown', target: 'weighing', actions: ['withdrawOpenCase', 'dropInferred'] },
          { target: 'choosingChange', actions: ['openChoice', 'ask'] },
        ],
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
        no: [{ guard: 'isUnderWay', target: 'weighing', actions: 'forgetItem' }, { target: 'weighing' }],
        answer: { target: 'weighing', actions: 'keepAnswer' },
        noHour: { target: 'weighing', actions: 'keepNoHour' },
        detail: { target: 'weighing', actions: 'keepDetails' },
        statement: { target: 'weighing', actions: 'keepStatement' },
        unclear: { actions: ['explain', 'ask'] },
        ambiguous: { target: 'asking', actions: ['openNext', 'keepCandidates', 'ask'] },
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: [{ guard: 'isUnderWay', target: 'weighing', actions: 'takeBackAnswer' }, { target: 'weighing' }],
      },
    },
    /** Whoever wants everything deleted says so twice. */
    erasing: {
      on: {
        yes: { target: 'weighing', actions: 'eraseData' },
        no: { target: 'weighing' },
        back: { target: 'weighing' },
        unclear: [
          { guard: 'isPatienceOver', target: 'weighing', actions: 'explain' },
          { actions: ['countUnclear', 'explain', 'ask'] },
        ],
        statement: [
          { guard: 'isPatienceOver', target: 'weighing' },
          { actions: ['countUnclear', 'erasureFirst', 'ask'] },
        ],
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
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
    /** A declaration is with people; what it names of an order is looked up for them. */
    declaring: {
      always: [{ guard: 'isLookingUp', target: 'lookingUp', actions: 'lookUp' }, { target: 'handedOver' }],
    },
    decided: {
      on: {
        statement: [
          { guard: 'changesDecision', target: 'weighing', actions: 'keepAgainstDecision' },
          { guard: 'addsDetails', target: 'weighing', actions: ['keepStatement', 'keepDetailsAside'] },
          { actions: ['digress', 'standBy'] },
        ],
        detail: [{ guard: 'isOtherItem', target: 'weighing', actions: 'takeOtherItem' }, { actions: 'standBy' }],
        digress: [{ guard: 'asksErasure', target: 'erasing', actions: ['openErasure', 'ask'] }, { actions: 'digress' }],
        back: [
          // The last thing that was answered is the choice.
          { guard: 'hasChosen', target: 'weighing', actions: 'withdraw' },
          { target: 'weighing', actions: ['withdraw', 'takeBackAnswer'] },
        ],
        help: { actions: ['help', 'standBy'] },
        unclear: { actions: 'standBy' },
        stale: { actions: 'standBy' },
      },
    },
    handedOver: {
      on: {
        // What a customer adds is kept with a case that waits, which keeps its place in the queue.
        statement: [
          { guard: 'comesBack', target: 'withAgent', actions: 'comeBack' },
          { guard: 'changesSettled', target: 'weighing', actions: 'keepAgainstDecision' },
          // Who is in danger is not asked whether a detail of it was understood.
          { guard: 'isAlarm', actions: ['keepStatementQuietly', 'standBy'] },
          { guard: 'addsToCase', target: 'weighing', actions: ['markAdded', 'keepStatement'] },
          { actions: ['digress', 'standBy'] },
        ],
        digress: [
          { guard: 'asksErasure', target: 'erasing', actions: ['openErasure', 'ask'] },
          { guard: 'comesBack', target: 'withAgent', actions: 'comeBack' },
          { guard: 'isAlarm', actions: 'standBy' },
          { guard: 'addsToCase', actions: ['markAdded', 'standBy'] },
          { actions: 'digress' },
        ],
        offerHuman: { guard: 'comesBack', target: 'withAgent', actions: 'comeBack' },
        help: { actions: ['help', 'standBy'] },
        back: { actions: 'standBy' },
        unclear: [{ guard: 'comesBack', target: 'withAgent', actions: 'comeBack' }, { actions: 'standBy' }],
        stale: { actions: 'standBy' },
        cancelCase: [{ guard: 'isCaseOpen', actions: 'cancelCase' }, { actions: 'standBy' }],
        unclaimed: { guard: 'isCaseOpen', actions: 'countUnclaimed' },
      },
    },
    /** Nobody has come yet, so the customer is asked for an address to be written to. */
    leavingContact: {
      on: {
        detail: { target: 'handedOver', actions: ['keepContact', 'standBy'] },
        statement: [
          { guard: 'addsToCase', target: 'weighing', actions: ['markAdded', 'keepStatement'] },
          { target: 'handedOver', actions: ['digress', 'standBy'] },
        ],
        cancelCase: { target: 'handedOver', actions: 'cancelCase' },
        unclear: { target: 'handedOver', actions: 'standBy' },
        unclaimed: { actions: 'countUnclaimed' },
      },
    },
    /** The case is looked after in another one, which gets whatever comes. */
    merged: {
      on: {
        danger: { actions: 'passOnDanger' },
        declare: { actions: 'passOnDeclaration' },
        digress: [
          { guard: 'asksErasure', target: 'erasing', actions: ['openErasure', 'ask'] },
          { guard: 'isOfTalks', actions: 'digress' },
          { actions: 'passOn' },
        ],
        '*': { guard: 'isForOtherCase', actions: 'passOn' },
      },
    },
    /** A person has taken over; the bot says nothing, whatever comes. */
    withAgent: {
      on: {
        unanswered: { actions: 'countUnanswered' },
        statement: { actions: 'keepDetailsQuietly' },
        danger: { actions: 'raiseAlarmQuietly' },
        declare: { actions: 'keepDeclarationQuietly' },
        '*': {},
      },
    },
    /** A person has put a question of the policy; its answer is kept, and still nothing is said. */
    askedByAgent: {
      on: {
        unanswered: { actions: 'countUnanswered' },
        answer: { target: 'withAgent', actions: 'keepAnswerQuietly' },
        statement: { target: 'withAgent', actions: 'keepStatementQuietly' },
        danger: { actions: 'raiseAlarmQuietly' },
        declare: { actions: 'keepDeclarationQuietly' },
        '*': {},
      },
    },
  },
  on: {
    // Only an open question can wait; the turn sees to it that these come at no other time.
    remind: { actions: ['remind', 'ask'] },
    close: { actions: 'close' },
    resume: { target: '.weighing' },
    danger: { target: '.handedOver', actions: ['keepStatedBeside', 'raiseAlarm'] },
    declare: { target: '.declaring', actions: 'keepDeclaration' },
    human: [
      { guard: 'isCaseOpen', actions: 'standBy' },
      { target: '.handedOver', actions: ['keepStatedBeside', 'fileCase'] },
    ],
    offerHuman: [
      { guard: 'isCaseOpen', actions: 'standBy' },
      { target: '.offeringHuman', actions: ['openOffer', 'ask'] },
    ],
    digress: [
      { guard: 'asksErasure', target: '.erasing', actions: ['openErasure', 'ask'] },
      { actions: ['digress', 'ask'] },
    ],
    cancelCase: { guard: 'isCaseOpen', target: '.handedOver', actions: 'cancelCase' },
    unclaimed: { guard: 'isCaseOpen', actions: 'countUnclaimed' },
    // Only its own word takes an alarm back: no other may close the case before somebody has seen it.
    startOver: [
      { guard: 'isAlarm', actions: 'standBy' },
      { target: '.weighing', actions: ['withdraw', 'forgetAnswers', 'restarted'] },
    ],
    change: [
      { guard: 'isAlarm', actions: 'standBy' },
      { guard: 'isRuled', actions: 'standBy' },
      { guard: 'changesChoice', target: '.weighing', actions: 'withdraw' },
      { guard: 'isKnownFact', target: '.weighing', actions: ['withdraw', 'reopenFact'] },
      { guard: 'asksWhich', target: '.choosingChange', actions: ['openChoice', 'ask'] },
      { guard: 'hasAnswers', actions: ['stale', 'ask'] },
      { actions: ['nothingToChange', 'ask'] },
    ],
  },
});

function changeableIn({ interview, conversation }: Context): Known[] {
  return changeableFacts(interview, conversation);
}

/** True if people have dealt with the case; what a person has granted is reopened by nothing but a correction. */
function isSettled({ conversation: { case: filed } }: Context, isCorrection: boolean): boolean {
  if (!filed || isOpenCase(filed) || isHandedBack(filed)) return false;
  return isCorrection || filed.ruling?.ruling !== 'approve';
}

export type Phase =
  | 'greeting'
  | 'lookingUp'
  | 'asking'
  | 'confirming'
  | 'offeringHuman'
  | 'erasing'
  | 'choosingChange'
  | 'decided'
  | 'handedOver'
  | 'leavingContact'
  | 'merged'
  | 'withAgent'
  | 'askedByAgent';

/** The phase of a conversation, from what it knows; no phase is stored. */
export function phaseOf({ lookingUp, open, case: filed, decision }: Conversation): Phase {
  if (filed?.mergedInto !== undefined && open?.id !== 'eraseData') return 'merged';
  if (filed?.state === 'claimed') return open ? 'askedByAgent' : 'withAgent';
  if (filed && isOpenCase(filed) && open?.id === 'email') return 'leavingContact';
  if (lookingUp) return 'lookingUp';
  if (open?.id === 'offerHuman') return 'offeringHuman';
  if (open?.id === 'eraseData') return 'erasing';
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
  return withUrgency(input, withWaiting(after.context, event));
}

/** Notes that a customer who talks with a person waits for an answer. */
function withWaiting(context: Context, event: CustomerEvent): Context {
  const { case: filed } = context.conversation;
  if (filed?.state !== 'claimed' || !wantsAnswer(event)) return context;
  return { ...context, ...updateConversation(context, { case: withCustomerWaiting(filed, context.at ?? '') }) };
}

/** Whoever says something after a long silence is awake again, and welcomed if the chat had been closed. */
function awake(input: StepInput, event: CustomerEvent): Context {
  const { silence, ...conversation } = input.conversation;
  const acts = remarksOnRest(input.conversation, event);
  if (event.type === 'remind' || event.type === 'close' || !silence) return { ...input, acts };
  const isWelcomed = silence === 'closed' && event.type !== 'danger' && event.type !== 'declare';
  return { ...input, conversation, acts: isWelcomed ? [{ type: 'welcomeBack' }, ...acts] : acts };
}

/**
 * Acts that acknowledge what came with something else, and is not used. While a person talks with them, nothing but the
 * request to send a picture again that nobody can open.
 */
function remarksOnRest({ case: filed }: Conversation, event: CustomerEvent): Act[] {
  const { file, unusedDays } = event;
  if (filed?.mergedInto !== undefined) return [];
  if (filed?.state === 'claimed') return unreadableFile(event);
  return [
    ...(file ? [{ type: 'digression', about: { kind: `file-${file}` } } as const] : []),
    ...(unusedDays ? [{ type: 'daysNotUsed', days: unusedDays } as const] : []),
  ];
}

/** The machine itself, for its diagram and the tests that walk it. */
export { machine as returnsMachine };
