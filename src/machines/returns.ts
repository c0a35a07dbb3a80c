import { assign, setup, transition } from 'xstate';
import type { Decision } from '../policy/decide.ts';
import type { Facts } from '../policy/facts.ts';
import {
  couldLookUpWarranty,
  detailsAtMost,
  isOrderHopeless,
  nextDetail,
  serialInOrder,
  toldByOrder,
} from './details.ts';
import {
  type Interview,
  knownAnswers,
  questionsWhenAsking,
  type Standing,
  standingOf,
  withAnswer,
} from './interview.ts';
import {
  type Answer,
  type Conversation,
  type Details,
  type FoundOrder,
  newConversation,
  type OpenQuestion,
} from './record.ts';

/** What the customer does, as read from a message. */
export type CustomerEvent =
  | { type: 'begin' }
  | { type: 'answer'; answer: Answer }
  /** A detail that is no fact: an order number, an e-mail, an item, a serial number. */
  | { type: 'detail'; details: Details }
  | { type: 'orderFound'; order: FoundOrder }
  | { type: 'orderNotFound' }
  | { type: 'orderUnavailable' }
  | { type: 'warrantyFound'; warrantyUntil: string }
  | { type: 'warrantyNotFound' }
  | { type: 'warrantyUnavailable' }
  /** A reply that the open question cannot use. */
  | { type: 'unclear'; problem: Problem }
  /** A reply that could mean several days. */
  | { type: 'ambiguous'; candidates: string[] }
  /** The submit of a question that is not open any more. */
  | { type: 'stale' }
  | { type: 'yes' }
  | { type: 'no' }
  /** A fact to answer anew; without one the customer is asked which. */
  | { type: 'change'; fact?: string }
  | { type: 'back' }
  | { type: 'startOver' }
  | { type: 'help' }
  | { type: 'human' }
  /** The customer has been silent for long, then for very long. */
  | { type: 'remind' }
  | { type: 'close' };

/** Why a reply cannot be used. */
export type Problem =
  | { kind: 'not-understood' }
  | { kind: 'future-date'; date: string }
  | { kind: 'not-one-day'; from: string; to: string }
  | { kind: 'impossible'; because: string }
  | { kind: 'cannot-be-unknown' };

/** Why a case is filed. */
export type CaseReason = 'asked-for-human' | 'human-review' | 'refuse-delivery' | 'contradiction';

/** Something to be said or done: data, carried out by the turn. */
export type Act =
  | { type: 'greet' }
  | { type: 'remind' }
  | { type: 'close'; reference: string }
  | { type: 'welcomeBack' }
  | { type: 'note'; answer: Answer }
  | { type: 'ask'; open: OpenQuestion; atMost: number }
  | { type: 'explain'; problem: Problem }
  | { type: 'help' }
  | { type: 'lookUpOrder'; number: string; email: string }
  | { type: 'lookUpWarranty'; serialNumber: string }
  | { type: 'orderShown'; order: FoundOrder }
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

export interface StepInput {
  interview: Interview;
  conversation: Conversation;
  /** A reference that nobody has yet, for what this step may issue. */
  reference: string;
}

interface Context extends StepInput {
  acts: Act[];
}

interface Scene {
  context: Context;
  event: CustomerEvent;
}

/** After so many unclear replies to one question a person is offered. */
const patience = 3;

