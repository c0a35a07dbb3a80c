import { isAsked } from '../policy/fact-types/fact-types.ts';
import type { Act } from './acts.ts';
import {
  type Agent,
  type CaseEvent,
  type CaseRefusal,
  caseStep,
  type FiledCase,
  isOfCaller,
  isOpenCase,
} from './case.ts';
import { isMark, type Mark, marked } from './marks.ts';
import { isMerging, type Merging, mergingStep } from './merging.ts';
import type { Conversation } from './record/record.ts';
import { step } from './returns.ts';
import type { SentToCustomer } from './sent-files.ts';
import type { StepInput } from './step-context.ts';

/** An action of a person at a desk. */
export type AgentEvent =
  | Extract<CaseEvent, { by: Agent }>
  | Mark
  | Say
  /** One of the policy's questions, put to the customer. */
  | { type: 'ask'; by: Agent; fact: string };

/** A message to the customer. */
export interface Say {
  type: 'say';
  by: Agent;
  /** The words alone, as they can be read anywhere. */
  text: string;
  /** The same in Markdown, where there is more to them; absent: shown as they are. */
  markdown?: string | undefined;
  files?: SentToCustomer[];
  /** A rule of the other desk has sent it: it is nobody's answer, so the case need not be anybody's. */
  isAutomatic?: true;
}

export type AgentRefusal =
  | CaseRefusal
  | { kind: 'no-case' }
  /** Another case, or this one, cannot be merged. */
  | { kind: 'cannot-merge'; because: 'same' | 'shop' | 'not-open' | 'ruled' | 'merged' }
  | { kind: 'no-such-question'; fact: string }
  /** The case is of somebody on the phone, who would not read it. */
  | { kind: 'no-chat' }
  /** The customer has sent in the form of what was granted, so the ruling stands; `rma`: its number. */
  | { kind: 'form-sent'; rma: string };

/** The steps of which somebody on the phone would hear nothing. */
const needsChat: ReadonlySet<string> = new Set<AgentEvent['type']>(['say', 'ask', 'handBack']);

/** One pure step of a person at a desk, or why it cannot be taken; `at` is an ISO instant. */
export function agentStep(
  input: StepInput,
  event: AgentEvent | Merging,
  at: string,
): { conversation: Conversation; acts: Act[] } | AgentRefusal | { kind: 'done' } {
  const { conversation } = input;
  const filed = conversation.case;
  if (!filed) return { kind: 'no-case' };
  if (needsChat.has(event.type) && isOfCaller(filed)) return { kind: 'no-chat' };
  if (event.type === 'say' || event.type === 'ask') return talk(input, event);
  if (isMark(event)) {
    const noted = marked(filed, event, at);
    if ('kind' in noted) return noted;
    return {
      conversation: { ...conversation, case: noted.filed },
      acts: [{ type: 'marked', reference: filed.reference }],
    };
  }
  if (isMerging(event)) return mergingStep(conversation, filed, event, at);
  const stepped = caseStep(filed, event, at);
  if ('kind' in stepped) return event.type === 'merge' ? whyNotMerged(filed, stepped) : stepped;
  if (stepped.filed === filed) return { conversation, acts: [] };
  if (event.type === 'note') {
    const { by: agent, text } = event;
    return {
      conversation: { ...conversation, case: stepped.filed },
      acts: [{ type: 'noted', reference: filed.reference, agent, text }],
    };
  }
  // Whoever sleeps is not welcomed back by the bot, which says nothing in a chat that is merged.
  const { open: _, silence, ...others } = conversation;
  const rest = silence && event.type !== 'merge' ? { ...others, silence } : others;
  const after: Conversation = { ...rest, case: stepped.filed };
  if (event.type !== 'handBack') return { conversation: after, acts: [actOf(event, filed)] };
  // The bot goes on where the interview stands now.
  const resumed = step({ ...input, conversation: after }, { type: 'resume' });
  return { conversation: resumed.conversation, acts: [actOf(event, filed), ...resumed.acts] };
}

