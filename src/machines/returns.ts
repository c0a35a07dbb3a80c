import { assign, setup, transition } from 'xstate';
import type { Decision } from '../policy/decide.ts';
import type { Facts } from '../policy/facts.ts';
import { type Interview, questionsWhenAsking, type Standing, standingOf, withAnswer } from './interview.ts';
import type { Answer, Conversation, OpenQuestion } from './record.ts';

/** What the customer does, as read from a message. */
export type CustomerEvent =
  | { type: 'begin' }
  | { type: 'answer'; answer: Answer }
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
  | { type: 'human' };

/** Why a reply cannot be used. */
export type Problem =
  | { kind: 'not-understood' }
  | { kind: 'future-date'; date: string }
  | { kind: 'not-one-day'; from: string; to: string }
  | { kind: 'impossible'; because: string }
  | { kind: 'cannot-be-unknown' };

/** Why a case is filed. */
export type CaseReason = 'asked-for-human' | 'human-review' | 'refuse-delivery';

/** Something to be said or done: data, carried out by the turn. */
export type Act =
  | { type: 'greet' }
  | { type: 'note'; answer: Answer }
  | { type: 'ask'; open: OpenQuestion; atMost: number }
  | { type: 'explain'; problem: Problem }
  | { type: 'help' }
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
    hasAnswers: ({ context }) => context.conversation.answers.length > 0,
    isDecided: ({ context }) => standing(context).kind === 'decided',
    needsPerson: ({ context }) => reasonOf(context, { type: 'begin' }) !== 'asked-for-human',
    isPatienceOver: ({ context }) => (context.conversation.open?.unclear ?? 0) + 1 >= patience,
    isOpenFact: ({ context, event }) =>
      event.type === 'change' && context.conversation.answers.some(({ fact }) => fact === event.fact),
    asksWhich: ({ context, event }) =>
      event.type === 'change' && event.fact === undefined && context.conversation.answers.length > 0,
  },
  actions: {
    greet: assign((scene) => saying(scene, { type: 'greet' })),
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
    forgetAnswers: assign((scene) => knowing(scene, { answers: [], changing: undefined })),
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
        { guard: 'isDecided', target: 'deciding' },
        { target: 'asking', actions: ['openNext', 'ask'] },
      ],
    },
    deciding: {
      entry: 'issueDecision',
      always: [{ guard: 'needsPerson', target: 'handedOver', actions: 'fileCase' }, { target: 'decided' }],
    },
    asking: {
      on: {
        answer: { target: 'weighing', actions: 'keepAnswer' },
        unclear: [
          { guard: 'isPatienceOver', target: 'offeringHuman', actions: ['explain', 'openOffer', 'ask'] },
          { actions: ['countUnclear', 'explain', 'ask'] },
        ],
        ambiguous: { actions: ['keepCandidates', 'ask'] },
        stale: { actions: ['stale', 'ask'] },
        help: { actions: ['help', 'ask'] },
        back: [
          { guard: 'hasAnswers', target: 'weighing', actions: 'takeBackAnswer' },
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
    human: [
      { guard: 'hasCase', actions: 'standBy' },
      { target: '.handedOver', actions: 'fileCase' },
    ],
    startOver: { target: '.weighing', actions: ['withdraw', 'forgetAnswers', 'restarted'] },
    change: [
      { guard: 'isOpenFact', target: '.weighing', actions: ['withdraw', 'reopenFact'] },
      { guard: 'asksWhich', target: '.choosingChange', actions: ['openChoice', 'ask'] },
      { actions: ['nothingToChange', 'ask'] },
    ],
  },
});

export type Phase = 'greeting' | 'asking' | 'offeringHuman' | 'choosingChange' | 'decided' | 'handedOver';

/** The phase of a conversation, from what it knows; no phase is stored. */
export function phaseOf({ open, case: filed, decision }: Conversation): Phase {
  if (open?.id === 'offerHuman') return 'offeringHuman';
  if (open?.id === 'changeWhich') return 'choosingChange';
  if (open) return 'asking';
  if (filed) return 'handedOver';
  return decision ? 'decided' : 'greeting';
}

/** One pure step: what the conversation knows after the event, and what is to be said and done, in order. */
export function step(input: StepInput, event: CustomerEvent): { conversation: Conversation; acts: Act[] } {
  const context: Context = { ...input, acts: [] };
  const before = machine.resolveState({ value: phaseOf(input.conversation), context });
  const [after] = transition(machine, before, event);
  return { conversation: after.context.conversation, acts: after.context.acts };
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
  return standingOf(interview, conversation.answers, conversation.changing);
}

function openNext(scene: Scene): Partial<Context> {
  const next = standing(scene.context);
  return next.kind === 'open' ? knowing(scene, { open: { id: next.ask, unclear: 0 } }) : {};
}

function ask(scene: Scene): Partial<Context> {
  const { open } = scene.context.conversation;
  return open ? saying(scene, { type: 'ask', open, atMost: atMost(scene.context, open.id) }) : standBy(scene);
}

function atMost(context: Context, id: string): number {
  const { interview, conversation } = context;
  if (id === 'changeWhich') {
    const { answers } = conversation;
    return 1 + Math.max(0, ...answers.map(({ fact }) => questionsWhenAsking(interview, answers, fact)));
  }
  const next = standing(context);
  return (next.kind === 'open' ? next.atMost : 0) + (id === 'offerHuman' ? 1 : 0);
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
  const answers = withAnswer(interview, conversation.answers, event.answer) ?? conversation.answers;
  return {
    ...knowing(scene, { answers, changing: undefined, open: undefined }),
    ...saying(scene, { type: 'note', answer: event.answer }),
  };
}

function takeBackAnswer(scene: Scene): Partial<Context> {
  const { answers, changing } = scene.context.conversation;
  const kept = changing === undefined ? answers.slice(0, -1) : answers;
  return knowing(scene, { answers: kept, changing: undefined, open: undefined });
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

function reasonOf({ conversation }: Context, event: CustomerEvent): CaseReason {
  const issued = conversation.decision?.decision as Decision | undefined;
  if (event.type === 'human' || event.type === 'yes') return 'asked-for-human';
  if (issued?.resolution === 'human-review' || issued?.resolution === 'refuse-delivery') return issued.resolution;
  return 'asked-for-human';
}

/** The same value as plain JSON data, without absent keys. */
function asJson<T>(value: T): never {
  return JSON.parse(JSON.stringify(value)) as never;
}