const machine = setup({
  types: { context: {} as Context, events: {} as CustomerEvent },
  guards: {
    hasCase: ({ context }) => context.conversation.case !== undefined,
    hasDecision: ({ context }) => context.conversation.decision !== undefined,
    hasTrail: ({ context }) => context.conversation.trail.length > 0,
    isLookingUp: ({ context }) => context.conversation.lookingUp !== undefined,
    isContradicted: ({ context }) => standing(context).kind === 'contradicted',
    isDecided: ({ context }) => standing(context).kind === 'decided',
    needsPerson: ({ context }) => reasonOf(context, { type: 'begin' }) !== 'asked-for-human',
    isPatienceOver: ({ context }) => (context.conversation.open?.unclear ?? 0) + 1 >= patience,
    isKnownFact: ({ context, event }) =>
      event.type === 'change' && changeable(context).some(({ fact }) => fact === event.fact),
    asksWhich: ({ context, event }) =>
      event.type === 'change' && event.fact === undefined && changeable(context).length > 0,
  },
  actions: {
    greet: assign((scene) => saying(scene, { type: 'greet' })),
    remind: assign((scene) => ({ ...knowing(scene, { silence: 'reminded' }), ...saying(scene, { type: 'remind' }) })),
    close: assign((scene) => ({
      ...knowing(scene, { silence: 'closed' }),
      ...saying(scene, { type: 'close', reference: scene.context.reference }),
    })),
    help: assign((scene) => saying(scene, { type: 'help' })),
    firstQuestion: assign((scene) => saying(scene, { type: 'firstQuestion' })),
    stale: assign((scene) => saying(scene, { type: 'stale' })),
    restarted: assign((scene) => saying(scene, { type: 'restarted' })),
    nothingToChange: assign((scene) => saying(scene, { type: 'nothingToChange' })),
    explain: assign((scene) =>
      scene.event.type === 'unclear' ? saying(scene, { type: 'explain', problem: scene.event.problem }) : {},
    ),
    standBy: assign((scene) => standBy(scene)),
    ask: assign((scene) => ask(scene)),
    keepAnswer: assign((scene) => keepAnswer(scene)),
    countUnclear: assign((scene) => onOpen(scene, (open) => ({ id: open.id, unclear: open.unclear + 1 }))),
    keepCandidates: assign((scene) =>
      onOpen(scene, (open) => ({
        ...open,
        ...(scene.event.type === 'ambiguous' && { candidates: scene.event.candidates }),
      })),
    ),
    openNext: assign((scene) => openNext(scene)),
    openOffer: assign((scene) => knowing(scene, { open: { id: 'offerHuman', unclear: 0 } })),
    openChoice: assign((scene) => knowing(scene, { open: { id: 'changeWhich', unclear: 0 } })),
    withdraw: assign((scene) => withdraw(scene)),
    takeBackAnswer: assign((scene) => takeBackAnswer(scene)),
    reopenFact: assign((scene) => knowing(scene, scene.event.type === 'change' ? { changing: scene.event.fact } : {})),
    forgetAnswers: assign((scene) => knowing(scene, { ...newConversation(), order: undefined, changing: undefined })),
    keepDetails: assign((scene) => keepDetails(scene)),
    lookUp: assign((scene) => lookUp(scene)),
    keepOrder: assign((scene) => keepOrder(scene)),
    missOrder: assign((scene) => missOrder(scene)),
    skipOrder: assign((scene) => skipOrder(scene)),
    keepWarranty: assign((scene) => keepWarranty(scene)),
    skipWarranty: assign((scene) => skipWarranty(scene)),
    issueDecision: assign((scene) => issueDecision(scene)),
    fileCase: assign((scene) => fileCase(scene)),
  },
}).createMachine({
  id: 'returns',
  // A stored conversation is resumed in the phase it stands in; `step` gives the context.
  context: {} as Context,
  initial: 'greeting',
  states: {
    greeting: {
      on: { begin: { target: 'weighing', actions: 'greet' } },
    },
    /** Looks at what is known and goes where that leads; nobody stays here. */
    weighing: {
      always: [
        { guard: 'hasCase', target: 'handedOver', actions: 'standBy' },
        { guard: 'hasDecision', target: 'decided', actions: 'standBy' },
        { guard: 'isLookingUp', target: 'lookingUp', actions: 'lookUp' },
        { guard: 'isContradicted', target: 'handedOver', actions: 'fileCase' },
        { guard: 'isDecided', target: 'deciding' },
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
      always: [{ guard: 'needsPerson', target: 'handedOver', actions: 'fileCase' }, { target: 'decided' }],
    },
    asking: {
      on: {
        answer: { target: 'weighing', actions: 'keepAnswer' },
        detail: { target: 'weighing', actions: 'keepDetails' },
        unclear: [
          { guard: 'isPatienceOver', target: 'offeringHuman', actions: ['explain', 'openOffer', 'ask'] },
          { actions: ['countUnclear', 'explain', 'ask'] },
        ],
        ambiguous: { actions: ['keepCandidates', 'ask'] },
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: [
          { guard: 'hasTrail', target: 'weighing', actions: 'takeBackAnswer' },
          { actions: ['firstQuestion', 'ask'] },
        ],
      },
    },
    /** After too many unclear replies; an answer to the question itself is still taken. */
    offeringHuman: {
      on: {
        yes: { target: 'handedOver', actions: 'fileCase' },
        no: { target: 'weighing' },
        answer: { target: 'weighing', actions: 'keepAnswer' },
        detail: { target: 'weighing', actions: 'keepDetails' },
        unclear: { actions: ['explain', 'ask'] },
        ambiguous: { target: 'asking', actions: ['openNext', 'keepCandidates', 'ask'] },
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: { target: 'weighing' },
      },
    },
    choosingChange: {
      on: {
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
        back: { target: 'weighing', actions: ['withdraw', 'takeBackAnswer'] },
        help: { actions: ['help', 'standBy'] },
        unclear: { actions: 'standBy' },
        stale: { actions: 'standBy' },
      },
    },
    handedOver: {
      on: {
        help: { actions: ['help', 'standBy'] },
        back: { actions: 'standBy' },
        unclear: { actions: 'standBy' },
        stale: { actions: 'standBy' },
      },
    },
  },
  on: {
    // Only an open question can wait; the turn sees to it that these come at no other time.
    remind: { actions: ['remind', 'ask'] },
    close: { actions: 'close' },
    human: [
      { guard: 'hasCase', actions: 'standBy' },
      { target: '.handedOver', actions: 'fileCase' },
    ],
    startOver: { target: '.weighing', actions: ['withdraw', 'forgetAnswers', 'restarted'] },
    change: [
      { guard: 'isKnownFact', target: '.weighing', actions: ['withdraw', 'reopenFact'] },
      { guard: 'asksWhich', target: '.choosingChange', actions: ['openChoice', 'ask'] },
      { actions: ['nothingToChange', 'ask'] },
    ],
  },
});

export type Phase = 'greeting' | 'lookingUp' | 'asking' | 'offeringHuman' | 'choosingChange' | 'decided' | 'handedOver';

/** The phase of a conversation, from what it knows; no phase is stored. */
export function phaseOf({ lookingUp, open, case: filed, decision }: Conversation): Phase {
  if (lookingUp) return 'lookingUp';
  if (open?.id === 'offerHuman') return 'offeringHuman';
  if (open?.id === 'changeWhich') return 'choosingChange';
  if (open) return 'asking';
  if (filed) return 'handedOver';
  return decision ? 'decided' : 'greeting';
}

/** One pure step: what the conversation knows after the event, and what is to be said and done, in order. */
export function step(input: StepInput, event: CustomerEvent): { conversation: Conversation; acts: Act[] } {
  const context = awake(input, event);
  const before = machine.resolveState({ value: phaseOf(input.conversation), context });
  const [after] = transition(machine, before, event);
  return { conversation: after.context.conversation, acts: after.context.acts };
}

/** Whoever says something after a long silence is awake again, and welcomed if the chat had been closed. */
function awake(input: StepInput, event: CustomerEvent): Context {
  const { silence, ...conversation } = input.conversation;
  if (event.type === 'remind' || event.type === 'close' || !silence) return { ...input, acts: [] };
  return { ...input, conversation, acts: silence === 'closed' ? [{ type: 'welcomeBack' }] : [] };
}

/** The machine itself, for its diagram and the tests that walk it. */
export { machine as returnsMachine };

function saying({ context }: Scene, act: Act): Partial<Context> {
  return { acts: [...context.acts, act] };
}

function knowing({ context }: Scene, change: Partial<Conversation>): Partial<Context> {
  const merged = { ...context.conversation, ...change };
  return {
    conversation: Object.fromEntries(Object.entries(merged).filter(([, v]) => v !== undefined)) as Conversation,
  };
}

function onOpen(scene: Scene, change: (open: OpenQuestion) => OpenQuestion): Partial<Context> {
  const { open } = scene.context.conversation;
  return open ? knowing(scene, { open: change(open) }) : {};
}

function standing({ interview, conversation }: Context): Standing {
  return standingOf(interview, conversation);
}

/** The answers that a customer can give anew. */
function changeable({ interview, conversation }: Context): Answer[] {
  return knownAnswers(interview, conversation).filter(
    ({ fact }) => interview.policy.file.facts[fact]?.type !== 'money',
  );
}

function openNext(scene: Scene): Partial<Context> {
  const { interview, conversation } = scene.context;
  const next = standing(scene.context);
  if (next.kind !== 'open') return {};
  return knowing(scene, { open: { id: nextDetail(interview, conversation, next) ?? next.ask, unclear: 0 } });
}

function ask(scene: Scene): Partial<Context> {
  const { open } = scene.context.conversation;
  return open ? saying(scene, { type: 'ask', open, atMost: atMost(scene.context, open.id) }) : standBy(scene);
}

function atMost(context: Context, id: string): number {
  const { interview, conversation } = context;
  const next = standing(context);
  const details = next.kind === 'open' ? detailsAtMost(interview, conversation, next) : 0;
  if (id === 'changeWhich') {
    const known = changeable(context);
    return 1 + details + Math.max(0, ...known.map(({ fact }) => questionsWhenAsking(interview, known, fact)));
  }
  return (next.kind === 'open' ? next.atMost : 0) + details + (id === 'offerHuman' ? 1 : 0);
}

function standBy(scene: Scene): Partial<Context> {
  const { case: filed, decision } = scene.context.conversation;
  const quiet = knowing(scene, { open: undefined });
  if (filed) return { ...quiet, ...saying(scene, { type: 'caseStands', reference: filed.reference }) };
  if (decision) return { ...quiet, ...saying(scene, { type: 'decisionStands', reference: decision.reference }) };
  return {};
}

function keepAnswer(scene: Scene): Partial<Context> {
  const { context, event } = scene;
  if (event.type !== 'answer') return {};
  const { interview, conversation } = context;
  const { answer } = event;
  const answers = withAnswer(interview, conversation.answers, answer) ?? conversation.answers;
  return {
    ...knowing(scene, { answers, trail: followed(conversation, answer.fact), changing: undefined, open: undefined }),
    ...saying(scene, { type: 'note', answer }),
  };
}

function followed({ trail }: Conversation, id: string): string[] {
  return trail.includes(id) ? trail : [...trail, id];
}

/** Takes back what was answered last, with all that was looked up by it. */
function takeBackAnswer(scene: Scene): Partial<Context> {
  const { conversation } = scene.context;
  if (conversation.changing !== undefined) return knowing(scene, { changing: undefined, open: undefined });
  const last = conversation.trail.at(-1);
  const trail = conversation.trail.slice(0, -1);
  const answers = conversation.answers.filter(({ fact }) => fact !== last);
  const details: Details = { ...conversation.details };
  delete details[last as keyof Details];
  const byLookUp: Partial<Conversation> =
    last === 'orderNumber' || last === 'email'
      ? { order: undefined, told: [] }
      : last === 'item' || last === 'serialNumber'
        ? { told: conversation.order && last === 'serialNumber' ? toldByOrder(conversation.order, details.item) : [] }
        : {};
  return knowing(scene, { answers, details, trail, ...byLookUp, open: undefined });
}

function keepDetails(scene: Scene): Partial<Context> {
  const { context, event } = scene;
  if (event.type !== 'detail') return {};
  const { interview, conversation } = context;
  const details = { ...conversation.details, ...event.details };
  if (details.email === null) details.orderNumber = null;
  const trail = Object.keys(event.details).reduce(
    (ids, id) => followed({ ...conversation, trail: ids }, id),
    conversation.trail,
  );
  const kept: Scene = { ...scene, context: { ...context, ...knowing(scene, { details, trail, open: undefined }) } };
  if (event.details.item !== undefined && conversation.order) {
    const item = conversation.order.items.find(({ id }) => id === event.details.item);
    const shown = item ? { ...kept.context, ...saying(kept, { type: 'itemShown', item }) } : kept.context;
    return chooseItem({ ...kept, context: shown }, conversation.order);
  }
  if (event.details.serialNumber) return knowing(kept, { lookingUp: 'warranty' });
  const isPair = details.orderNumber && details.email && !conversation.order;
  return knowing(kept, isPair && interview.lookUps.orders ? { lookingUp: 'order' } : {});
}

function lookUp(scene: Scene): Partial<Context> {
  const { details, lookingUp } = scene.context.conversation;
  const { orderNumber, email, serialNumber } = details;
  if (lookingUp === 'order' && orderNumber && email)
    return saying(scene, { type: 'lookUpOrder', number: orderNumber, email });
  return serialNumber ? saying(scene, { type: 'lookUpWarranty', serialNumber }) : {};
}

function keepOrder(scene: Scene): Partial<Context> {
  if (scene.event.type !== 'orderFound') return {};
  const { order } = scene.event;
  const found: Scene = { ...scene, context: { ...scene.context, ...knowing(scene, { order, lookingUp: undefined }) } };
  const shown = saying(found, { type: 'orderShown', order });
  if (order.items.length > 1) return { ...found.context, ...shown };
  return chooseItem({ ...found, context: { ...found.context, ...shown } }, order);
}

/** Takes what the order tells of the item; a warranty that it has a serial number for is looked up at once. */
function chooseItem(scene: Scene, order: FoundOrder): Partial<Context> {
  const { interview, conversation } = scene.context;
  const told = toldByOrder(order, conversation.details.item);
  const chosen: Scene = { ...scene, context: { ...scene.context, ...knowing(scene, { told }) } };
  const serialNumber = serialInOrder(chosen.context.conversation);
  if (!serialNumber || !couldLookUpWarranty(interview, conversation, standing(chosen.context))) return chosen.context;
  const details = { ...chosen.context.conversation.details, serialNumber };
  return { ...chosen.context, ...knowing(chosen, { details, lookingUp: 'warranty' }) };
}

function missOrder(scene: Scene): Partial<Context> {
  const { conversation } = scene.context;
  const isLast = isOrderHopeless(conversation);
  const { orderNumber: _number, email: _email, ...others } = conversation.details;
  return {
    ...knowing(scene, {
      details: isLast ? { ...others, orderNumber: null } : others,
      trail: conversation.trail.filter((id) => id !== 'orderNumber' && id !== 'email'),
      wrongPairs: conversation.wrongPairs + 1,
      lookingUp: undefined,
    }),
    ...saying(scene, { type: 'orderMissing', isLast }),
  };
}

function skipOrder(scene: Scene): Partial<Context> {
  const { email: _, ...details } = scene.context.conversation.details;
  return {
    ...knowing(scene, { details: { ...details, orderNumber: null }, lookingUp: undefined }),
    ...saying(scene, { type: 'orderUnavailable' }),
  };
}

function keepWarranty(scene: Scene): Partial<Context> {
  if (scene.event.type !== 'warrantyFound') return {};
  const { interview, conversation } = scene.context;
  const { warrantyUntil } = scene.event;
  const fact = Object.values(interview.policy.file.derived).find(({ until }) => until !== undefined)?.until;
  const told: Answer[] = fact === undefined ? [] : [{ fact, value: warrantyUntil, source: 'warranty' }];
  return {
    ...knowing(scene, { told: [...conversation.told, ...told], lookingUp: undefined }),
    ...saying(scene, { type: 'warrantyShown', warrantyUntil }),
  };
}

function skipWarranty(scene: Scene): Partial<Context> {
  const type = scene.event.type === 'warrantyNotFound' ? 'warrantyMissing' : 'warrantyUnavailable';
  return { ...knowing(scene, { lookingUp: undefined }), ...saying(scene, { type }) };
}

function withdraw(scene: Scene): Partial<Context> {
  const { decision, case: filed } = scene.context.conversation;
  const acts: Act[] = [];
  if (decision) acts.push({ type: 'withdraw', reference: decision.reference, what: 'decision' });
  if (filed) acts.push({ type: 'withdraw', reference: filed.reference, what: 'case' });
  return {
    ...knowing(scene, { decision: undefined, case: undefined, open: undefined }),
    acts: [...scene.context.acts, ...acts],
  };
}

function issueDecision(scene: Scene): Partial<Context> {
  const next = standing(scene.context);
  if (next.kind !== 'decided') return {};
  const { reference } = scene.context;
  const { decision, facts } = next;
  return {
    ...knowing(scene, { decision: { reference, decision: asJson(decision), facts: asJson(facts) }, open: undefined }),
    ...saying(scene, { type: 'decide', reference, decision, facts }),
  };
}

function fileCase(scene: Scene): Partial<Context> {
  const { conversation, reference: fresh } = scene.context;
  const reference = conversation.decision?.reference ?? fresh;
  return {
    ...knowing(scene, { case: { reference, state: 'waiting' }, open: undefined, changing: undefined }),
    ...saying(scene, { type: 'file', reference, because: reasonOf(scene.context, scene.event) }),
  };
}

function reasonOf(context: Context, event: CustomerEvent): CaseReason {
  const { conversation } = context;
  const issued = conversation.decision?.decision as Decision | undefined;
  if (event.type === 'human' || event.type === 'yes') return 'asked-for-human';
  if (issued?.resolution === 'human-review' || issued?.resolution === 'refuse-delivery') return issued.resolution;
  return standing(context).kind === 'contradicted' ? 'contradiction' : 'asked-for-human';
}

/** The same value as plain JSON data, without absent keys. */
function asJson<T>(value: T): never {
  return JSON.parse(JSON.stringify(value)) as never;
}