/** What is merged, or ruled on, says more than the state in which it is. */
function whyNotMerged({ mergedInto, merged = [], ruling }: FiledCase, refusal: CaseRefusal): AgentRefusal {
  if (mergedInto !== undefined || merged.length > 0) return { kind: 'cannot-merge', because: 'merged' };
  return ruling ? { kind: 'cannot-merge', because: 'ruled' } : refusal;
}

function talk(
  { conversation, interview }: StepInput,
  event: Extract<AgentEvent, { type: 'say' | 'ask' }>,
): { conversation: Conversation; acts: Act[] } | AgentRefusal {
  const filed = conversation.case;
  if (!filed) return { kind: 'no-case' };
  if (event.type === 'say') {
    const after = event.isAutomatic ? conversation : answered(conversation, event);
    return refusalToSay(filed, event) ?? { conversation: after, acts: [spokenAct(event)] };
  }
  if (filed.state !== 'claimed') return { kind: 'not-in-this-state', state: filed.state };
  if (filed.agent && filed.agent.id !== event.by.id) return { kind: 'taken', by: filed.agent };
  const fact = Object.hasOwn(interview.policy.file.facts, event.fact)
    ? interview.policy.file.facts[event.fact]
    : undefined;
  if (!isAsked(fact)) return { kind: 'no-such-question', fact: event.fact };
  const open = { id: event.fact, unclear: 0 };
  return {
    conversation: { ...answered(conversation), open },
    acts: [{ type: 'ask', open, atMost: 1, agent: event.by }],
  };
}

/** The conversation whose customer has an answer; once the case is settled, they may answer that in turn. */
function answered(conversation: Conversation, said?: Say): Conversation {
  if (!conversation.case) return conversation;
  const { unanswered: _, ...filed } = conversation.case;
  if (!said || isOpenCase(filed)) return { ...conversation, case: filed };
  return { ...conversation, case: { ...filed, lastWord: said.text.includes('?') ? 'asked' : 'said' } };
}

/** After a ruling or a closing there may be one more thing to say, and what was sent just before it may come late. */
function refusalToSay({ state, agent }: FiledCase, { by, isAutomatic }: Say): CaseRefusal | undefined {
  if (isAutomatic || state === 'ruled' || state === 'closed') return undefined;
  if (state !== 'claimed') return { kind: 'not-in-this-state', state };
  return agent && agent.id !== by.id ? { kind: 'taken', by: agent } : undefined;
}

function spokenAct({ by: agent, text, markdown, files }: Say): Act {
  return { type: 'agentMessage', agent, text, ...(markdown !== undefined && { markdown }), ...(files && { files }) };
}

function actOf(
  event: Exclude<AgentEvent, Mark | { type: 'say' | 'ask' | 'note' }>,
  { reference, ruling }: FiledCase,
): Act {
  switch (event.type) {
    case 'claim':
      return { type: 'agentJoined', reference, agent: event.by };
    case 'takeOver':
      return { type: 'takenOver', reference, agent: event.by };
    case 'assign':
      return { type: 'assigned', reference, agent: event.to };
    case 'release':
      return { type: 'agentLeft', reference };
    case 'rule':
      return {
        type: 'ruled',
        reference,
        ruling: { ...event.ruling, by: event.by },
        ...(ruling && { corrects: ruling }),
      };
    case 'withdraw':
      return { type: 'rulingWithdrawn', reference, agent: event.by, note: event.note, ...(ruling && { ruling }) };
    case 'reopen':
      return { type: 'reopenedBy', reference, agent: event.by };
    case 'handBack':
      return { type: 'handedBack', reference, agent: event.by, summary: event.summary };
    case 'merge':
      return { type: 'merged', reference, into: event.into };
    case 'close':
      return { type: 'caseClosed', reference, note: event.note };
  }
}
