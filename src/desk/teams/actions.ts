import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Policies } from '../../dialogs/turns/policies.ts';
import type { Json, JsonObject } from '../../store/store.ts';
import { callerCase } from '../check/caller-request.ts';
import type { Desk } from '../desk.ts';
import { fillIn, words } from '../words/words.ts';
import { caseCard } from './card/card.ts';
import { cardType } from './card/parts.ts';
import { callerDetailsIn } from './check/caller.ts';
import { checkCard, checkStart, filedCard } from './check/form.ts';
import { factsIn } from './check/inputs.ts';
import { type CaseAction, caseActionSchema, createSteps, type Presser } from './steps.ts';

/** Teams gives a card up after five seconds. */
const ANSWER_MS = 3_500;

const actionSchema = z.union([
  caseActionSchema,
  z.object({ verb: z.literal('check-shop'), data: z.object({ policy: z.string().optional() }).default({}) }),
  z.object({ verb: z.literal('check'), data: z.looseObject({ policy: z.string() }) }),
  z.object({ verb: z.literal('check-file'), data: z.looseObject({ policy: z.string() }) }),
]);
const invokeSchema = z.object({ action: z.preprocess(readTexts, actionSchema) });

/** Some clients send an action, or the data of its button, as text. */
function readTexts(given: unknown): unknown {
  const action = z.looseObject({ data: z.unknown() }).safeParse(parsedIfText(given));
  return action.success ? { ...action.data, data: parsedIfText(action.data.data) } : given;
}

function parsedIfText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** An action of an agent on a card, with who and where they are. */
export interface Pressed extends Presser {
  value: Json | undefined;
  /** Whose clients keep the card current by themselves. */
  viewers: string[];
}

/** The body that answers an `adaptiveCard/action`: a card, or an error. */
export type CardAnswer = { statusCode: number; type: string; value: JsonObject };

/** Takes what was pressed and answers with the card as it is then; refusals stand on the card, above its state. */
export function createActions(deps: {
  desk: Pick<Desk, 'view' | 'act' | 'check' | 'policies' | 'takeDown'>;
  policies: Pick<Policies, 'current'>;
  deskUrl: string;
  /** The time in milliseconds after which the card says that a step is under way. */
  answerMs?: number;
}): (pressed: Pressed) => Promise<CardAnswer> {
  const { desk, policies, deskUrl, answerMs = ANSWER_MS } = deps;
  const step = createSteps(desk);

  async function onCase(action: CaseAction, pressed: Pressed): Promise<CardAnswer> {
    const slow = wait(answerMs, words.teams.underWay, { ref: false });
    const notice = await Promise.race([step(action, pressed), slow]);
    const view = await desk.view(action.data.reference);
    if (!view)
      return failed(404, 'unknown-case', fillIn(words.refusals.unknownCase, { reference: action.data.reference }));
    return shown(caseCard(view, { deskUrl, notice, viewers: pressed.viewers }));
  }

  function onCheck(policyId: string, inputs: Record<string, Json>): CardAnswer {
    const shops = desk.policies();
    const policy = policies.current(policyId);
    if (!policy) return shown(checkStart(shops, policies.current));
    const result = desk.check({ policyId, facts: factsIn(policy, inputs) });
    return shown(checkCard(policy, { given: inputs, result, hasOthers: shops.length > 1 }));
  }

  /** Files the case of somebody on the phone, unless the policy does not take what was told. */
  async function onFile(policyId: string, inputs: Record<string, Json>, { by, key }: Pressed): Promise<CardAnswer> {
    const policy = policies.current(policyId);
    if (!policy) return onCheck(policyId, inputs);
    const facts = factsIn(policy, inputs);
    if (desk.check({ policyId, facts })?.kind === 'error') return onCheck(policyId, inputs);
    const request = { policy: policyId, facts, ...callerDetailsIn(inputs) };
    return shown(filedCard(await desk.takeDown(callerCase(request, { by, key }))));
  }

  return async (pressed) => {
    const parsed = invokeSchema.safeParse(pressed.value);
    if (!parsed.success) return failed(400, 'invalid-action', words.teams.notOurs);
    const { action } = parsed.data;
    if (action.verb === 'check') return onCheck(action.data.policy, action.data as Record<string, Json>);
    if (action.verb === 'check-file') {
      return onFile(action.data.policy, action.data as Record<string, Json>, pressed);
    }
    if (action.verb !== 'check-shop') return onCase(action, pressed);
    return shown(checkStart(desk.policies(), policies.current, action.data.policy));
  };
}

/** A card that takes the place of the one that was pressed. */
function shown(value: JsonObject): CardAnswer {
  return { statusCode: 200, type: cardType, value };
}

/** An error, which Teams shows beside the card. */
export function failed(statusCode: number, code: string, message: string): CardAnswer {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}
