import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Desk } from '../../desk/desk.ts';
import { eventOf, readRequest } from '../../desk/requests.ts';
import { rulingOn } from '../../desk/rulings.ts';
import type { Policies } from '../../dialogs/policies.ts';
import type { Acted } from '../../dialogs/turn.ts';
import { HttpError } from '../../http/errors.ts';
import type { AgentEvent } from '../../machines/agent.ts';
import type { Agent } from '../../machines/case.ts';
import type { Json, JsonObject } from '../../store/store.ts';
import { cardType } from './card-parts.ts';
import { caseCard } from './case-card.ts';
import { checkCard, checkStart } from './check-form.ts';
import { factsIn } from './check-inputs.ts';

/** Teams gives a card up after five seconds. */
const ANSWER_MS = 3_500;

const reference = z.string().max(40);
const text = z.string().default('');
const onCase = z.object({ reference });
const actionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal(['claim', 'release', 'refresh', 'show']), data: onCase }),
  z.object({ verb: z.literal('approve'), data: onCase.extend({ grant: text, approveReason: text }) }),
  z.object({ verb: z.literal('uphold'), data: onCase.extend({ upholdReason: text }) }),
  z.object({ verb: z.literal(['hand-back', 'close']), data: onCase.extend({ note: text }) }),
  z.object({ verb: z.literal('ask'), data: onCase.extend({ question: text }) }),
  z.object({ verb: z.literal('check-shop'), data: z.object({ policy: z.string().optional() }).default({}) }),
  z.object({ verb: z.literal('check'), data: z.looseObject({ policy: z.string() }) }),
]);
const invokeSchema = z.object({ action: actionSchema });
type CaseAction = Extract<z.infer<typeof actionSchema>, { data: { reference: string } }>;

/** What an agent pressed on a card, and who and where they are. */
export interface Pressed {
  value: Json | undefined;
  by: Agent;
  /** The same for every delivery of one press. */
  key: string;
  /** Whose clients keep the card current by themselves. */
  viewers: string[];
}

/** The body that answers an `adaptiveCard/action`: a card, or an error. */
export type CardAnswer = { statusCode: number; type: string; value: JsonObject };

/** What cards' buttons stand on. */
export interface PressDeps {
  desk: Pick<Desk, 'view' | 'act' | 'check' | 'policies'>;
  policies: Pick<Policies, 'current'>;
  deskUrl: string;
  /** How long a step may take before the card says that it is under way. */
  answerMs?: number;
}

/** Takes what was pressed and answers with the card as it is then; refusals stand on the card, under its old state. */
export function createPresses(deps: PressDeps): (pressed: Pressed) => Promise<CardAnswer> {
  const { desk, policies, deskUrl, answerMs = ANSWER_MS } = deps;

  async function onCaseCard(action: CaseAction, pressed: Pressed): Promise<CardAnswer> {
    const slow = wait(answerMs, 'Your step is under way; the card shows it in a moment.', { ref: false });
    const notice = await Promise.race([step(action, pressed), slow]);
    const view = await desk.view(action.data.reference);
    if (!view) return failed(404, 'unknown-case', 'There is no case with this reference.');
    return shown(caseCard(view, { deskUrl, notice, viewers: pressed.viewers }));
  }

  /** Why the step was not taken, if it was not. */
  async function step(action: CaseAction, { by, key }: Pressed): Promise<string | undefined> {
    try {
      const event = await eventFor(action, by);
      if (event === undefined || typeof event === 'string') return event;
      return refusal(await desk.act({ reference: action.data.reference, event, key }));
    } catch (error) {
      if (error instanceof HttpError) return `Nothing was done: ${error.message}.`;
      throw error;
    }
  }

  async function eventFor(action: CaseAction, by: Agent): Promise<AgentEvent | string | undefined> {
    switch (action.verb) {
      case 'claim':
      case 'release':
        return { type: action.verb, by };
      case 'ask':
        return action.data.question
          ? { type: 'ask', by, fact: action.data.question }
          : 'Nothing was done: choose a question first.';
      case 'hand-back':
        return requested('hand-back', { summary: action.data.note || undefined }, by);
      case 'close':
        return requested('close', { note: action.data.note || undefined }, by);
      case 'approve':
      case 'uphold':
        return rulingFor(action, by);
      default:
        return undefined;
    }
  }

  async function rulingFor(
    action: Extract<CaseAction, { verb: 'approve' | 'uphold' }>,
    by: Agent,
  ): Promise<AgentEvent | string> {
    const { verb, data } = action;
    const wanted =
      verb === 'approve'
        ? { ruling: verb, resolution: data.grant, reason: data.approveReason }
        : { ruling: verb, reason: data.upholdReason };
    if (wanted.reason.trim() === '') return 'Nothing was done: a ruling needs a reason.';
    const request = readRequest('rule', wanted);
    const view = await desk.view(data.reference);
    const ruling = view && request.action === 'rule' ? rulingOn(view, request) : undefined;
    return ruling ? { type: 'rule', by, ruling } : 'Nothing was done: choose what is granted.';
  }

  function onCheck(policyId: string, inputs: Record<string, Json>): CardAnswer {
    const shops = desk.policies();
    const policy = policies.current(policyId);
    if (!policy) return shown(checkStart(shops, policies.current));
    const result = desk.check({ policyId, facts: factsIn(policy, inputs) });
    return shown(checkCard(policy, { given: inputs, result, hasOthers: shops.length > 1 }));
  }

  return async (pressed) => {
    const parsed = invokeSchema.safeParse(pressed.value);
    if (!parsed.success) return failed(400, 'invalid-action', 'This button is not one of this bot.');
    const { action } = parsed.data;
    if (action.verb === 'check-shop') return shown(checkStart(desk.policies(), policies.current, action.data.policy));
    if (action.verb === 'check') return onCheck(action.data.policy, action.data as Record<string, Json>);
    return onCaseCard(action, pressed);
  };
}

function requested(action: 'hand-back' | 'close', body: object, by: Agent): AgentEvent {
  const request = readRequest(action, body);
  if (request.action === 'rule') throw new Error('a ruling is read elsewhere');
  return eventOf(request, by);
}

/** Why a step cannot be taken, in words; `undefined`: it was. */
export function refusal(acted: Acted): string | undefined {
  switch (acted.kind) {
    case 'done':
      return undefined;
    case 'taken':
      return `Nothing was done: ${acted.by.name} has this case.`;
    case 'not-in-this-state':
      return `Nothing was done: the case is ${acted.state} now.`;
    case 'no-such-question':
      return 'Nothing was done: the policy has no such question.';
    case 'no-case':
      return 'Nothing was done: the customer has begun anew, and this case is over.';
  }
}

/** A card that takes the place of the one that was pressed. */
export function shown(value: JsonObject): CardAnswer {
  return { statusCode: 200, type: cardType, value };
}

/** An error, which Teams shows beside the card. */
export function failed(statusCode: number, code: string, message: string): CardAnswer {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}
